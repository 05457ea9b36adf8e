/**
 * A number from 0 to 10, by the crown or by large buttons; prefilled with none, and skipped by one touch. Asked for pain
 * before and after a session and for how sore the first contact was; with "morning" it asks how the next morning was.
 */
import { setPageBrightTime } from '@zos/display';
import { offDigitalCrown, onDigitalCrown } from '@zos/interaction';
import { back, replace } from '@zos/router';
import { phrase } from '../../utils/core/text/phrase.ts';
import { logRating, saveAnswer } from '../../utils/run/answers.ts';
import { guard } from '../../utils/run/guard.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { buttonPart } from '../widgets/button.ts';
import { QUIET, TEXT } from '../widgets/colours.ts';
import { paragraphPart } from '../widgets/paragraph.ts';
import { openScreen } from '../widgets/screen.ts';
import { textPart } from '../widgets/text.ts';
import { translate } from '../widgets/translate.ts';
import { ratingLayout } from './layout.ts';

const WORST = 10;
/** Time to look and to think. */
const BRIGHT_MS = 60_000;
/** What the crown turns for one step. */
const STEP_DEG = 30;

type Name = 'before' | 'after' | 'contact';

let name: Name = 'before';

function open(): void {
  const screen = openScreen();
  setPageBrightTime({ brightTime: BRIGHT_MS });
  const layout = ratingLayout(screen);
  let value: number | null = null;
  let turnedDeg = 0;
  paragraphPart(layout.question, TEXT, translate(phrase(`rate.${name}`)));
  const number = textPart(layout.number, TEXT, '–');
  const change = (by: number): void => {
    value = value === null ? (by > 0 ? 0 : WORST) : Math.min(WORST, Math.max(0, value + by));
    number.set(String(value));
  };
  buttonPart(layout.less, 'plain', '−', () => change(-1));
  buttonPart(layout.more, 'plain', '+', () => change(1));
  textPart(layout.scale, QUIET, translate(phrase('rate.scale')));
  buttonPart(layout.save, 'go', translate(phrase('rate.save')), () => leave(value));
  buttonPart(layout.skip, 'plain', translate(phrase('rate.skip')), () => leave(null));
  onDigitalCrown({
    callback: (_key, degree) => {
      // Away from the wearer is more, as in the watch's own pickers: clockwise counts negative.
      turnedDeg -= degree;
      if (Math.abs(turnedDeg) < STEP_DEG) return;
      change(turnedDeg > 0 ? 1 : -1);
      turnedDeg = 0;
    },
  });
}

/** Before a session the answer waits for it; afterwards it is a record of its own. */
function keep(value: number): void {
  const built = appContext();
  const { clock, finished, sessionLog, store } = built;
  if (name === 'before' || finished === null) {
    saveAnswer(store, value, clock.nowMs());
    return;
  }
  const said = name === 'after' ? { painAfter: value } : { contact: value };
  if (!logRating(sessionLog, finished.seq, clock.nowMs(), said)) return;
  built.finished = { ...finished, record: { ...finished.record, ...said } };
}

function leave(value: number | null): void {
  if (value !== null) guard('answer', appContext().report, () => keep(value));
  if (name === 'before') back();
  else replace({ url: 'page/summary/index.page' });
}

Page({
  onInit(given) {
    if (given) name = given as Name;
  },
  build() {
    guard('page/rating build', appContext().report, open);
  },
  onDestroy() {
    offDigitalCrown();
  },
});
