/** Describes a session of the log: its counts, when the next is good, whether the phone has it, each hold, and what the wearer can rate today. */
import { setPageBrightTime } from '@zos/display';
import { widget } from '@zos/ui';
import type { Line } from '../../utils/core/layout/screen.ts';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { type SessionQuestion, sessionQuestions } from '../../utils/core/view/session-questions.ts';
import { canBeRated, summaryView } from '../../utils/core/view/summary-view.ts';
import { lastSession } from '../../utils/run/last-session.ts';
import { type LoggedSession, loggedSession } from '../../utils/run/logged-sessions.ts';
import { nextSession } from '../../utils/run/next-session.ts';
import { loadPreferences, type WatchPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { isFlag, isNumber, open, optional, type RouteTo } from '../../utils/zos/routes.ts';
import { translate } from '../../utils/zos/translate.ts';
import { BUTTON, GOOD, QUIET, TEXT } from '../widgets/colours.ts';
import { definePage, type OpenOnTop } from '../widgets/define-page.ts';
import { openHomeOrAdvice } from '../widgets/open-home-or-advice.ts';
import { buttonPart, heightOf, makeWidget, openScreen, paragraphPart, textPart } from '../widgets/parts.ts';
import { summaryLayout } from '../widgets/summary-layout.ts';

/** Time to look and to answer, because nobody is quick while lying on the floor. */
const BRIGHT_MS = 30_000;

function draw({ seq, isOnTop = false }: RouteTo<'past-session'>, openOnTop: OpenOnTop): void {
  const { report, sessionLog } = appContext();
  const session = loggedSession(sessionLog, seq, report);
  if (session === null) open({ page: 'home', from: 'app' });
  else drawSession(session, isOnTop, openOnTop);
}

function drawSession(session: LoggedSession, isOnTop: boolean, openOnTop: OpenOnTop): void {
  const { clock, report, store } = appContext();
  const preferences = loadPreferences(store, report);
  setPageBrightTime({ brightTime: BRIGHT_MS });
  const { record, seq, morning } = session;
  const { planSummary } = preferences;
  const isSameRoutine = planSummary !== null && preferences.routine === record.routine;
  const view = summaryView(record, {
    isHelperRefused: preferences.helper === 'refused',
    lifts: isSameRoutine ? planSummary.lifts : 0,
    ...(morning ? { morning: phrase('history.morning', phrase(`rate.${morning}`)) } : {}),
  });
  const counts = inLines(view.counts);
  const details = inLines(view.lines);
  const nowMs = clock.nowMs();
  const zoneOffsetMin = clock.zoneOffsetMin();
  const questions = canBeRated(record, nowMs, zoneOffsetMin) ? sessionQuestions(record) : [];
  const layout = summaryLayout(openScreen(), [heightOf(counts), heightOf(details)], questions.length);
  textPart(layout.title, TEXT, view.title);
  paragraphPart(layout.counts, TEXT, counts);
  const isLast = lastSession(store)?.seq === seq;
  if (isLast && planSummary !== null) {
    textPart(layout.next, GOOD, nextSession(store, preferences, nowMs, zoneOffsetMin));
  }
  const isFirstFinished = isLast && record.how === 'done' && isReminderNew(preferences);
  buttonPart(layout.close, 'plain', phrase('summary.close'), () =>
    isFirstFinished && !isOnTop ? open({ page: 'advice', about: 'reminder' }) : openHomeOrAdvice(isOnTop),
  );
  makeWidget(widget.FILL_RECT, { ...layout.card, color: BUTTON });
  textPart(layout.heading, TEXT, phrase('summary.details'));
  paragraphPart(layout.details, QUIET, details);
  questions.forEach((asks, at) => {
    drawRatingButton(layout.ratings[at], asks, session, openOnTop);
  });
  drawSync(layout.sync);
}

function isReminderNew({ reminder, reminderOffered }: WatchPreferences): boolean {
  return !reminder.on && !reminderOffered;
}

function inLines(phrases: readonly Phrase[]): string {
  return phrases.map(translate).join('\n');
}

/** What the wearer can still rate about a session of today, with the answers so far. */
function drawRatingButton(
  line: Line | undefined,
  asks: SessionQuestion,
  session: LoggedSession,
  openOnTop: OpenOnTop,
): void {
  const { record, seq, contactLeft = null, contactRight = null } = session;
  if (line === undefined) return;
  const given = { left: contactLeft, right: contactRight, after: record.painAfter };
  const value = given[asks];
  const other = asks === 'left' ? contactRight : contactLeft;
  const words = phrase(`summary.rate.${asks}`, value === null ? '?' : value);
  buttonPart(line, 'plain', words, () =>
    openOnTop({ page: 'rating', asks, seq, isOnTop: true, ...(other === null ? {} : { other }) }),
  );
}

/** Shows whether the phone has it, and sends it. */
function drawSync(line: Line): void {
  const { sync } = appContext();
  const syncText = (): Phrase => phrase(`summary.sync.${sync.status()}`);
  const status = textPart(line, QUIET, syncText());
  sync.onChange(() => status.set(syncText()));
  sync.start();
}

definePage('past-session', { seq: isNumber, isOnTop: optional(isFlag) }, draw, {
  onDestroy: () => appContext().sync.onChange(() => {}),
});
