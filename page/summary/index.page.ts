/**
 * The summary: logs the session that has just ended, then shows it in words, with when the next is good, what can be rated
 * today, and whether the phone has it. Shows a past session, too.
 */
import { setPageBrightTime } from '@zos/display';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { canBeRated, type SummaryView, summaryView } from '../../utils/core/view/summary-view.ts';
import type { FinishedSession } from '../../utils/run/finished-session.ts';
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

function draw({ seq, protection = '' }: RouteTo<'summary'>): void {
  const { report, sessionLog } = appContext();
  const session =
    seq === undefined ? logEndedSession(appContext(), protection) : loggedSession(sessionLog, seq, report);
  if (session === null) open({ page: 'home', from: 'app' });
  else drawSession(session, seq === undefined);
}

function drawSession(session: FinishedSession, hasJustEnded: boolean): void {
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
  const text = words.join('\n');
  const layout = summaryLayout(openScreen(), view.lines.length, heightOf(text));
  textPart(layout.title, TEXT, view.title);
  paragraphPart(layout.words, TEXT, text);
  view.lines.forEach((line, at) => {
    const rect = layout.lines[at];
    if (rect !== undefined) textPart(rect, QUIET, line);
  });
  drawRatings(layout, session);
  const status = textPart(layout.sync, QUIET, syncPhrase(session.stored));
  sync.onChange(() => status.set(syncPhrase(session.stored)));
  sync.start();
  buttonPart(layout.close, 'plain', phrase('summary.close'), openHomeOrAdvice);
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

function syncPhrase(stored: boolean): Phrase {
  if (!stored) return phrase('summary.notStored', appContext().newestFailure());
  return phrase(`summary.sync.${appContext().sync.status()}`);
}

definePage('summary', { seq: optional(isNumber), protection: optional(isText) }, draw, {
  onDestroy: () => appContext().sync.onChange(() => {}),
});
