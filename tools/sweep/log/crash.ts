/**
 * The power goes at every byte that is written while random sessions end, are logged, reach the phone and are pruned; and
 * after each first loss of power again at every byte that the next launch writes. The judgement looks at the files and the
 * phone only. Losing power at a read is the same as losing it after the write before.
 */
import { createRecordStore } from '../../../app-side/record-store.ts';
import {
  createMemoryFiles,
  type FileFault,
  PowerLoss,
  type Write,
} from '../../../test/support/memory-files.ts';
import { createMemoryTexts, type MemoryTexts } from '../../../test/support/memory-texts.ts';
import { onPhone } from '../../../test/support/phone-and-watch.ts';
import { encodeHello, encodePush } from '../../../test/support/watch-messages.ts';
import { decodeRecord } from '../../../utils/core/log/decode.ts';
import { type Frame, scanFrames } from '../../../utils/core/log/frame.ts';
import { encodeSnapshot } from '../../../utils/core/session/snapshot.ts';
import type { SessionState } from '../../../utils/core/session/state.ts';
import { startSession } from '../../../utils/core/session/transitions.ts';
import { OPEN_SESSION } from '../../../utils/core/stored-names.ts';
import { answerMessage } from '../../../utils/core/sync/inbox.ts';
import { unseal } from '../../../utils/core/sync/message.ts';
import { parseAnswer } from '../../../utils/core/sync/watch-messages.ts';
import { finishSession } from '../../../utils/run/finished-session.ts';
import { createSessionLog, type SessionLog } from '../../../utils/run/session-log.ts';
import { createTextStore } from '../../../utils/run/text-store.ts';
import { planFor } from '../../shared/plan-for.ts';
import { createRandom } from '../../shared/random.ts';
import type { Count } from './count.ts';

const START_MS = Date.UTC(2026, 0, 5, 6, 30);
const quiet = (): void => {};
const ALIVE: FileFault = { kind: 'none' };

/** The state of session number `at` after its end. Its start identifies it. */
function endedState(at: number, random: () => number): SessionState {
  const plan = planFor({ sides: ['left'], band: false });
  const startMs = START_MS + at * 86_400_000;
  const [state] = startSession(plan, startMs, 60, { strength: 'normal', motor: 'pattern' });
  const seconds = 20 + Math.floor(random() * 100);
  const outcome = random() < 0.5 ? 'let-go' : 'stopped';
  const endMs = startMs + 200_000;
  return {
    ...state,
    tries: [{ slot: 0, seconds, positionedS: 30, reached: 1, outcome, lateMs: 0 }],
    phase: { at: 'ended', sinceMs: endMs, untilMs: endMs, how: 'stopped' },
  };
}

interface World {
  readonly contents: Map<string, Uint8Array>;
  readonly texts: MemoryTexts;
  /** Starts of the sessions whose end was stored before the power went. These must not be lost. */
  readonly promised: Set<number>;
  /** Number of the next session. */
  next: number;
}

/** Syncs over a radio without faults. */
function sync(sessionLog: SessionLog, texts: MemoryTexts): void {
  const phone = createRecordStore(texts, () => 0.5);
  const install = sessionLog.installId();
  const ask = (message: Uint8Array): number => {
    const read = parseAnswer(answerMessage(unseal(message), phone), install);
    if (!read.ok || read.value.holdings === undefined) throw new Error('no holdings');
    return read.value.holdings.through;
  };
  let through = ask(encodeHello(1, install, sessionLog.floor(), sessionLog.tail()));
  sessionLog.reserve(through);
  while (through < sessionLog.tail()) {
    through = ask(encodePush(2, install, sessionLog.floor(), sessionLog.framesFrom(through + 1)));
  }
  sessionLog.prune(through);
}

/**
 * One launch of the app: recovers what is stored, then runs the sessions up to number `to`, if there are any left.
 * @returns its writes; null if the power went
 */
function live(
  world: World,
  states: readonly SessionState[],
  fault: FileFault,
  to = states.length,
): readonly Write[] | null {
  const files = createMemoryFiles(world.contents);
  files.fault = fault;
  const store = createTextStore(files, quiet);
  const sessionLog = createSessionLog(files, store, quiet, () => 0.3);
  try {
    finishSession(store, sessionLog);
    for (; world.next < to; world.next++) {
      const state = states[world.next] as SessionState;
      if (store.save(OPEN_SESSION, encodeSnapshot(state, sessionLog.tail() + 1)))
        world.promised.add(state.startedAtMs);
      finishSession(store, sessionLog);
      if (world.next % 2 === 1) sync(sessionLog, world.texts);
    }
    sync(sessionLog, world.texts);
    return files.writes;
  } catch (error) {
    if (!(error instanceof PowerLoss)) throw error;
    // The session is over for the wearer, whether it was stored or not.
    if (world.next < to) world.next++;
    return null;
  }
}

