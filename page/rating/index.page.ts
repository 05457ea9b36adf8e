/** Asks for one rating: pain before a session, or soreness or pain after one that is in the log. */
import { offDigitalCrown } from '@zos/interaction';
import { phrase } from '../../utils/core/text/phrase.ts';
import { SESSION_QUESTIONS } from '../../utils/core/view/session-questions.ts';
import { guard } from '../../utils/run/guard.ts';
import { savePainBefore } from '../../utils/run/pain-before.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import {
  goBack,
  isFlag,
  isNumber,
  listOf,
  oneOf,
  open,
  optional,
  type RouteTo,
} from '../../utils/zos/routes.ts';
import { askAfterSession } from '../widgets/ask-after.ts';
import { definePage } from '../widgets/define-page.ts';
import { releaseSwipeBack } from '../widgets/on-swipe-back.ts';
import { drawRating } from '../widgets/rating.ts';

function draw({ asks, seq, ...more }: RouteTo<'rating'>): void {
  if (asks === 'before') askBeforeSession();
  else if (seq === undefined) open({ page: 'home', from: 'app' });
  else askAfterSession({ asks, seq, ...more });
}

/** The answer is stored for the next session that begins. */
function askBeforeSession(): void {
  const { clock, report, store } = appContext();
  drawRating(phrase('rate.before'), (value) => {
    if (value !== null) guard('answer', report, () => savePainBefore(store, value, clock.nowMs()));
    goBack();
  });
}

const CHECKS = {
  asks: oneOf('before', ...SESSION_QUESTIONS),
  seq: optional(isNumber),
  other: optional(isNumber),
  isOnTop: optional(isFlag),
  next: optional(listOf(oneOf(...SESSION_QUESTIONS))),
};

definePage('rating', CHECKS, draw, {
  onDestroy() {
    offDigitalCrown();
    releaseSwipeBack();
  },
});
