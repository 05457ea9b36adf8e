/** For few people, and closed until they open it: rare preferences, the webhook, the import, and the error reports. */
import { INTEGRATIONS } from '../../utils/core/integrations/integration.ts';
import { RING_KEYS, storedReports } from '../../utils/core/ring-entries.ts';
import { secondText } from '../../utils/core/schedule/calendar.ts';
import { phrase } from '../../utils/core/text/phone-phrase.ts';
import type { PageContext } from '../page-context.ts';
import { button, buttonRow, quietLine, rowButton, selectableText } from '../widgets.ts';
import { importView } from './import.ts';
import { integrationView, isForExperts } from './integrations.ts';
import { rarePreferences } from './preferences.ts';

export function advancedSection(context: PageContext): readonly Child[] {
  const { isAdvancedOpen } = context.state;
  const label = phrase(isAdvancedOpen ? 'advanced.close' : 'advanced.open');
  const toggle = rowButton(context, label, () => context.updateState({ isAdvancedOpen: !isAdvancedOpen }));
  if (!isAdvancedOpen) return [toggle, quietLine(context, phrase('advanced.what'))];
  return [
    toggle,
    ...rarePreferences(context),
    ...INTEGRATIONS.filter((integration) => isForExperts(context, integration)).flatMap((integration) =>
      integrationView(context, integration),
    ),
    ...importView(context),
    ...reportsView(context),
  ];
}

function reportsView(context: PageContext): readonly Child[] {
  const { areReportsOpen } = context.state;
  const toggle = button(
    context,
    phrase('export.reports'),
    () => context.updateState({ areReportsOpen: !areReportsOpen }),
    areReportsOpen ? 'main' : 'plain',
  );
  const text = areReportsOpen
    ? [selectableText(context, phrase('export.reports'), reportsText(context))]
    : [];
  return [buttonRow([toggle]), ...text];
}

function reportsText(context: PageContext): string {
  const { read } = context.texts;
  const entries = storedReports(Object.fromEntries(RING_KEYS.map((key) => [key, read(key)])));
  if (entries.length === 0) return context.translate(phrase('export.no-reports'));
  return entries
    .map(
      ({ at, where, sentence, protection }) => `${secondText(at, 0)}Z ${where}: ${sentence} (${protection})`,
    )
    .join('\n');
}
