/**
 * A number from 0 to 10, by the crown or by large buttons; prefilled with none, and skipped by one touch. Asked for pain
 * before and after a session and for how sore the first contact was.
 */
import { setPageBrightTime } from '@zos/display';
import { offDigitalCrown, onDigitalCrown } from '@zos/interaction';
import { phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { logRating } from '../../utils/run/log-rating.ts';
import { savePainBefore } from '../../utils/run/pain-before.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { goBack, isNumber, oneOf, open, optional, type RouteTo } from '../../utils/zos/routes.ts';
import { QUIET, TEXT } from '../widgets/colours.ts';
import { definePage } from '../widgets/define-page.ts';
import { buttonPart, openScreen, paragraphPart, textPart } from '../widgets/parts.ts';
import { ratingLayout } from './layout.ts';

const WORST = 10;
/** Time to look and to think. */
const BRIGHT_MS = 60_000;
/** What the crown turns for one step. */
const STEP_DEG = 30;

type Rating = RouteTo<'rating'>;

function draw(rating: Rating): void {
  const screen = openScreen();
  setPageBrightTime({ brightTime: BRIGHT_MS });
  const layout = ratingLayout(screen);
  let value: number | null = null;
  let turnedDeg = 0;
  paragraphPart(layout.question, TEXT, phrase(`rate.${rating.asks}`));
  const number = textPart(layout.number, TEXT, '–');
  const change = (by: number): void => {
    value = value === null ? (by > 0 ? 0 : WORST) : Math.min(WORST, Math.max(0, value + by));
    number.set(String(value));
  };
  buttonPart(layout.less, 'plain', '−', () => change(-1));
  buttonPart(layout.more, 'plain', '+', () => change(1));
  textPart(layout.scale, QUIET, phrase('rate.scale'));
  buttonPart(layout.save, 'go', phrase('rate.save'), () => leave(rating, value));
  buttonPart(layout.skip, 'plain', phrase('rate.skip'), () => leave(rating, null));
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
function keepAnswer({ asks, seq }: Rating, value: number): void {
  const { clock, sessionLog, store } = appContext();
  if (seq === undefined) savePainBefore(store, value, clock.nowMs());
  else
    logRating(sessionLog, seq, clock.nowMs(), asks === 'after' ? { painAfter: value } : { contact: value });
}

function leave(rating: Rating, value: number | null): void {
  if (value !== null) guard('answer', appContext().report, () => keepAnswer(rating, value));
  if (rating.seq === undefined) goBack();
  else open({ page: 'summary', seq: rating.seq });
}

definePage('rating', { asks: oneOf('before', 'after', 'contact'), seq: optional(isNumber) }, draw, {
  onDestroy: () => offDigitalCrown(),
});
