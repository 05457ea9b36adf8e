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
import { house } from '../../utils/zos/house.ts';
import { blockPart } from '../parts/block.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { TEXT } from '../parts/tones.ts';
import { makeWidget } from '../parts/widget.ts';
import { helpLayout } from './layout.ts';

const SELF = 'page/help/index.page';

type Topic = 'find' | 'hook' | 'back' | 'band' | 'pose';

let params: string | undefined;

/** The topics that this wearer's kit asks for. */
function topics(): readonly Topic[] {
  const { store, report } = house();
  const all: Topic[] = ['find', 'pose'];
  if (hasHook(store, report)) all.push('hook');
  all.push('back');
  if (loadPreferences(store, report).choices.band) all.push('band');
  return all;
}

/** The topic in hand, and the page that comes after it. */
function here(): readonly [Topic, Parameters<typeof replace>[0]] {
  const feel = { url: 'page/feel/index.page', params: 'first' };
  if (params === 'first-hook') return ['hook', feel];
  if (params === 'first') {
    const { store, report } = house();
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
  const body = say(phrase(`help.${topic}.body`));
  const layout = helpLayout(screen, (widthPx, sizePx) => {
    return getTextLayout(body, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, say(phrase(`help.${topic}`)));
  makeWidget(widget.IMG, { ...layout.picture, src: `help/${topic}.png` });
  blockPart(layout.body, TEXT, body);
  const isLast = after.params === 'fresh';
  buttonPart(layout.next, 'go', say(phrase(isLast ? 'help.done' : 'help.next')), () => replace(after));
}

Page({
  onInit(given) {
    params = given;
  },
  build() {
    guard('page/help build', house().report, open);
  },
});
