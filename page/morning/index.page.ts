/** The question of the morning after a session, asked only then: worse, same, better; one touch skips it. */
import { replace } from '@zos/router';
import { patch } from '../../utils/core/base/patch.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import { logRating } from '../../utils/run/answers.ts';
import { guard } from '../../utils/run/guard.ts';
import { lastSession, noteSession } from '../../utils/run/last-session.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { askLayout } from '../widgets/ask-layout.ts';
import { buttonPart } from '../widgets/button.ts';
import { TEXT } from '../widgets/colours.ts';
import { paragraphPart } from '../widgets/paragraph.ts';
import { openScreen } from '../widgets/screen.ts';
import { translate } from '../widgets/translate.ts';

const ANSWERS = ['worse', 'same', 'better'] as const;

function open(): void {
  const screen = openScreen();
  const layout = askLayout(screen);
  paragraphPart(layout.question, TEXT, translate(phrase('rate.morning')));
  ANSWERS.forEach((morning, at) => {
    const line = layout.answers[at];
    if (line !== undefined)
      buttonPart(line, 'plain', translate(phrase(`rate.${morning}`)), () => keep(morning));
  });
  buttonPart(layout.skip, 'plain', translate(phrase('rate.skip')), leave);
}

function keep(morning: (typeof ANSWERS)[number]): void {
  const { clock, sessionLog, store } = appContext();
  const last = lastSession(store);
  // Noted apart only once it is logged: else it is asked again.
  if (last !== null && logRating(sessionLog, last.seq, clock.nowMs(), { morning })) {
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
    guard('page/morning build', appContext().report, open);
  },
});
