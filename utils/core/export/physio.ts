/**
 * One page for a physio, with one phrase for each line. It separates what the watch guided, what the wearer marked on the
 * watch, and what the wearer rated, and claims nothing that the watch cannot know.
 */

import { isComplete } from '../log/counted.ts';
import type { HoldRecord } from '../log/record.ts';
import { routines } from '../routine/built-in.ts';
import type { OwnRoutine } from '../routine/find-routine.ts';
import type { Kit, Routine, Side, Stage, StepId } from '../routine/routine.ts';
import { localDay, wearersDay, weekday } from '../schedule/calendar.ts';
import { restWindow } from '../schedule/rest-window.ts';
import type { Outcome } from '../session/state.ts';
import { dayPhrase } from '../text/local-date.ts';
import { type PhonePhrase, phrase } from '../text/phone-phrase.ts';
import type { StoredSession } from '../trend/stored-log.ts';
import { trendLines } from '../trend/trend-lines.ts';
import { median } from '../trend/trend-points.ts';
import { morningsOf, type SideMeasure } from '../trend/trend-verdict.ts';
import { doneOfPlanned } from './done-of-planned.ts';

/** The page covers at most this many sessions, the latest ones. */
export const PHYSIO_SESSIONS = 40;
/** At most this many weeks, the latest ones, have their own line. */
const WEEKS = 8;
/** At most this many worse mornings are listed, the latest ones. */
const WORSE_MORNINGS = 6;

/** At most this many changes of the stage are listed, the latest ones. */
const STAGE_CHANGES = 4;
/** The step that a ball or a hook can do. */
const FRONT = 'release-iliacus';

/** People keep the page, so its dates always have their year. */
const ANY_DAY = Number.NEGATIVE_INFINITY;
/** Stands between the parts of the page. */
const BLANK = phrase('plain', '');

/** How many rests between two sessions kept to the rest window of the earlier one, in calendar days. */
export interface Adherence {
  readonly inWindow: number;
  readonly sooner: number;
  readonly later: number;
}

/**
 * The lines of the page from top to bottom; none if there is no session. `sessions` are in order, newest first.
 *
 * @param series the sessions for the trend: those of one routine from its first one on, in the same order
 * @param own the wearer's own routines
 */
export function physioPage(
  sessions: readonly StoredSession[],
  series: readonly StoredSession[] = sessions,
  own: readonly OwnRoutine[] = [],
): readonly PhonePhrase[] {
  const shown = sessions.slice(0, PHYSIO_SESSIONS);
  const newest = shown[0];
  const oldest = shown[shown.length - 1];
  if (newest === undefined || oldest === undefined) return [];
  return [
    phrase('physio.title', namesOf(shown), startDay(oldest), startDay(newest)),
    phrase('physio.sessions', shown.length, shown.filter(({ record }) => record.how === 'done').length),
    ...(shown.length < PHYSIO_SESSIONS ? [] : [phrase('physio.most', PHYSIO_SESSIONS)]),
    ...oftenLines(shown),
    ...doneLines(shown),
    ...kitLines(shown),
    ...restLines(shown, own),
    ...guidedLines(shown),
    ...touchLines(shown),
    ...reportedLines(shown),
    ...fromStartLines(series),
    BLANK,
    phrase('physio.limits'),
  ];
}

/**
 * Counts the rests between sessions of the same routine in which a hold reached its minimum. A rest after a routine that this version does not know is not
 * counted. `sessions` are in order, newest first.
 */
export function adherenceOf(sessions: readonly StoredSession[], own: readonly OwnRoutine[] = []): Adherence {
  const counts = { inWindow: 0, sooner: 0, later: 0 };
  const done = sessions.filter(({ record }) => record.holds.some(isComplete));
  const afterIt = new Map<string, StoredSession>();
  for (const session of done) {
    const { phase, startedAtMs, zoneOffsetMin, routine: id } = session.record;
    const after = afterIt.get(id);
    const routine = knownRoutine(id, own);
    afterIt.set(id, session);
    if (after === undefined || routine === undefined) continue;
    const last = { startedAtMs, zoneOffsetMin, morning: session.morning };
    const { earliestDay, latestDay } = restWindow(routine.rest[phase], phase, last);
    const day = wearersDay(after.record.startedAtMs, after.record.zoneOffsetMin);
    counts[day < earliestDay ? 'sooner' : day > latestDay ? 'later' : 'inWindow']++;
  }
  return counts;
}

