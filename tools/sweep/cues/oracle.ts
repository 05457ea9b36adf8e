/**
 * Judges a session from outside: compares what the motor played, in true time (virtual uptime), with the seconds of the plan.
 * It reads nothing of the state of the app and uses none of its rules.
 */
import type { CueName } from '../../../utils/core/cue/vocabulary.ts';
import { plannedHoldS, type Slot } from '../../../utils/core/routine/plan.ts';
import { type Expected, feltAs, placeOf, ROUNDING_MS } from './expected.ts';
import { callPauses, meantExit } from './pause.ts';
import type { Played, Trace } from './trace.ts';
import { type Absence, both, isExcused, overdueSilences } from './unattended.ts';
import { isBlind, isCutShort } from './undecidable.ts';

export type Verdict = 'early' | 'lost' | 'doubled';

export interface Finding {
  readonly verdict: Verdict;
  readonly text: string;
}

export interface Lateness {
  readonly lateMs: number;
  /** Who played it; `disturbed` if, since the cue before, the player came, went or stalled, the screen was lit, or the clock was set. */
  readonly by: 'page' | 'helper' | 'disturbed';
}

export interface Judgement {
  /** Cues that were due or played. */
  readonly cues: number;
  /** Holds that were begun. */
  readonly holds: number;
  /** Cues that were lost while neither page nor helper was there to play them. */
  readonly excused: number;
  readonly findings: readonly Finding[];
  readonly lateness: readonly Lateness[];
  /** True if a part of the session could not be judged. */
  readonly untracked: boolean;
}

/** The last part of a trace, which is not judged: a cue that is due then may come after its end. */
const UNJUDGED_MS = 4_500;
/** Seconds from the start of the march to its first beat, and from its last lift to its end. */
export const MARCH_LEAD_S = 5;
export const MARCH_END_S = 2;
/**
 * Period of the ticks of a page. A beat may be late by one tick and the next on time; if it is later, the rhythm starts
 * anew from it.
 */
const BEAT_TICK_MS = 250;

/** Seconds from the start cue of a slot to its end. */
function workS(slot: Slot): number {
  return slot.kind === 'hold' ? plannedHoldS(slot) : MARCH_LEAD_S + slot.lifts * slot.beatS + MARCH_END_S;
}

export function judge(trace: Trace, slots: readonly Slot[]): Judgement {
  const oracle = createOracle(trace, slots);
  for (const played of trace.played) oracle.hear(played);
  return oracle.end();
}

