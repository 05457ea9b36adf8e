/**
 * `npm run sweep -- crash`: the power goes at every write and every byte of it, and again in recovery, while random sessions end,
 * are logged, reach the phone and are pruned. Judged from the files and the phone alone.
 */
import { createSessionStore } from '../../app-side/session-store.ts';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import { type Frame, scanFrames } from '../../utils/core/log/frame.ts';
import { defaultRoutine } from '../../utils/core/routine/default-routine.ts';
import { buildPlan, newWearer } from '../../utils/core/routine/plan.ts';
import { startSession } from '../../utils/core/session/moves.ts';
import { encodeSnapshot } from '../../utils/core/session/snapshot.ts';
import type { SessionState } from '../../utils/core/session/state.ts';
import { answerMessage } from '../../utils/core/sync/inbox.ts';
import { parseAnswer } from '../../utils/core/sync/questions.ts';
import { finishSession } from '../../utils/run/finished-session.ts';
import { createJournal, type Journal } from '../../utils/run/journal.ts';
import { createSlotStore, OPEN } from '../../utils/run/slot-store.ts';
import { createMemoryFiles, type FileFault, PowerLoss, type Write } from '../support/memory-files.ts';
import { createMemoryTexts, type MemoryTexts } from '../support/memory-texts.ts';
import { onPhone } from '../support/phone-and-watch.ts';
import { encodeHello, encodePush } from '../support/questions.ts';
import type { Count } from './count.ts';
import { createRandom } from './random.ts';

const START_MS = Date.UTC(2026, 0, 5, 6, 30);
const quiet = (): void => {};

/** Session number `at`, ended; told from others by its start. */
function endedState(at: number, random: () => number): SessionState {
  const plan = buildPlan(defaultRoutine, { ...newWearer, sides: ['left'], band: false });
  if (!plan.ok) throw new Error(plan.failure.what);
  const startMs = START_MS + at * 86_400_000;
  const [state] = startSession(plan.value, startMs, 60);
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
  /** Sessions whose end was stored before the power went: these must be there. */
  readonly promised: Set<number>;
  /** The next session to be lived. */
  next: number;
}

/** The radio is perfect here: what it does is the other sweep's. */
function sync(journal: Journal, texts: MemoryTexts): void {
  const phone = createSessionStore(texts, () => 0.5);
  const install = journal.installId();
  const ask = (message: Uint8Array): number => {
    const read = parseAnswer(answerMessage(message, phone), install);
    if (!read.ok || read.value.holds === undefined) throw new Error('no statement');
    return read.value.holds[1];
  };
  let through = ask(encodeHello(1, install, journal.floor(), journal.tail()));
  journal.reserve(through);
  while (through < journal.tail()) {
    through = ask(encodePush(2, install, journal.floor(), journal.framesFrom(through + 1)));
  }
  journal.prune(through);
}

/** One life of the app: mends what is there, then lives the sessions that are left. @returns its writes; null where it died */
function live(world: World, states: readonly SessionState[], fault: FileFault): readonly Write[] | null {
  const files = createMemoryFiles(world.contents);
  files.fault = fault;
  const store = createSlotStore(files, quiet);
  const journal = createJournal(files, store, quiet, () => 0.3);
  try {
    finishSession(store, journal);
    for (; world.next < states.length; world.next++) {
      const state = states[world.next] as SessionState;
      if (store.save(OPEN, encodeSnapshot(state, journal.tail() + 1))) world.promised.add(state.startedAtMs);
      finishSession(store, journal);
      if (world.next % 2 === 1) sync(journal, world.texts);
    }
    sync(journal, world.texts);
    return files.writes;
  } catch (error) {
    if (!(error instanceof PowerLoss)) throw error;
    // The wearer does not live a session twice.
    world.next++;
    return null;
  }
}

function freshWorld(before: ReadonlyMap<string, Uint8Array>, phone: MemoryTexts): World {
  const texts = createMemoryTexts();
  for (const [key, text] of phone.values) texts.values.set(key, text);
  const contents = new Map([...before].map(([name, bytes]) => [name, bytes.slice()] as const));
  return { contents, texts, promised: new Set(), next: 0 };
}

function startOf(frame: Frame): number | null {
  const read = decodeRecord(frame);
  return read.ok && read.value.kind === 'session' ? read.value.startedAtMs : null;
}

function isLogged(world: World, start: number): boolean {
  const files = [...world.contents].filter(([name]) => /^log\d+$/.test(name));
  return files.some(([, bytes]) => scanFrames(bytes).frames.some((frame) => startOf(frame) === start));
}

/** @param every of the bytes of a write, this many apart; 1 for all */
export function sweepCrash(sessions: number, every = 1, seed = 1): Count {
  const random = createRandom(seed);
  const total = { cases: 0, lost: 0, doubled: 0, unreadable: 0 };
  const seen = { old: 0, new: 0, finished: 0, twice: 0, pruned: 0 };
  // Two sessions a world, and a log behind them that is long enough for a file to be pruned.
  for (let count = 0; count < sessions; count += 2) {
    const states = [endedState(count + 500, random), endedState(count + 501, random)];
    const past = freshWorld(new Map(), createMemoryTexts());
    const history = Array.from({ length: 111 + (count % 4) }, (_, at) => endedState(at, random));
    live(past, history, { kind: 'none' });
    const writes = live(freshWorld(past.contents, past.texts), states, { kind: 'none' }) ?? [];
    writes.forEach((write, atWrite) => {
      for (let keptBytes = -1; keptBytes <= write.length; keptBytes += keptBytes < 0 ? 1 : every) {
        const world = freshWorld(past.contents, past.texts);
        live(world, states, { kind: 'dies', atWrite, keptBytes });
        // The session in hand when the power went, and whether its record was in a file by then.
        const start = states[world.next - 1]?.startedAtMs ?? 0;
        const wasLogged = isLogged(world, start);
        const again = Math.floor(random() * 8);
        const kept = Math.floor(random() * 40) - 1;
        if (live(world, states, { kind: 'dies', atWrite: again, keptBytes: kept }) === null) seen.twice++;
        live(world, states, { kind: 'none' });
        judge(world, start, wasLogged);
      }
    });
  }
  return { ...total, seen };

  function judge(world: World, start: number, wasLogged: boolean): void {
    total.cases++;
    const frames = onPhone(world.texts);
    const starts = frames.map(startOf);
    total.unreadable += starts.filter((start) => start === null).length;
    total.doubled += starts.length - new Set(starts).size;
    for (const promised of world.promised) if (!starts.includes(promised)) total.lost++;
    if (wasLogged) seen.finished++;
    else if (starts.includes(start)) seen.new++;
    else seen.old++;
    if ((world.contents.get('log0')?.length ?? 1) === 0) seen.pruned++;
  }
}
