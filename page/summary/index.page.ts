/**
 * The summary: logs the session that has just ended, then shows it in words, with when the next is good, what can be rated
 * today, and whether the phone has it. Shows a past session, too.
 */
import { setPageBrightTime } from '@zos/display';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { canBeRated, type SummaryView, summaryView } from '../../utils/core/view/summary-view.ts';
import type { FinishedSession } from '../../utils/run/finished-session.ts';
import { guard } from '../../utils/run/guard.ts';
import { lastSession } from '../../utils/run/last-session.ts';
import { logEndedSession } from '../../utils/run/log-ended-session.ts';
import { loggedSession } from '../../utils/run/logged-sessions.ts';
import { nextSession } from '../../utils/run/next-session.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { isNumber, isText, open, optional, type RouteTo } from '../../utils/zos/routes.ts';
import { translate, translateList } from '../../utils/zos/translate.ts';
import { QUIET, TEXT } from '../widgets/colours.ts';
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

let stopRetries = (): void => {};

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
  const { record, morning } = session;
  const said = morning ? phrase('history.morning', phrase(`rate.${morning}`)) : undefined;
  const view = summaryView(record, preferences.helper === 'refused', said);
  const words = sidesInWords(view);
  const last = lastSession(store);
  if (last !== null && preferences.planSummary !== null && (hasJustEnded || last.seq === session.seq)) {
    words.push(translate(nextSession(store, preferences, clock.nowMs(), clock.zoneOffsetMin())));
  }
  const { stored } = session;
  // What could not be stored says that alone, so that the button is seen without scrolling.
  const lines = stored ? view.lines : [];
  const text = stored ? words.join('\n') : translate(phrase('summary.notStored'));
  const layout = summaryLayout(openScreen(), lines.length, heightOf(text));
  textPart(layout.title, TEXT, view.title);
  paragraphPart(layout.words, TEXT, text);
  lines.forEach((line, at) => {
    const rect = layout.lines[at];
    if (rect !== undefined) textPart(rect, QUIET, line);
  });
  const [close, closePx] = layout.close;
  const closeY = stored ? close.y : layout.ratings[1][0].y;
  buttonPart([{ ...close, y: closeY }, closePx], 'plain', phrase('summary.close'), openHomeOrAdvice);
  if (!stored) {
    offerRetry(layout, session, protection);
    return;
  }
  drawRatings(layout, session);
  const syncText = (): Phrase => phrase(`summary.sync.${sync.status()}`);
  const status = textPart(layout.sync, QUIET, syncText());
  sync.onChange(() => status.set(syncText()));
  sync.start();
}

/** The session is not in the log: tries again at a touch, and by itself while the page is open. */
function offerRetry(layout: SummaryLayout, { record }: FinishedSession, protection: string): void {
  const { clock, report } = appContext();
  const status = textPart(layout.sync, QUIET, '');
  const retry = (): void => {
    const again = logEndedSession(appContext(), protection, record.painBefore);
    if (again === null || again.seq === null) return;
    stopRetries();
    open({ page: 'summary', seq: again.seq });
  };
  buttonPart(layout.ratings[0], 'go', phrase('summary.retry'), () => {
    status.set(phrase('summary.stillNotStored'));
    retry();
  });
  stopRetries = clock.every(RETRY_MS, () => guard('page/summary retry', report, retry));
}

/** What the wearer can still say about a session of today that is in the log. */
function drawRatings(layout: SummaryLayout, { record, seq }: FinishedSession): void {
  const { clock } = appContext();
  if (seq === null || !canBeRated(record, clock.nowMs(), clock.zoneOffsetMin())) return;
  RATED.forEach((asks, at) => {
    const line = layout.ratings[at];
    const value = record[asks === 'after' ? 'painAfter' : 'contact'];
    const words = phrase(`summary.rate.${asks}`, value === null ? '–' : value);
    if (line !== undefined) buttonPart(line, 'plain', words, () => open({ page: 'rating', asks, seq }));
  });
}

function sidesInWords({ sides }: SummaryView): string[] {
  return sides.map(([side, told]) => translate(phrase('summary.side', side, translateList(told))));
}

definePage('summary', { seq: optional(isNumber), protection: optional(isText) }, draw, {
  onDestroy() {
    stopRetries();
    appContext().sync.onChange(() => {});
  },
});
