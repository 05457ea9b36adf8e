/**
 * A simulated year of a careless wearer: two watches, two routines, journeys, clocks that are wrong and put right, answers that are
 * skipped, a phone whose storage is full for a while, and imports. What the wearer did and said is kept beside the app, and what the
 * app says is held against it.
 */
import { createRecordStore } from '../../../app-side/record-store.ts';
import { createMemoryFiles } from '../../../test/support/memory-files.ts';
import { createMemoryTexts } from '../../../test/support/memory-texts.ts';
import type { SessionRecord } from '../../../utils/core/log/record.ts';
import { newWearer } from '../../../utils/core/preferences/preference-table.ts';
import { routines } from '../../../utils/core/routine/built-in.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import type { Plan } from '../../../utils/core/routine/plan.ts';
import type { Routine, Stage } from '../../../utils/core/routine/routine.ts';
import { wearersDay } from '../../../utils/core/schedule/calendar.ts';
import { isMorningAfter } from '../../../utils/core/schedule/reminder.ts';
import { encodeSnapshot } from '../../../utils/core/session/snapshot.ts';
import type { Outcome, Try } from '../../../utils/core/session/state.ts';
import { startSession } from '../../../utils/core/session/transitions.ts';
import { OPEN_SESSION } from '../../../utils/core/stored-names.ts';
import { adviseStage, refuseAdvice } from '../../../utils/run/advise-stage.ts';
import { lastSession, noteSession } from '../../../utils/run/last-session.ts';
import { logEndedSession } from '../../../utils/run/log-ended-session.ts';
import { logRating } from '../../../utils/run/log-rating.ts';
import { createSessionLog } from '../../../utils/run/session-log.ts';
import { createTextStore } from '../../../utils/run/text-store.ts';
import { createRandom } from '../../shared/random.ts';
import { checkAdvice, phoneAdvice } from './advice.ts';
import { checkRest, contradictions, type Lived, RESTED_FROM_S } from './contradictions.ts';
import { importTwice } from './imports.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_FROM_MS = Date.UTC(2025, 10, 20);
const ZONES_MIN = [0, 60, 120, -300, -480, 330, 540, 765, -660] as const;
const WRONG_CLOCKS_MS = [0, Date.UTC(2000, 0, 1), Date.UTC(2037, 3, 1)] as const;
const OUTCOMES: readonly Outcome[] = [
  'guided-to-end',
  'let-go',
  'not-easing',
  'interrupted',
  'skipped',
  'stopped',
];

function planFor(routine: Routine, stage: Stage): Plan {
  const plan = layOutPlan(routine, { ...newWearer, stage });
  if (!plan.ok) throw new Error(plan.failure.what);
  return plan.value;
}

const plans: Readonly<Record<Stage, readonly Plan[]>> = {
  sore: routines.map((routine) => planFor(routine, 'sore')),
  active: routines.map((routine) => planFor(routine, 'active')),
  maintenance: routines.map((routine) => planFor(routine, 'maintenance')),
};

export interface YearReport {
  readonly seed: number;
  readonly sessions: number;
  /** A sentence for each thing that the app said and that was not so. */
  readonly faults: readonly string[];
}

