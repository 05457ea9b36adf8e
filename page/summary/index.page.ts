/**
 * The summary: logs the session that has just ended, then shows it in words, with when the next is good, what can be rated
 * today, and whether the phone has it. Shows a past session, too.
 */
import { setPageBrightTime } from '@zos/display';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { canBeRated, summaryView } from '../../utils/core/view/summary-view.ts';
import type { FinishedSession } from '../../utils/run/finished-session.ts';
import { guard } from '../../utils/run/guard.ts';
import { lastSession } from '../../utils/run/last-session.ts';
import { logEndedSession } from '../../utils/run/log-ended-session.ts';
import { loggedSession } from '../../utils/run/logged-sessions.ts';
import { nextSession } from '../../utils/run/next-session.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { isNumber, isText, open, optional, type RouteTo } from '../../utils/zos/routes.ts';
import { translate } from '../../utils/zos/translate.ts';
import { GOOD, QUIET, TEXT } from '../widgets/colours.ts';
import { definePage } from '../widgets/define-page.ts';
import { openHomeOrAdvice } from '../widgets/open-home-or-advice.ts';
import { buttonPart, heightOf, openScreen, paragraphPart, textPart } from '../widgets/parts.ts';
import { type SummaryLayout, summaryLayout } from './layout.ts';

/** What is asked after a session, in words of one touch. */
const RATED = ['after', 'contact'] as const;
/** Time to look and to answer. */
const BRIGHT_MS = 30_000;
/** How often a session that could not be stored is tried again. */
const RETRY_MS = 10_000;

let stopTimer = (): void => {};

function draw({ seq, protection = '' }: RouteTo<'summary'>): void {
  const { report, sessionLog } = appContext();
  const session =
    seq === undefined ? logEndedSession(appContext(), protection) : loggedSession(sessionLog, seq, report);
  if (session === null) open({ page: 'home', from: 'app' });
  else drawSession(session, seq === undefined, protection);
}

function drawSession(session: FinishedSession, hasJustEnded: boolean, protection: string): void {
  const { clock, report, store, sync } = appContext();
  const preferences = loadPreferences(store, report);
  // Lying on the floor, nobody is quick.
  setPageBrightTime({ brightTime: BRIGHT_MS });
  const { record, morning, stored } = session;
  const { planSummary } = preferences;
  const isSameRoutine = planSummary !== null && preferences.routine === record.routine;
  const view = summaryView(record, {
    isHelperRefused: preferences.helper === 'refused',
    lifts: isSameRoutine ? planSummary.lifts : 0,
    ...(morning ? { morning: phrase('history.morning', phrase(`rate.${morning}`)) } : {}),
  });
  // What could not be stored says that alone, so that the button is seen without scrolling.
  const counts = stored ? inLines(view.counts) : translate(phrase('summary.notStored'));
  const details = stored ? inLines(view.lines) : '';
  const layout = summaryLayout(openScreen(), [heightOf(counts), heightOf(details)], stored ? 0.86 : 0.72);
  textPart(layout.title, TEXT, view.title);
  paragraphPart(layout.counts, TEXT, counts);
  if (!stored) {
    offerRetry(layout, session, protection);
    return;
  }
  const last = lastSession(store);
  if (last !== null && planSummary !== null && (hasJustEnded || last.seq === session.seq)) {
    textPart(layout.next, GOOD, nextSession(store, preferences, clock.nowMs(), clock.zoneOffsetMin()));
  }
  buttonPart(layout.close, 'plain', phrase('summary.close'), openHomeOrAdvice);
  if (details !== '') {
    textPart(layout.heading, QUIET, phrase('summary.details'));
    paragraphPart(layout.details, QUIET, details);
  }
  drawRatings(layout, session);
  const syncText = (): Phrase => phrase(`summary.sync.${sync.status()}`);
  const status = textPart(layout.sync, QUIET, syncText());
  sync.onChange(() => status.set(syncText()));
  sync.start();
}

function inLines(phrases: readonly Phrase[]): string {
  return phrases.map(translate).join('\n');
}

/** The session is not in the log: tries again at a touch, and by itself while the page is open. */
function offerRetry(layout: SummaryLayout, { record }: FinishedSession, protection: string): void {
  const { clock, report } = appContext();
  const [close, sizePx] = layout.close;
  // In the place of what a stored session says: whether it worked, the try, and the way out.
  const status = textPart(layout.next, QUIET, '');
  const retry = (): void => {
    const again = logEndedSession(appContext(), protection, record.painBefore);
    if (again === null || again.seq === null) return;
    stopTimer();
    open({ page: 'summary', seq: again.seq });
  };
  buttonPart([{ ...close, y: layout.sync[0].y }, sizePx], 'go', phrase('summary.retry'), () => {
    status.set(phrase('summary.stillNotStored'));
    retry();
  });
  buttonPart(
    [{ ...close, y: close.y + close.h }, sizePx],
    'plain',
    phrase('summary.close'),
    openHomeOrAdvice,
  );
  stopTimer = clock.every(RETRY_MS, () => guard('page/summary retry', report, retry));
}

/** What the wearer can still say about a session of today that is in the log. */
function drawRatings(layout: SummaryLayout, { record, seq }: FinishedSession): void {
  const { clock } = appContext();
  if (seq === null || !canBeRated(record, clock.nowMs(), clock.zoneOffsetMin())) return;
  const [only] = record.sides;
  const side = record.sides.length === 1 && only !== undefined ? { side: only } : {};
  RATED.forEach((asks, at) => {
    const line = layout.ratings[at];
    const value = record[asks === 'after' ? 'painAfter' : 'contact'];
    const words = phrase(`summary.rate.${asks}`, value === null ? '?' : value);
    if (line !== undefined)
      buttonPart(line, 'plain', words, () => open({ page: 'rating', asks, seq, ...side }));
  });
}

definePage('summary', { seq: optional(isNumber), protection: optional(isText) }, draw, {
  onDestroy() {
    stopTimer();
    appContext().sync.onChange(() => {});
  },
});