/** What was done compared with what was planned: in all, and week by week, the latest first. */
function doneLines(sessions: readonly StoredSession[]): PhonePhrase[] {
  const weeks = new Map<number, StoredSession[]>();
  for (const session of sessions) {
    const monday = mondayOf(wearersDay(session.record.startedAtMs, session.record.zoneOffsetMin));
    weeks.set(monday, [...(weeks.get(monday) ?? []), session]);
  }
  const mondays = Array.from(weeks.keys());
  const latest = Math.max(...mondays);
  const lines = [phrase('physio.done', ...doneBySide(sessions))];
  for (let monday = latest; monday > latest - 7 * WEEKS && monday >= Math.min(...mondays); monday -= 7)
    lines.push(weekLine(monday, weeks.get(monday) ?? []));
  return lines;
}

function weekLine(monday: number, sessions: readonly StoredSession[]): PhonePhrase {
  if (sessions.length === 0) return phrase('physio.week.none', withYear(monday));
  const done = phrase('physio.done.sides', ...doneBySide(sessions));
  return phrase('physio.week', withYear(monday), sessions.length, done);
}

/** How far apart the sessions are. */
function oftenLines(sessions: readonly StoredSession[]): PhonePhrase[] {
  const days = sessions.map(({ record }) => wearersDay(record.startedAtMs, record.zoneOffsetMin));
  const apart = days.slice(1).map((day, at) => Math.abs((days[at] ?? day) - day));
  const middle = median(apart);
  return middle === null ? [] : [phrase('physio.often', middle, Math.max(...apart))];
}

function doneBySide(sessions: readonly StoredSession[]): readonly [number, number, number, number] {
  const records = sessions.map(({ record }) => record);
  const left = doneOfPlanned(records, 'left');
  const right = doneOfPlanned(records, 'right');
  return [left.done, left.planned, right.done, right.planned];
}

function mondayOf(day: number): number {
  return day - ((weekday(day) + 6) % 7);
}

function withYear(day: number): PhonePhrase {
  return dayPhrase(day, ANY_DAY);
}

function kitLines(sessions: readonly StoredSession[]): PhonePhrase[] {
  const withKit = (kit: Kit): number =>
    sessions.filter(({ record }) => record.holds.some((hold) => hold.step === FRONT && hold.tool === kit))
      .length;
  const inStage = (stage: Stage): number => sessions.filter(({ record }) => record.phase === stage).length;
  const [ball, hook] = [withKit('ball'), withKit('hook')];
  return [
    ...(ball + hook === 0 ? [] : [phrase('physio.kit', ball, hook)]),
    phrase('physio.stages', inStage('sore'), inStage('active'), inStage('maintenance')),
    ...stageLines(sessions),
  ];
}

/** From when on each stage was chosen, the latest changes alone. The first of the sessions is no change. */
function stageLines(sessions: readonly StoredSession[]): PhonePhrase[] {
  const changes = sessions.filter((session, at) => {
    const before = sessions[at + 1];
    return before !== undefined && before.record.phase !== session.record.phase;
  });
  if (changes.length === 0) return [];
  const from = (session: StoredSession): PhonePhrase =>
    phrase('physio.stage.from', phrase(`stage.${session.record.phase}`), startDay(session));
  return [phrase('physio.stage.changes', changes.slice(0, STAGE_CHANGES).map(from).reduce(inList))];
}

function restLines(sessions: readonly StoredSession[], own: readonly OwnRoutine[]): PhonePhrase[] {
  const { inWindow, sooner, later } = adherenceOf(sessions, own);
  const lines = [phrase('physio.rest', inWindow, sooner, later)];
  for (const id of idsOf(sessions)) {
    const routine = knownRoutine(id, own);
    if (routine === undefined) continue;
    const days = (stage: Stage): PhonePhrase =>
      phrase('physio.rest.days', routine.rest[stage].earliestDays, routine.rest[stage].latestDays);
    const name = phrase(`phone.routine.${id}`);
    lines.push(phrase('physio.rest.rule', name, days('sore'), days('active'), days('maintenance')));
  }
  return lines;
}

function guidedLines(sessions: readonly StoredSession[]): PhonePhrase[] {
  const holds = holdsOf(sessions).filter((hold) => hold.seconds > 0);
  const lines = [BLANK, phrase('physio.guided')];
  for (const step of new Set(holds.map((hold) => hold.step))) {
    for (const side of ['left', 'right'] as const) {
      const own = holds.filter((hold) => hold.step === step && hold.side === side);
      if (own.length > 0) lines.push(doseLine(own, step, side));
    }
  }
  const lifts = sessions.reduce((sum, { record }) => sum + record.beats, 0);
  const latestMs = holds.reduce((most, hold) => Math.max(most, hold.lateMs), 0);
  const lost = sessions.reduce((sum, { record }) => sum + record.lostCues, 0);
  lines.push(phrase('phone.lifts', lifts));
  lines.push(phrase('physio.cues', outcomes(holds, 'interrupted'), Math.round(latestMs / 100) / 10, lost));
  return lines;
}

