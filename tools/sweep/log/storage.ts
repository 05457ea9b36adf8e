/**
 * Storage that fails in other ways than by a loss of power: it refuses, is full, or one file of it takes no write or cannot be
 * read, from each write of a session on; and between two lives files are gone, emptied, cut, swapped, or hold what is foreign.
 * What is lost must be seen on watch or phone, and a session after the fault must arrive.
 */
import { createMemoryFiles, type FileFault } from '../../../test/support/memory-files.ts';
import type { WatchLife } from '../../../test/support/watch-life.ts';
import { scanFrames } from '../../../utils/core/log/frame.ts';
import { createTextStore } from '../../../utils/run/text-store.ts';
import { createRandom } from '../../shared/random.ts';
import type { Count } from './count.ts';
import { FOREIGN_TEXTS, STORED_TEXTS } from './foreign-texts.ts';
import { fatesIn, launchIn, liveIn, recoverIn, syncIn, usedWorld, type World } from './watch-world.ts';

const FAILING_TEXTS = ['open', 'kept', 'marks', 'last', 'install', 'prefs'] as const;

/** A way in which storage fails from one moment on. */
interface Failure {
  readonly name: string;
  readonly begin: (life: WatchLife) => void;
}

const withFault =
  (fault: FileFault): Failure['begin'] =>
  ({ files }) => {
    files.fault = fault;
  };

const FAILURES: readonly Failure[] = [
  { name: 'refuses', begin: withFault({ kind: 'refuses' }) },
  { name: 'full', begin: withFault({ kind: 'full' }) },
  ...[...FAILING_TEXTS, 'log'].map((only) => ({
    name: `refuses ${only}`,
    begin: withFault({ kind: 'refuses', only }),
  })),
  ...['log1', ...FAILING_TEXTS.flatMap((name) => [`${name}-a`, `${name}-b`])].flatMap((file) =>
    (['unwritable', 'unreadable'] as const).map((how) => ({
      name: `${file} ${how}`,
      begin: ({ files }: WatchLife) => void files[how].add(file),
    })),
  ),
];

type Spoil = (world: World, random: () => number) => void;

/** What happens to the files of a folder between two lives. */
const SPOILS: Readonly<Record<string, Spoil>> = {
  'a file is gone': ({ contents }, random) => void contents.delete(anyOf([...contents.keys()], random)),
  'several files are gone': ({ contents }, random) => {
    for (const name of [...contents.keys()]) if (random() < 0.3) contents.delete(name);
  },
  'a file is empty': ({ contents }, random) =>
    void contents.set(anyOf([...contents.keys()], random), new Uint8Array(0)),
  'a file is cut': ({ contents }, random) => {
    const name = anyOf([...contents.keys()], random);
    const bytes = contents.get(name) ?? new Uint8Array(0);
    contents.set(name, bytes.slice(0, Math.floor(random() * bytes.length)));
  },
  'the log is cut between two records': ({ contents }, random) => {
    const name = anyOf(['log0', 'log1'], random);
    const bytes = contents.get(name) ?? new Uint8Array(0);
    const { frames } = scanFrames(bytes);
    const kept = frames.slice(0, Math.floor(random() * frames.length));
    contents.set(
      name,
      bytes.slice(
        0,
        kept.reduce((sum, frame) => sum + frame.bytes.length, 0),
      ),
    );
  },
  'two files are swapped': ({ contents }, random) => {
    const [one, other] = [anyOf([...contents.keys()], random), anyOf([...contents.keys()], random)];
    const [a, b] = [contents.get(one), contents.get(other)];
    if (a !== undefined && b !== undefined) contents.set(one, b).set(other, a);
  },
  'a bit is flipped': ({ contents }, random) => {
    const bytes = contents.get(anyOf([...contents.keys()], random));
    const at = Math.floor(random() * (bytes?.length ?? 0));
    if (bytes !== undefined && bytes.length > 0)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  },
  'a text is foreign': ({ contents }, random) => {
    const store = createTextStore(createMemoryFiles(contents), () => {});
    const [name, text] = [anyOf(STORED_TEXTS, random), anyOf(FOREIGN_TEXTS, random)];
    // Into both of its files.
    for (let time = 0; time < 2; time++) store.save(name, text);
  },
};