export function liveYear(seed: number): YearReport {
  const random = createRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const texts = createMemoryTexts();
  const watches = [createWatch(random), createWatch(random)];
  const lived: Lived[] = [];
  const faults: string[] = [];
  let trueMs = YEAR_FROM_MS;
  let zoneMin: number = 60;
  let stage: Stage = 'sore';
  let keptStageS = 0;

  /** Sends what the phone has not, with the phone's clock as it may be. */
  function sync(): void {
    const isFull = random() < 0.1;
    const phoneMs = random() < 0.1 ? oneOf(WRONG_CLOCKS_MS) : trueMs;
    const records = createRecordStore(isFull ? fullStorage(texts) : texts, random, () => phoneMs);
    for (const { sessionLog } of watches) {
      const install = sessionLog.installId();
      const frames = sessionLog.framesFrom(records.heldThrough(install, sessionLog.floor()) + 1);
      records.insert(install, frames);
    }
  }

  /** The wearer is advised, and takes the advice or stays; then neither watch nor phone repeats it. */
  function advise(watch: Watch, routine: string): void {
    const nowMs = Math.max(0, trueMs + watch.offMs);
    const { store, sessionLog } = watch;
    const advised = adviseStage(sessionLog, store, stage, { routine, nowMs });
    if (advised === null) return;
    checkAdvice(watch, lived, { routine, nowMs, stage, advised }, faults);
    if (advised !== 'pause' && random() < 0.4) {
      stage = advised;
      return;
    }
    refuseAdvice(sessionLog, store, nowMs);
    watch.adviceFrom = sessionLog.tail() + 1;
    keptStageS = Math.floor(nowMs / 1000);
    const again = routines.filter(
      ({ id }) => adviseStage(sessionLog, store, stage, { routine: id, nowMs }) !== null,
    );
    if (again.length > 0) faults.push(`${advised} is advised again at once`);
    // A wrong clock of the watch says nothing to the phone.
    if (watch.offMs !== 0) return;
    sync();
    for (const { id } of routines) {
      if (phoneAdvice(texts, { routine: id, nowMs, stage, keptStageS }) !== null)
        faults.push(`the phone repeats the advice ${advised}, which was refused`);
    }
  }

  while (trueMs < YEAR_FROM_MS + 365 * DAY_MS) {
    trueMs += DAY_MS * (0.2 + random() * 4);
    if (random() < 0.08) zoneMin = oneOf(ZONES_MIN);
    const watch = random() < 0.8 ? (watches[0] as Watch) : (watches[1] as Watch);
    watch.offMs = random() < 0.06 ? oneOf(WRONG_CLOCKS_MS) - trueMs : 0;
    const one = liveSession(watch, random, { trueMs, zoneMin, plan: oneOf(plans[stage]) }, faults);
    if (one !== null) lived.push(one);
    const before = texts.values.size;
    if (random() < 0.02) faults.push(...importTwice(texts));
    if (texts.values.size < before) faults.push('an import takes away what was there');
    if (random() < 0.5)
      answerMorning(
        watch,
        lived,
        trueMs + HOUR_MS * (6 + below(20)),
        zoneMin,
        oneOf(['worse', 'same', 'better'] as const),
        faults,
      );
    if (random() < 0.5) advise(watch, oneOf(routines).id);
    // Whatever the clocks have been, they are right when the wearer looks.
    for (const one of watches) checkRest(one, lived, trueMs + HOUR_MS * 6, zoneMin, faults);
    if (random() < 0.7) sync();
    if (random() < 0.02) faults.push(...contradictions(texts, lived, trueMs + HOUR_MS, false));
  }
  for (const watch of watches) watch.offMs = 0;
  for (let tries = 0; tries < 3; tries++) sync();
  faults.push(...contradictions(texts, lived, trueMs + HOUR_MS, true));
  return { seed, sessions: lived.length, faults: faults.map((fault) => `seed ${seed}: ${fault}`) };
}

export type Watch = ReturnType<typeof createWatch>;

function createWatch(random: () => number) {
  const files = createMemoryFiles(new Map());
  const report = (where: string, what: string): never => {
    throw new Error(`${where}: ${what}`);
  };
  const store = createTextStore(files, report);
  return {
    store,
    sessionLog: createSessionLog(files, store, report, random),
    report,
    offMs: 0,
    adviceFrom: 1,
  };
}

