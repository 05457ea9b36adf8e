/**
 * Help, read before and not during a session: a drawing and a few words for each thing to know, one after the other.
 * With "first" it is the drawing of the first run, with "first-hook" that of the hook after it; then comes the feel test.
 */
import { replace } from '@zos/router';
import { getTextLayout, widget } from '@zos/ui';
import { phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { hasHook } from '../../utils/run/has-hook.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { buttonPart } from '../widgets/button.ts';
import { TEXT } from '../widgets/colours.ts';
import { paragraphPart } from '../widgets/paragraph.ts';
import { openScreen } from '../widgets/screen.ts';
import { textPart } from '../widgets/text.ts';
import { translate } from '../widgets/translate.ts';
import { makeWidget } from '../widgets/widget.ts';
import { helpLayout } from './layout.ts';

const SELF = 'page/help/index.page';

type Topic = 'find' | 'hook' | 'back' | 'band' | 'pose';

let params: string | undefined;

/** The topics that this wearer's kit asks for. */
function topics(): readonly Topic[] {
  const { store, report } = appContext();
  const all: Topic[] = ['find', 'pose'];
  if (hasHook(store, report)) all.push('hook');
  all.push('back');
  if (loadPreferences(store, report).band) all.push('band');
  return all;
}

/** The topic in hand, and the page that comes after it. */
function here(): readonly [Topic, Parameters<typeof replace>[0]] {
  const feel = { url: 'page/feel/index.page', params: 'first' };
  if (params === 'first-hook') return ['hook', feel];
  if (params === 'first') {
    const { store, report } = appContext();
    return ['find', hasHook(store, report) ? { url: SELF, params: 'first-hook' } : feel];
  }
  const all = topics();
  const at = Math.max(0, all.indexOf(params as Topic));
  const after = all[at + 1];
  return [
    all[at] || 'find',
    after === undefined ? { url: 'page/home/index.page', params: 'fresh' } : { url: SELF, params: after },
  ];
}

function open(): void {
  const [topic, after] = here();
  const screen = openScreen();
  const body = translate(phrase(`help.${topic}.body`));
  const layout = helpLayout(screen, (widthPx, sizePx) => {
    return getTextLayout(body, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, translate(phrase(`help.${topic}`)));
  makeWidget(widget.IMG, { ...layout.picture, src: `help/${topic}.png` });
  paragraphPart(layout.body, TEXT, body);
  const isLast = after.params === 'fresh';
  buttonPart(layout.next, 'go', translate(phrase(isLast ? 'help.done' : 'help.next')), () => replace(after));
}

Page({
  onInit(given) {
    params = given;
  },
  build() {
    guard('page/help build', appContext().report, open);
  },
});
