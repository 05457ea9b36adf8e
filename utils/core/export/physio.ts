/**
 * One page for a physio, as phrases a line: what the watch guided, what the wearer confirmed by touch, and what the
 * wearer reported, kept apart. Promises nothing that the watch cannot know.
 */

import type { HoldRecord } from '../log/record.ts';
import type { RestRule, RoutinePhase } from '../routine/routine.ts';
import { localDay } from '../schedule/calendar.ts';
import { dayText } from '../schedule/date-text.ts';
import { restWindow } from '../schedule/rest-window.ts';
import type { Outcome } from '../session/state.ts';
import { type PhonePhrase, say } from '../text/phone-phrase.ts';
import { type Measure, morningsOf } from '../trend/answer.ts';
import type { KeptSession } from '../trend/kept-session.ts';
import { median } from '../trend/series.ts';

/** Sessions on the page at most: the latest ones. */
export const PHYSIO_SESSIONS = 40;

/** How consecutive sessions keep to the rest window of the earlier one's phase, in calendar days. */
export interface Adherence {
  readonly inWindow: number;
  readonly sooner: number;
  readonly later: number;
}

export type RestRules = Readonly<Record<RoutinePhase, RestRule>>;

/** The page for `sessions`, newest first; lines from top to bottom, an empty list where there is no session. */
export function physioPage(sessions: readonly KeptSession[], rest: RestRules): readonly PhonePhrase[] {
  const shown = sessions.slice(0, PHYSIO_SESSIONS);
  const newest = shown[0];
  const oldest = shown[shown.length - 1];
  if (newest === undefined || oldest === undefined) return [];
  return [
    say('physio.title', startDay(oldest), startDay(newest)),
    say('physio.sessions', shown.length, shown.filter(({ record }) => record.how === 'done').length),
    ...kitLines(shown),
    ...restLines(shown, rest),
    ...guidedLines(shown),
    ...touchLines(shown),
    ...reportedLines(shown),
    say('physio.limits'),
  ];
}

/** Counts the rests between sessions, newest first, in which a hold was guided. */
export function adherenceOf(sessions: readonly KeptSession[], rest: RestRules): Adherence {
  const counts = { inWindow: 0, sooner: 0, later: 0 };
  const done = sessions.filter(({ record }) => record.holds.some((hold) => hold.seconds > 0));
  done.forEach(({ record }, at) => {
    const before = done[at + 1];
    if (before === undefined) return;
    const { phase, startedAtMs, zoneOffsetMin } = before.record;
    const last = { startedAtMs, zoneOffsetMin, morning: before.morning };
    const { earliestDay, latestDay } = restWindow(rest[phase], phase, last);
    const day = dayOf(record);
    counts[day < earliestDay ? 'sooner' : day > latestDay ? 'later' : 'inWindow']++;
  });
  return counts;
}

function kitLines(sessions: readonly KeptSession[]): PhonePhrase[] {
  const count = (isOne: (session: KeptSession) => boolean): number => sessions.filter(isOne).length;
  return [
    say(
      'physio.kit',
      count(({ record }) => record.tool === 'ball'),
      count(({ record }) => record.tool === 'hook'),
    ),
    say(
      'physio.phases',
      count(({ record }) => record.phase === 'sore'),
      count(({ record }) => record.phase === 'active'),
      count(({ record }) => record.phase === 'maintenance'),
    ),
  ];
}

function restLines(sessions: readonly KeptSession[], rest: RestRules): PhonePhrase[] {
  const { inWindow, sooner, later } = adherenceOf(sessions, rest);
  const { sore, active, maintenance } = rest;
  const days = [sore, active, maintenance].map((rule) => `${rule.earliestDays}–${rule.latestDays}`);
  return [
    say('physio.rest', inWindow, sooner, later),
    say('physio.rest.rule', days[0] ?? '', days[1] ?? '', days[2] ?? ''),
  ];
}

function guidedLines(sessions: readonly KeptSession[]): PhonePhrase[] {
  const holds = holdsOf(sessions).filter((hold) => hold.seconds > 0);
  const lines = [say('physio.guided')];
  for (const step of ['release-iliacus', 'release-back'] as const) {
    for (const side of ['left', 'right'] as const) {
      const own = holds.filter((hold) => hold.step === step && hold.side === side);
      if (own.length > 0) lines.push(doseLine(own, step, side));
    }
  }
  const lifts = sessions.reduce((sum, { record }) => sum + record.beats, 0);
  const latestMs = holds.reduce((most, hold) => Math.max(most, hold.lateMs), 0);
  const lost = sessions.reduce((sum, { record }) => sum + record.lostCues, 0);
  lines.push(say('phone.lifts', lifts));
  lines.push(say('physio.cues', outcomes(holds, 'interrupted'), Math.round(latestMs / 100) / 10, lost));
  return lines;
}

function doseLine(
  holds: readonly HoldRecord[],
  step: 'release-iliacus' | 'release-back',
  side: 'left' | 'right',
): PhonePhrase {
  const seconds = holds.map((hold) => hold.seconds);
  const totalS = seconds.reduce((sum, one) => sum + one, 0);
  const name = say('physio.place', say(`phone.step.${step}`), say(`phone.side.${side}`));
  const toEnd = outcomes(holds, 'guided-to-end');
  return say('physio.dose', name, holds.length, median(seconds) ?? 0, Math.round(totalS / 60), toEnd);
}

function touchLines(sessions: readonly KeptSession[]): PhonePhrase[] {
  const holds = holdsOf(sessions);
  const stopped = sessions.filter(({ record }) => record.how === 'stopped').length;
  return [
    say('physio.touch'),
    say('physio.touch.holds', outcomes(holds, 'let-go'), outcomes(holds, 'not-easing')),
    say('physio.touch.ends', outcomes(holds, 'skipped'), stopped),
  ];
}

function reportedLines(sessions: readonly KeptSession[]): PhonePhrase[] {
  const lines = [say('physio.reported')];
  for (const measure of ['contact', 'painBefore', 'painAfter'] as const) {
    lines.push(ratingLine(sessions, measure));
  }
  const { better, same, worse } = morningsOf(sessions, sessions.length);
  lines.push(say('physio.mornings', better, same, worse));
  return lines;
}

function ratingLine(sessions: readonly KeptSession[], measure: Measure): PhonePhrase {
  const name = say(`trend.measure.${measure}`);
  const ratings = sessions.map((session) => session[measure]).filter((rating) => rating !== null);
  const latest = ratings[0];
  const first = ratings[ratings.length - 1];
  const middle = median(ratings);
  if (latest === undefined || first === undefined || middle === null) return say('physio.unrated', name);
  return say('physio.rating', name, ratings.length, first, middle, latest);
}

function holdsOf(sessions: readonly KeptSession[]): readonly HoldRecord[] {
  return sessions.reduce<HoldRecord[]>((all, { record }) => all.concat(record.holds), []);
}

function outcomes(holds: readonly HoldRecord[], outcome: Outcome): number {
  return holds.filter((hold) => hold.outcome === outcome).length;
}

function dayOf(record: KeptSession['record']): number {
  return localDay(record.startedAtMs, record.zoneOffsetMin);
}

function startDay({ record }: KeptSession): string {
  return dayText(dayOf(record));
}