function anyOf<One>(list: readonly One[], random: () => number): One {
  return list[Math.floor(random() * list.length)] as One;
}

export interface StorageSweep {
  /** Of the failures from each write on, every so many. */
  readonly every?: number;
  /** Random faults between two lives. */
  readonly spoils: number;
  readonly seed?: number;
  /** Told of each case in which something was lost or doubled. */
  readonly onFinding?: (text: string) => void;
}

export function sweepStorage({ every = 1, spoils, seed = 1, onFinding = () => {} }: StorageSweep): Count {
  const total = { cases: 0, lost: 0, doubled: 0, unreadable: 0 };
  const seen = {
    'storage fails from a write on': 0,
    'files are spoilt between two lives': 0,
    'not stored, and the summary says so': 0,
    'gone, and the phone names the number': 0,
    'gone, and the watch has reported it': 0,
  };
  const writes = writesOfALife();
  let at = 0;
  for (const failure of FAILURES) {
    for (let from = 0; from < writes; from++) {
      for (const lasts of [1, 2]) if (at++ % every === 0) failFrom(failure, from, lasts);
    }
  }
  for (let count = 0; count < spoils; count++) spoilOnce(count);
  return { ...total, seen };

  /** Storage fails from write `from` of a life on, for so many lives; then all is well. */
  function failFrom({ name, begin }: Failure, from: number, lasts: number): void {
    const world = usedWorld();
    seen['storage fails from a write on']++;
    judged(`${name} from write ${from}, ${lasts} lives`, world, () => {
      for (let life = 0; life < lasts; life++) {
        const failing = launchIn(world, (one) => failAt(one, life === 0 ? from : 0, begin));
        recoverIn(world, failing);
        liveIn(world, failing);
        syncIn(world, failing);
      }
    });
  }

  function spoilOnce(count: number): void {
    const random = createRandom(seed + count);
    const world = usedWorld();
    seen['files are spoilt between two lives']++;
    const first = launchIn(world);
    liveIn(world, first);
    if (random() < 0.5) syncIn(world, first);
    numberLived(world, first);
    const names = Object.keys(SPOILS);
    const kinds = random() < 0.7 ? [anyOf(names, random)] : [anyOf(names, random), anyOf(names, random)];
    for (const kind of kinds) SPOILS[kind]?.(world, random);
    judged(`seed ${seed + count}: ${kinds.join(', ')}`, world, () => {});
  }

  /** Runs `act`, then two lives in which all is well, with a session in each; and counts what has become of all sessions. */
  function judged(name: string, world: World, act: () => void): void {
    total.cases++;
    try {
      act();
      for (let life = 0; life < 2; life++) {
        const well = launchIn(world);
        recoverIn(world, well);
        liveIn(world, well);
        syncIn(world, well);
      }
    } catch (thrown) {
      total.unreadable++;
      onFinding(`${name}: ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
      return;
    }
    const fates = fatesIn(world);
    total.lost += fates.lost;
    total.doubled += fates.doubled;
    seen['not stored, and the summary says so'] += fates.saidNotStored;
    seen['gone, and the phone names the number'] += fates.named;
    seen['gone, and the watch has reported it'] += fates.reported;
    if (fates.lost + fates.doubled > 0)
      onFinding(`${name}: ${JSON.stringify(fates)} ${world.lines.join(' | ')}`);
  }
}

/** Lets `begin` happen once `from` writes have been made in this life. */
function failAt(life: WatchLife, from: number, begin: (life: WatchLife) => void): void {
  if (from === 0) begin(life);
  const { write, append } = life.files;
  const counted =
    (put: typeof write): typeof write =>
    (name, bytes) => {
      if (life.files.writes.length === from) begin(life);
      return put(name, bytes);
    };
  life.files.write = counted(write);
  life.files.append = counted(append);
}

function writesOfALife(): number {
  const world = usedWorld();
  const life = launchIn(world);
  recoverIn(world, life);
  liveIn(world, life);
  syncIn(world, life);
  return life.files.writes.length;
}

/** Notes the number of the session that was just logged. */
function numberLived(world: World, life: WatchLife): void {
  for (const [start, { body, seq }] of world.lived) {
    if (seq === null) world.lived.set(start, { body, seq: life.sessionLog.tail() });
  }
}
