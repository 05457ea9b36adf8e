/**
 * The end of a session: the page first logs it and then asks the first question about it. If the session was not guided or
 * cannot be stored, the page says so; otherwise the questions lead to the session in words.
 */
import { setPageBrightTime } from '@zos/display';
import { offDigitalCrown } from '@zos/interaction';
import { phrase } from '../../utils/core/text/phrase.ts';
import { questionsAtEnd } from '../../utils/core/view/session-questions.ts';
import { canBeRated, summaryTitle } from '../../utils/core/view/summary-view.ts';
import type { FinishedSession } from '../../utils/run/finished-session.ts';
import { guard } from '../../utils/run/guard.ts';
import { logEndedSession } from '../../utils/run/log-ended-session.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { isText, open, optional, type RouteTo } from '../../utils/zos/routes.ts';
import { translate } from '../../utils/zos/translate.ts';
import { type AfterQuestion, askAfterSession } from '../widgets/ask-after.ts';
import { QUIET, TEXT } from '../widgets/colours.ts';
import { definePage } from '../widgets/define-page.ts';
import { releaseSwipeBack } from '../widgets/on-swipe-back.ts';
import { buttonPart, evenParagraphPart, heightOf, openScreen, textPart } from '../widgets/parts.ts';
import { type SummaryLayout, summaryLayout } from '../widgets/summary-layout.ts';

/** Time to look and to answer, because nobody is quick while lying on the floor. */
const BRIGHT_MS = 30_000;
/** How often the page tries again to store a session. */
const RETRY_MS = 10_000;
/** Width of a sentence near the top of round glass. */
const SENTENCE_SHARE = { round: 0.72, square: 0.92 };

let stopTimer = (): void => {};

function draw({ protection = '' }: RouteTo<'summary'>): void {
  const session = logEndedSession(appContext(), protection);
  if (session === null) {
    openHome();
    return;
  }
  const { record, seq, stored } = session;
  const question = firstQuestion(session);
  if (question !== null) {
    // The session goes to the phone even if the wearer does not answer.
    appContext().sync.start();
    askAfterSession(question);
  } else if (seq !== null) {
    open({ page: 'past-session', seq });
  } else {
    setPageBrightTime({ brightTime: BRIGHT_MS });
    const sentence = translate(phrase(stored ? 'summary.nothing' : 'summary.notStored'));
    const layout = summaryLayout(openScreen(), [heightOf(sentence), () => 0], 0, SENTENCE_SHARE);
    textPart(layout.title, TEXT, summaryTitle(record));
    evenParagraphPart(layout.counts, TEXT, sentence);
    if (stored) buttonPart(layout.close, 'plain', phrase('summary.close'), openHome);
    else offerRetry(layout, session, protection);
  }
}

/** What is asked first about a session that has just been logged; null if none of its holds was guided, or its day is over. */
function firstQuestion({ record, seq }: FinishedSession): AfterQuestion | null {
  const { clock } = appContext();
  const [asks, ...next] = questionsAtEnd(record);
  if (seq === null || asks === undefined) return null;
  if (!canBeRated(record, clock.nowMs(), clock.zoneOffsetMin())) return null;
  return { asks, seq, next };
}

function openHome(): void {
  open({ page: 'home', from: 'app' });
}

/** The session is not in the log: tries again at a touch, and by itself while the page is open. */
function offerRetry(layout: SummaryLayout, { record }: FinishedSession, protection: string): void {
  const { clock, report } = appContext();
  const [close, sizePx] = layout.close;
  // Instead of the usual summary: whether it worked, a button to try again, and the way out.
  const status = textPart(layout.next, QUIET, '');
  const retry = (): void => {
    const again = logEndedSession(appContext(), protection, record.painBefore);
    if (again === null || again.seq === null) return;
    stopTimer();
    const question = firstQuestion(again);
    open(question === null ? { page: 'past-session', seq: again.seq } : { page: 'rating', ...question });
  };
  buttonPart([{ ...close, y: layout.sync[0].y }, sizePx], 'go', phrase('summary.retry'), () => {
    status.set(phrase('summary.stillNotStored'));
    retry();
  });
  buttonPart([{ ...close, y: close.y + close.h }, sizePx], 'plain', phrase('summary.close'), openHome);
  stopTimer = clock.every(RETRY_MS, () => guard('page/summary retry', report, retry));
}

definePage('summary', { protection: optional(isText) }, draw, {
  onDestroy() {
    offDigitalCrown();
    releaseSwipeBack();
    stopTimer();
  },
});
