/** One rating: pain before and after a session, and how sore the first contact was. */
import { offDigitalCrown, onDigitalCrown } from '@zos/interaction';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { logRating } from '../../utils/run/log-rating.ts';
import { savePainBefore } from '../../utils/run/pain-before.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { goBack, isNumber, oneOf, open, optional, type RouteTo } from '../../utils/zos/routes.ts';
import { definePage } from '../widgets/define-page.ts';
import { drawRating } from '../widgets/rating.ts';

/** What the crown turns for one step. */
const STEP_DEG = 30;

type Rating = RouteTo<'rating'>;

function draw(rating: Rating): void {
  const change = drawRating(question(rating), (value) => leave(rating, value));
  let turnedDeg = 0;
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

/** Where one side alone was pressed, the question about it names that side. */
function question({ asks, side }: Rating): Phrase {
  return phrase(asks === 'contact' && side !== undefined ? `rate.contact.${side}` : `rate.${asks}`);
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

definePage(
  'rating',
  {
    asks: oneOf('before', 'after', 'contact'),
    seq: optional(isNumber),
    side: optional(oneOf('left', 'right')),
  },
  draw,
  {
    onDestroy: () => offDigitalCrown(),
  },
);
