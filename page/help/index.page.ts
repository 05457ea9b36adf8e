/** Help, to be read before a session: one topic after the other, as needed for the wearer's kit. */
import { phrase } from '../../utils/core/text/phrase.ts';
import { newestPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { goBack, type HelpTopic, oneOf, open, optional, type RouteTo } from '../../utils/zos/routes.ts';
import { definePage } from '../widgets/define-page.ts';
import { drawHelpTopic } from '../widgets/help-topic.ts';

const TOPICS: readonly HelpTopic[] = ['find', 'pose', 'hook', 'handle', 'back', 'band', 'march'];

/** The topics that this wearer's kit needs, in order. */
function topicsForKit(): readonly HelpTopic[] {
  const { store, report } = appContext();
  const { kit, band } = newestPreferences(store, report);
  const isNeeded: Partial<Record<HelpTopic, boolean>> = {
    hook: kit === 'hook',
    handle: kit === 'hook',
    band,
    march: band,
  };
  return TOPICS.filter((topic) => isNeeded[topic] !== false);
}

function draw({ topic = 'find' }: RouteTo<'help'>): void {
  const topics = topicsForKit();
  const next = topics[topics.indexOf(topic) + 1];
  drawHelpTopic(topic, [
    phrase(next === undefined ? 'help.done' : 'help.next'),
    next === undefined ? goBack : () => open({ page: 'help', topic: next }),
  ]);
}

definePage('help', { topic: optional(oneOf(...TOPICS)) }, draw);