function doseLine(holds: readonly HoldRecord[], step: StepId, side: 'left' | 'right'): PhonePhrase {
  const seconds = holds.map((hold) => hold.seconds);
  const totalS = seconds.reduce((sum, one) => sum + one, 0);
  const name = phrase('physio.place', phrase(`phone.step.${step}`), phrase(`phone.side.${side}`));
  const toEnd = outcomes(holds, 'guided-to-end');
  return phrase('physio.dose', name, holds.length, median(seconds) ?? 0, Math.round(totalS / 60), toEnd);
}

function touchLines(sessions: readonly StoredSession[]): PhonePhrase[] {
  const holds = holdsOf(sessions);
  const stopped = sessions.filter(({ record }) => record.how === 'stopped').length;
  return [
    BLANK,
    phrase('physio.touch'),
    phrase('physio.touch.letGo', outcomes(holds, 'let-go')),
    phrase('physio.touch.moved', notEasingOn(holds, 'left'), notEasingOn(holds, 'right')),
    phrase('physio.touch.ends', outcomes(holds, 'skipped'), stopped),
  ];
}

function notEasingOn(holds: readonly HoldRecord[], side: Side): number {
  return outcomes(
    holds.filter((hold) => hold.side === side),
    'not-easing',
  );
}

function reportedLines(sessions: readonly StoredSession[]): PhonePhrase[] {
  const lines = [BLANK, phrase('physio.reported')];
  const isTold = (measure: SideMeasure): boolean => sessions.some((session) => session[measure] !== null);
  const measures: readonly SideMeasure[] = [
    'contact',
    ...(['contactLeft', 'contactRight'] as const).filter(isTold),
    'painBefore',
    'painAfter',
  ];
  for (const measure of measures) lines.push(ratingLine(sessions, measure));
  const { better, same, worse } = morningsOf(sessions, sessions.length);
  lines.push(phrase('physio.mornings', better, same, worse, sessions.length - better - same - worse));
  const worst = sessions.filter(({ morning }) => morning === 'worse').slice(0, WORSE_MORNINGS);
  if (worst.length > 0) lines.push(phrase('physio.worse', worst.map(startDay).reduce(inList)));
  return lines;
}

/** The trend in sentences, over all of the routine's sessions and not only those of this page. */
function fromStartLines(series: readonly StoredSession[]): PhonePhrase[] {
  const lines = trendLines(series, ANY_DAY);
  // The recent ratings belong to the sentence above them.
  const placed = lines.map((line) =>
    line.key.startsWith('trend.recent') ? phrase('physio.under', line) : line,
  );
  return lines.length === 0 ? [] : [BLANK, phrase('physio.trend', namesOf(series)), ...placed];
}

function ratingLine(sessions: readonly StoredSession[], measure: SideMeasure): PhonePhrase {
  const name = phrase(`trend.measure.${measure}`);
  const ratings = sessions.map((session) => session[measure]).filter((rating) => rating !== null);
  const latest = ratings[0];
  const first = ratings[ratings.length - 1];
  const middle = median(ratings);
  if (latest === undefined || first === undefined || middle === null) return phrase('physio.unrated', name);
  return phrase('physio.rating', name, ratings.length, first, middle, latest);
}

/** The routines of the sessions, that of the newest session first. */
function idsOf(sessions: readonly StoredSession[]): readonly string[] {
  return [...new Set(sessions.map(({ record }) => record.routine))];
}

/** The names of the routines, one after the other. */
function namesOf(sessions: readonly StoredSession[]): PhonePhrase {
  return idsOf(sessions)
    .map((id) => phrase(`phone.routine.${id}`))
    .reduce(inList);
}

function inList(list: PhonePhrase, next: PhonePhrase): PhonePhrase {
  return phrase('physio.list', list, next);
}

function knownRoutine(id: string, own: readonly OwnRoutine[]): Routine | undefined {
  return routines.concat(own.map(({ routine }) => routine)).find((routine) => routine.id === id);
}

function holdsOf(sessions: readonly StoredSession[]): readonly HoldRecord[] {
  return sessions.flatMap(({ record }) => record.holds);
}

function outcomes(holds: readonly HoldRecord[], outcome: Outcome): number {
  return holds.filter((hold) => hold.outcome === outcome).length;
}

function startDay({ record }: StoredSession): PhonePhrase {
  return withYear(localDay(record.startedAtMs, record.zoneOffsetMin));
}
