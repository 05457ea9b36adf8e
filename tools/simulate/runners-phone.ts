/**
 * The storage of a made-up runner's phone: sore on the left at first, easier over the months, with a relapse after a race, a
 * holiday without sessions, and questions left open now and then.
 */

import type { HoldRecord, Morning, RatingRecord, SessionRecord } from '../../utils/core/log/record.ts';
import { emptyDocument, formatPreferences, setPreference } from '../../utils/core/preferences/document.ts';
import type { Side, Stage, StepId } from '../../utils/core/routine/routine.ts';
import { PREFERENCES_KEY, WATCH_PREFERENCES_KEY } from '../../utils/core/sync/phone-keys.ts';
import { plainHold, plainPlan, plainRecord } from '../shared/plain-record.ts';
import { type RatedSession, storedSessions } from './seeded-phone.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Central European time; the simulated phone has no other. */
const ZONE_MIN = 60;
const SORE_DAYS = 55;
const ACTIVE_DAYS = 240;
const RACE_DAY = 150;
const HOLIDAY: readonly [number, number] = [236, 257];
/** Days to the next session, taken in turn. */
const RESTS: Readonly<Record<Stage, readonly number[]>> = {
  sore: [2, 2, 3, 2],
  active: [3, 2, 3, 4],
  maintenance: [7, 9, 8, 12],
};

/** How a hold goes to plan, with either kit: seconds in all, cues, and seconds to the minimum. A test holds this to the routine. */
const HELD: Readonly<Record<'ball' | 'hook', { seconds: number; reached: number; minimumS: number }>> = {
  ball: { seconds: 75, reached: 2, minimumS: 60 },
  hook: { seconds: 105, reached: 3, minimumS: 90 },
};
/** What one "stay longer" adds. */
const STAY_S = 60;

/**
 * @param days how long ago the first session was
 * @param nowMs UTC ms, in the evening
 */
export function runnersPhone(days: number, nowMs: number): Readonly<Record<string, string>> {
  const sessions: RatedSession[] = [];
  let at = 0;
  for (let day = 0; day < days - 1; at++) {
    const startedAtMs = nowMs - (days - day) * DAY_MS - (at % 3) * 37 * MINUTE_MS;
    const session = sessionOf(day, at, startedAtMs);
    sessions.push(session);
    const rests = RESTS[session.record.phase];
    day += rests[at % rests.length] ?? 3;
    if (day >= HOLIDAY[0] && day < HOLIDAY[1]) day = HOLIDAY[1];
  }
  const stage = sessions[sessions.length - 1]?.record.phase ?? 'sore';
  const chosen = setPreference(emptyDocument, 'stage', stage, 'watch');
  const preferences = formatPreferences(chosen.ok ? chosen.value : emptyDocument);
  return {
    ...storedSessions(sessions),
    [PREFERENCES_KEY]: preferences,
    [WATCH_PREFERENCES_KEY]: preferences,
  };
}

function stageOf(day: number): Stage {
  if (day < SORE_DAYS) return 'sore';
  return day < ACTIVE_DAYS ? 'active' : 'maintenance';
}

/** How sore a side is, 0 to 10. */
function soreness(side: Side, day: number, at: number): number {
  const sinceRace = day - RACE_DAY;
  const relapse = sinceRace >= 0 && sinceRace < 40 ? 3 * (1 - sinceRace / 40) : 0;
  const start = side === 'left' ? 7 : 4;
  const lasting = side === 'left' ? 1.6 : 0.8;
  const wobble = [0, 0.6, -0.4, 0.3, -0.5][at % 5] ?? 0;
  return (start - lasting) * Math.exp(-day / 90) + lasting + relapse + wobble;
}

function whole(value: number): number {
  return Math.max(0, Math.min(10, Math.round(value)));
}