/** A launch that recovers and syncs, without a session. */
const recover = (world: World, fault: FileFault): readonly Write[] | null => live(world, [], fault, 0);

function freshWorld(before: ReadonlyMap<string, Uint8Array>, phone: MemoryTexts): World {
  const texts = createMemoryTexts();
  for (const [key, text] of phone.values) texts.values.set(key, text);
  const contents = new Map([...before].map(([name, bytes]) => [name, bytes.slice()] as const));
  return { contents, texts, promised: new Set(), next: 0 };
}

function copyOf(world: World): World {
  const copy = freshWorld(world.contents, world.texts);
  copy.next = world.next;
  for (const start of world.promised) copy.promised.add(start);
  return copy;
}

/** Every loss of power in the `writes` of a launch: before each write, and after every `every`-th of its bytes. */
function deathsIn(writes: readonly Write[], every: number): readonly FileFault[] {
  return writes.flatMap(({ length }, atWrite) => {
    const kept = Array.from({ length: Math.floor(length / every) + 1 }, (_, step) => step * every);
    return [-1, ...kept].map((keptBytes) => ({ kind: 'dies', atWrite, keptBytes }) as const);
  });
}

function startOf(frame: Frame): number | null {
  const read = decodeRecord(frame);
  return read.ok && read.value.kind === 'session' ? read.value.startedAtMs : null;
}

function isLogged(world: World, start: number): boolean {
  const files = [...world.contents].filter(([name]) => /^log\d+$/.test(name));
  return files.some(([, bytes]) => scanFrames(bytes).frames.some((frame) => startOf(frame) === start));
}

export interface CrashSweep {
  readonly sessions: number;
  /** Distance between the tried bytes of a write; 1 for all. */
  readonly every?: number;
  readonly seed?: number;
  /** Only every `of`-th pair of sessions, from `index` on. */
  readonly share?: { readonly index: number; readonly of: number };
}

export function sweepCrash({
  sessions,
  every = 1,
  seed = 1,
  share = { index: 0, of: 1 },
}: CrashSweep): Count {
  const total = { cases: 0, lost: 0, doubled: 0, unreadable: 0 };
  const seen = {
    'points of death': 0,
    'points of a second death, in recovery': 0,
    'session gone: its end was not stored (old)': 0,
    'session logged in recovery (new)': 0,
    'session logged before (finished)': 0,
    'log pruned': 0,
  };
  for (let count = share.index * 2; count < sessions; count += share.of * 2) oneWorld(count);
  return { ...total, seen };

  /** Two sessions after a log that is long enough for a file to be pruned. */
  function oneWorld(count: number): void {
    const random = createRandom(seed + count);
    const states = [endedState(count + 500, random), endedState(count + 501, random)];
    const past = freshWorld(new Map(), createMemoryTexts());
    const history = Array.from({ length: 111 + (count % 4) }, (_, at) => endedState(at, random));
    live(past, history, ALIVE);
    const writes = live(freshWorld(past.contents, past.texts), states, ALIVE) ?? [];
    for (const fault of deathsIn(writes, every)) {
      const world = freshWorld(past.contents, past.texts);
      live(world, states, fault);
      seen['points of death']++;
      const start = states[world.next - 1]?.startedAtMs ?? 0;
      // Was the record of the running session in a file already?
      const wasLogged = isLogged(world, start);
      for (const again of deathsIn(recover(copyOf(world), ALIVE) ?? [], every)) {
        const twice = copyOf(world);
        recover(twice, again);
        seen['points of a second death, in recovery']++;
        goOn(twice, states, start, wasLogged);
      }
      goOn(world, states, start, wasLogged);
    }
  }

  function goOn(world: World, states: readonly SessionState[], start: number, wasLogged: boolean): void {
    live(world, states, ALIVE);
    judge(world, start, wasLogged);
  }

  function judge(world: World, start: number, wasLogged: boolean): void {
    total.cases++;
    const frames = onPhone(world.texts);
    const starts = frames.map(startOf);
    total.unreadable += starts.filter((start) => start === null).length;
    total.doubled += starts.length - new Set(starts).size;
    for (const promised of world.promised) if (!starts.includes(promised)) total.lost++;
    if (wasLogged) seen['session logged before (finished)']++;
    else if (starts.includes(start)) seen['session logged in recovery (new)']++;
    else seen['session gone: its end was not stored (old)']++;
    if ((world.contents.get('log0')?.length ?? 1) === 0) seen['log pruned']++;
  }
}
