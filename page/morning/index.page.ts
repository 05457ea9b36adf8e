/** The question of the morning after a session, asked only then: worse, same, better; one touch skips it. */
import { replace } from '@zos/router';
import { patch } from '../../utils/core/base/patch.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import { logRating } from '../../utils/run/answers.ts';
import { guard } from '../../utils/run/guard.ts';
import { lastSession, noteSession } from '../../utils/run/last-session.ts';
import { house } from '../../utils/zos/house.ts';
import { askLayout } from '../parts/ask-layout.ts';
import { blockPart } from '../parts/block.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { TEXT } from '../parts/tones.ts';

const ANSWERS = ['worse', 'same', 'better'] as const;

function open(): void {
  const screen = openScreen();
  const layout = askLayout(screen);
  blockPart(layout.question, TEXT, say(phrase('rate.morning')));
  ANSWERS.forEach((morning, at) => {
    const line = layout.answers[at];
    if (line !== undefined) buttonPart(line, 'plain', say(phrase(`rate.${morning}`)), () => keep(morning));
  });
  buttonPart(layout.skip, 'plain', say(phrase('rate.skip')), leave);
}

function keep(morning: (typeof ANSWERS)[number]): void {
  const { clock, journal, store } = house();
  const last = lastSession(store);
  // Noted apart only once it is logged: else it is asked again.
  if (last !== null && logRating(journal, last.seq, clock.nowMs(), { morning })) {
    noteSession(store, patch(last, { morning }));
  }
  leave();
}

function leave(): void {
  // By way of the question about another phase, where there is one to ask.
  replace({ url: 'page/weigh/index.page' });
}

Page({
  build() {
    guard('page/morning build', house().report, open);
  },
});