/** A session of some tries, what was said after it, and what the watch was asked to log of both. */
function liveSession(
  watch: Watch,
  random: () => number,
  { trueMs, zoneMin, plan }: { trueMs: number; zoneMin: number; plan: Plan },
  faults: string[],
): Lived | null {
  const startedAtMs = Math.max(0, Math.floor(trueMs + watch.offMs));
  const { store, sessionLog, report } = watch;
  const style = { strength: 'normal', motor: 'pattern' } as const;
  const [begun] = startSession(plan, startedAtMs, zoneMin, style as never);
  // Some are given up within seconds, and some before anything was guided.
  const isShort = random() < 0.15;
  const tries: Try[] = [];
  plan.slots.forEach(({ kind }, slot) => {
    if (kind !== 'hold' || random() < 0.2) return;
    const seconds = random() < 0.1 ? 0 : Math.floor(random() * (isShort ? 12 : 120));
    const outcome = OUTCOMES[Math.floor(random() * OUTCOMES.length)] as Outcome;
    tries.push({ slot, seconds, positionedS: 20, reached: 0, outcome, lateMs: 0 });
  });
  const guidedS = tries.reduce((sumS, { seconds }) => sumS + seconds, 0);
  const pausesS = random() < 0.2 ? 1_200 : 0;
  const endMs = startedAtMs + (pausesS + tries.reduce((sumS, one) => sumS + one.seconds + 20, 0)) * 1000;
  const how = random() < 0.7 ? ('done' as const) : ('stopped' as const);
  const ended = {
    ...begun,
    tries,
    seenMs: endMs,
    phase: { at: 'ended', sinceMs: endMs, untilMs: endMs, how },
  } as const;
  store.save(OPEN_SESSION, encodeSnapshot(ended, sessionLog.tail() + 1));
  // Low numbers are said more often than high ones.
  const points = (): number => Math.floor(random() ** 2 * 11);
  const painBefore = random() < 0.5 ? points() : null;
  const finished = logEndedSession({ store, sessionLog, report }, '', painBefore);
  if (finished === null || finished.seq === null) {
    if (guidedS > 0) faults.push(`a session of ${guidedS} s is not logged`);
    return null;
  }
  if (guidedS === 0) faults.push(`record ${finished.seq} is of a session in which nothing was guided`);
  const one: Lived = {
    install: sessionLog.installId(),
    seq: finished.seq,
    record: finished.record as SessionRecord,
    guidedS,
    painBefore,
    painAfter: null,
    contact: null,
    contactLeft: null,
    contactRight: null,
    morning: null,
  };
  for (const name of ['contactLeft', 'contactRight', 'painAfter'] as const) {
    if (random() < 0.4) continue;
    one[name] = points();
    // A side goes with the worse of both, as the watch logs it.
    if (name !== 'painAfter') one.contact = Math.max(one.contactLeft ?? 0, one.contactRight ?? 0);
    logRating(sessionLog, one.seq, endMs, {
      [name]: one[name],
      ...(name === 'painAfter' ? {} : { contact: one.contact }),
    });
  }
  return one;
}

/** The app is opened some hours later: where it asks about the morning, the answer is about the session of the day before. */
function answerMorning(
  { store, sessionLog, offMs }: Watch,
  lived: readonly Lived[],
  trueMs: number,
  zoneMin: number,
  morning: 'worse' | 'same' | 'better',
  faults: string[],
): void {
  const nowMs = Math.max(0, trueMs + offMs);
  const last = lastSession(store, nowMs);
  if (last === null || last.morning !== null || !isMorningAfter(last, nowMs, zoneMin)) return;
  const meant = lived
    .filter(({ install, guidedS }) => install === sessionLog.installId() && guidedS >= RESTED_FROM_S)
    .pop();
  const day = meant && wearersDay(meant.record.startedAtMs, meant.record.zoneOffsetMin);
  if (meant === undefined || meant.seq !== last.seq || day !== wearersDay(nowMs, zoneMin) - 1) {
    // A session that a wrong clock has dated may lie between; then nobody is asked about it.
    const asked = lived.find(({ install, seq }) => install === sessionLog.installId() && seq === last.seq);
    if (asked === undefined)
      faults.push(`the morning of record ${last.seq} is asked about, which nobody lived`);
    else if (
      wearersDay(asked.record.startedAtMs, asked.record.zoneOffsetMin) !==
      wearersDay(nowMs, zoneMin) - 1
    )
      faults.push(`record ${last.seq} is not of the day before the morning that is asked about`);
  }
  if (!logRating(sessionLog, last.seq, nowMs, { morning })) return;
  noteSession(store, { ...last, morning });
  const answered = lived.find(({ install, seq }) => install === sessionLog.installId() && seq === last.seq);
  if (answered !== undefined) answered.morning = morning;
}

/** A phone that takes nothing more. */
function fullStorage(texts: ReturnType<typeof createMemoryTexts>) {
  return {
    getItem: (key: string) => texts.getItem(key),
    removeItem: (key: string) => texts.removeItem(key),
    toObject: () => texts.toObject(),
    setItem(): void {
      throw new Error('full');
    },
  };
}