function createOracle(trace: Trace, slots: readonly Slot[]) {
  const findings: Finding[] = [];
  const lateness: Lateness[] = [];
  const absences: Absence[] = [];
  let cues = 0;
  let holds = 0;
  let excused = 0;
  let slot = 0;
  let at: 'position' | 'hold' | 'march' | 'lost-track' | 'ended' = 'position';
  let beats = 0;
  let lastMs = trace.fromMs;
  let lastCue: CueName | null = null;
  let lastBy: Played['by'] = 'page';
  let felt: CueName[] = [];
  let expected: Expected[] = toPosition(trace.fromMs);

  const find = (verdict: Verdict, name: CueName, atMs: number, why: string): void => {
    const seconds = ((atMs - trace.fromMs) / 1000).toFixed(2);
    findings.push({ verdict, text: `${verdict}: ${name} of slot ${slot} at ${seconds} s${why}` });
  };

  /** Expects the start cue of the next slot; its other cues count from the instant at which the start cue is played. */
  function toPosition(fromMs: number): Expected[] {
    const next = slots[slot];
    return next === undefined ? [] : [{ name: 'start', dueMs: fromMs + next.positionS * 1000 }];
  }

  function toWork(startMs: number): Expected[] {
    const here = slots[slot];
    felt = [];
    beats = 0;
    if (here === undefined) return [];
    at = here.kind;
    if (at === 'hold') holds++;
    if (here.kind === 'march') {
      return Array.from({ length: here.lifts }, (_, lift) => ({
        name: 'beat' as const,
        dueMs: startMs + (MARCH_LEAD_S + lift * here.beatS) * 1000,
      })).concat({ name: leaving() as never, dueMs: startMs + workS(here) * 1000 });
    }
    const marks = here.cues.map(({ cue, atS }) => ({ name: feltAs(cue), dueMs: startMs + atS * 1000 }));
    return [...marks, { name: leaving(), dueMs: startMs + plannedHoldS(here) * 1000 }];
  }

  const leaving = (): CueName => (slot + 1 < slots.length ? 'move' : 'done');

  /** Judges cues that were due until `untilMs` and were not played. */
  function miss(missed: readonly Expected[], untilMs: number): void {
    for (const [index, { name, dueMs }] of missed.entries()) {
      if (dueMs > untilMs) continue;
      cues++;
      // In a hold, a late cue is dropped if the next one follows within 5 s.
      const nextMs =
        missed[index + 1]?.dueMs ?? expected[expected.indexOf(missed[index] as Expected) + 1]?.dueMs;
      const endMs = at === 'hold' && nextMs !== undefined ? Math.min(untilMs, nextMs - 5_000) : untilMs;
      if (isExcused(trace, startedMs, dueMs, endMs)) excused++;
      else find('lost', name, dueMs, ` (not felt by ${((endMs - trace.fromMs) / 1000).toFixed(2)} s)`);
    }
  }

  function loseTrack(): void {
    at = 'lost-track';
    expected = [];
  }
  let untracked = false;
  let startedMs = trace.fromMs;

  /** After a long call the session waits for its wearer, who is asked when the page is in front again. */
  function noteLongCall(atMs: number): void {
    const pausedMs = callPauses(trace).find((ms) => ms > lastMs && ms <= atMs);
    if (pausedMs === undefined || at === 'lost-track') return;
    miss(expected, pausedMs);
    loseTrack();
  }

  /** After the second exit, which counts as meant, the session waits. */
  function noteExit(atMs: number): void {
    const meantMs = meantExit(trace);
    if (meantMs === undefined || meantMs > atMs || meantMs <= lastMs || at === 'lost-track') return;
    miss(expected, meantMs);
    loseTrack();
  }

  function hear(played: Played): void {
    const { atMs, cue } = played;
    noteLongCall(atMs);
    noteExit(atMs);
    if (at !== 'lost-track' && isBlind(trace, lastMs, atMs)) {
      untracked = true;
      // A move that is felt again, because the files did not tell of it, leads to the same slot.
      if (cue === 'move' && lastCue === 'move') slot--;
      loseTrack();
    }
    if (cue !== 'come-back' && isCutShort(trace, played)) find('lost', cue, atMs, ' (cut short)');
    if (cue === 'come-back') comeBack(atMs);
    else if (cue === 'beat') beat(played);
    else if (cue === 'start') start(played);
    else inside(played);
    lastMs = atMs;
    lastCue = cue;
    lastBy = played.by;
  }

  function comeBack(atMs: number): void {
    const here = slots[slot];
    const workMs = here === undefined ? 0 : workS(here) * 1000;
    const first = expected[0];
    const last = expected[expected.length - 1];
    const plannedMs = last === undefined ? atMs : at === 'position' ? last.dueMs + workMs : last.dueMs;
    // A march is complete with its last lift; the seconds from there to its end do not count.
    const endMs = plannedMs - (here?.kind === 'march' ? MARCH_END_S * 1000 : 0);
    if (first !== undefined && atMs >= endMs - ROUNDING_MS) {
      absences.push({ fromMs: startedMs, endMs });
      miss(expected, atMs);
      loseTrack();
    } else if (at === 'march' && first !== undefined) {
      // A page that comes back during a march starts the rhythm anew, with the seconds before a first beat.
      const shiftMs = Math.max(0, atMs + MARCH_LEAD_S * 1000 - first.dueMs);
      expected = expected.map(({ name, dueMs }) => ({ name, dueMs: dueMs + shiftMs }));
    }
  }

  function beat(played: Played): void {
    if (at !== 'march') return;
    const here = slots[slot];
    beats++;
    if (here?.kind === 'march' && beats > here.lifts)
      find('doubled', 'beat', played.atMs, ` (number ${beats})`);
    take(played);
  }

  function start(played: Played): void {
    if (at === 'hold') {
      const last = expected[expected.length - 1];
      if (last !== undefined && played.atMs < last.dueMs) find('doubled', 'start', played.atMs, '');
      miss(expected, played.atMs);
      slot++;
      expected = toPosition(last === undefined ? played.atMs : last.dueMs);
    }
    if (at === 'lost-track') expected = [{ name: 'start', dueMs: played.atMs }];
    if (at === 'march') find('doubled', 'start', played.atMs, ' (in the march)');
    take(played);
    startedMs = played.atMs;
    expected = toWork(played.atMs);
  }

  function inside(played: Played): void {
    const { cue, atMs } = played;
    if (at === 'lost-track') {
      // Only the moves show which slot it is.
      if (cue === 'move') slot++;
      if (cue === 'move') at = 'position';
      if (cue === 'move') expected = toPosition(atMs);
      return;
    }
    if (at === 'position') {
      const wasFelt = felt.indexOf(cue) >= 0;
      if (wasFelt) {
        find('doubled', cue, atMs, '');
        return;
      }
      miss(expected, atMs);
      loseTrack();
      inside(played);
      return;
    }
    if (wasFelt(cue) || at === 'ended') {
      find('doubled', cue, atMs, '');
      return;
    }
    take(played);
    if (cue === 'done') at = 'ended';
    if (cue !== 'move') return;
    slot++;
    at = 'position';
    expected = toPosition(atMs);
  }

  /** Whether a cue has been felt in this hold and is not to come once more. */
  const wasFelt = (cue: CueName): boolean =>
    felt.indexOf(cue) >= 0 && !expected.some(({ name }) => name === cue);

  /** Judges a cue that was played: it must not be early, and the cues before it were missed. */
  function take({ cue, atMs, by }: Played): void {
    felt.push(cue);
    const index = placeOf(expected, cue, atMs);
    const due = expected[index];
    if (due === undefined) {
      if (at !== 'lost-track') find('doubled', cue, atMs, ' (was not to come)');
      return;
    }
    const missed = expected.slice(0, index);
    miss(missed, atMs);
    expected = expected.slice(index + 1);
    cues++;
    if (at === 'march' && cue === 'beat') {
      // The last lift has its whole duration.
      const slackMs = expected.length > 1 ? BEAT_TICK_MS : 0;
      const shiftMs = Math.max(0, atMs - due.dueMs - slackMs);
      expected = expected.map(({ name, dueMs }) => ({ name, dueMs: dueMs + shiftMs }));
    }
    if (atMs < due.dueMs - ROUNDING_MS) {
      find('early', cue, atMs, ` by ${due.dueMs - atMs} ms`);
      return;
    }
    if (at === 'march') return;
    if (due.dueMs > lastMs || cue !== 'start') {
      lateness.push({
        lateMs: Math.max(0, atMs - due.dueMs),
        by: disturbance(by, startedMs, due.dueMs, atMs),
      });
    }
  }

  function disturbance(by: Played['by'], fromMs: number, dueMs: number, atMs: number): Lateness['by'] {
    if (trace.jumps.some((jump) => jump.atMs >= fromMs && jump.atMs <= atMs)) return 'disturbed';
    // A helper is on time in the dark once it is alone: the first cue it leaves to the page for longer.
    const isAlone =
      lastBy === 'helper' && !trace.pageOpen.some((open) => open.toMs > lastMs && open.fromMs <= atMs);
    if (by === 'helper' && !isAlone) return 'disturbed';
    const lives = by === 'page' ? trace.pageLives : both(trace.helperLives, trace.dark);
    const sinceMs = by === 'page' ? fromMs : dueMs;
    const through = lives.some((span) => span.fromMs <= sinceMs + 1_000 && atMs <= span.toMs);
    return through ? by : 'disturbed';
  }

  return {
    hear,
    end(): Judgement {
      noteLongCall(trace.toMs);
      noteExit(trace.toMs);
      if (at !== 'lost-track' && !isBlind(trace, lastMs, trace.toMs)) {
        miss(expected, trace.toMs - UNJUDGED_MS);
      }
      for (const text of overdueSilences(trace, absences)) findings.push({ verdict: 'lost', text });
      for (const text of trace.errors) findings.push({ verdict: 'lost', text: `error: ${text}` });
      return { cues, holds, excused, untracked, findings, lateness };
    },
  };
}
