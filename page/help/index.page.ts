/**
 * Help, read before and not during a session: a drawing and a few words for each thing to know, one after the other.
 * With "first" it is the one drawing of the first run, and goes on to the feel test.
 */
import { replace } from '@zos/router';
import { getTextLayout, widget } from '@zos/ui';
import { phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
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

type Topic = 'find' | 'hook' | 'back' | 'band' | 'pose';

let params: string | undefined;

/** The topics that this wearer's kit asks for. */
function topics(): readonly Topic[] {
  if (params === 'first') return ['find'];
  const { tool, band } = loadPreferences(house().store, house().report).choices;
  const all: Topic[] = ['find', 'pose'];
  if (tool === 'hook') all.push('hook');
  all.push('back');
  if (band) all.push('band');
  return all;
}

function open(): void {
  const all = topics();
  const at = Math.max(0, all.indexOf(params as Topic));
  const topic = all[at];
  const after = all[at + 1];
  if (topic === undefined) return;
  const screen = openScreen();
  const body = say(phrase(`help.${topic}.body`));
  const layout = helpLayout(screen, (widthPx, sizePx) => {
    return getTextLayout(body, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, say(phrase(`help.${topic}`)));
  makeWidget(widget.IMG, { ...layout.picture, src: `help/${topic}.png` });
  blockPart(layout.body, TEXT, body);
  const isLast = params !== 'first' && after === undefined;
  buttonPart(layout.next, 'go', say(phrase(isLast ? 'help.done' : 'help.next')), () => {
    if (params === 'first') replace({ url: 'page/feel/index.page', params: 'first' });
    else if (after === undefined) replace({ url: 'page/home/index.page', params: 'fresh' });
    else replace({ url: 'page/help/index.page', params: after });
  });
}

Page({
  onInit(given) {
    params = given;
  },
  build() {
    guard('page/help build', house().report, open);
  },
});