function sessionOf(day: number, at: number, startedAtMs: number): RatedSession {
  const phase = stageOf(day);
  const left = soreness('left', day, at);
  const isAnswered = at % 6 !== 4;
  const isLeftEarly = at % 17 === 9;
  const kit = day < 100 ? 'ball' : 'hook';
  const holds = holdsOf(phase, kit, at).slice(0, isLeftEarly ? 2 : undefined);
  const record: SessionRecord = {
    ...plainRecord,
    phase,
    tool: kit,
    startedAtMs: Math.floor(startedAtMs / 1000) * 1000,
    zoneOffsetMin: ZONE_MIN,
    durationS: holds.reduce((sum, { seconds, positionedS }) => sum + seconds + positionedS, 60),
    how: isLeftEarly ? 'stopped' : 'done',
    planned: stepsOf(phase).map((step) => {
      const tool = kitAt(step, kit);
      const { seconds, reached: cues } = HELD[tool];
      return { ...plainPlan, step, tool, seconds, cues, spots: [spotsOf(step), spotsOf(step)] };
    }),
    holds,
    beats: isLeftEarly ? 0 : 10,
    interruptions: at % 11 === 5 ? 1 : 0,
    protection: { standby: true, alarm: true, screen: true },
    painBefore: isAnswered ? whole(left * 0.7) : null,
    painAfter: isAnswered ? whole(left * 0.7 - 1.2) : null,
    contact: isAnswered ? whole(left) : null,
  };
  return { record, rating: ratingOf(day, at, startedAtMs, isAnswered) };
}

/** What the runner said later; nothing for a session that she did not rate. */
function ratingOf(
  day: number,
  at: number,
  startedAtMs: number,
  isAnswered: boolean,
): Omit<RatingRecord, 'of'> | null {
  if (!isAnswered) return null;
  const isRelapse = day >= RACE_DAY && day < RACE_DAY + 12;
  const usual: readonly Morning[] = ['better', 'same', 'better', 'better', 'same'];
  const morning = isRelapse || at % 23 === 7 ? 'worse' : (usual[at % usual.length] ?? 'same');
  const sides = {
    contactLeft: whole(soreness('left', day, at)),
    contactRight: whole(soreness('right', day, at)),
    contact: whole(soreness('left', day, at)),
  };
  const atMs = Math.floor(startedAtMs / 1000) * 1000 + DAY_MS / 2;
  return { kind: 'rating', atMs, ...sides, ...(at % 4 === 2 ? {} : { morning }) };
}

function stepsOf(stage: Stage): readonly StepId[] {
  return stage === 'sore' ? ['release-iliacus'] : ['release-iliacus', 'release-back'];
}

/** Spots a side: one at the front, two at the back, as the hip release has them. */
function spotsOf(step: StepId): number {
  return step === 'release-back' ? 2 : 1;
}

/** The back of the hip is always pressed with the ball. */
function kitAt(step: StepId, kit: 'ball' | 'hook'): 'ball' | 'hook' {
  return step === 'release-back' ? 'ball' : kit;
}

function holdsOf(stage: Stage, kit: 'ball' | 'hook', at: number): readonly HoldRecord[] {
  return stepsOf(stage).flatMap((step) =>
    (['left', 'right'] as const).flatMap((side) =>
      Array.from({ length: spotsOf(step) }, (_, spot) =>
        triesAt({ ...plainHold, step, side, spot: spot + 1, tool: kitAt(step, kit) }, at),
      ).flat(),
    ),
  );
}

/**
 * The tries at the spot of `planned`: most go to their end, on some she stays a minute longer, some she lets go after the
 * minimum, and at the front the left hip needs a second spot now and then.
 */
function triesAt(planned: HoldRecord, at: number): readonly HoldRecord[] {
  const { step, side, spot, tool } = planned;
  const { seconds, reached, minimumS } = HELD[tool as 'ball' | 'hook'];
  const hold: HoldRecord = { ...planned, reached, seconds: seconds + (at % 4 === 3 ? STAY_S : 0) };
  if (spot === 2) return [hold];
  if (step === 'release-iliacus' && side === 'left' && at % 5 === 1)
    return [{ ...hold, seconds: 34, reached: 1, outcome: 'not-easing' }, hold];
  if (side === 'right' && at % 7 === 3) return [{ ...hold, seconds: minimumS + 6, outcome: 'let-go' }];
  return [{ ...hold, lateMs: at % 13 === 6 ? 900 : 0 }];
}
