/** Deliberate one-line faults in the storage and the protocol, each in a copy of the sources. The tests must catch every one. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { repositoryRoot } from '../shared/project.ts';

interface Mutant {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly what: string;
}

/** The faults of each file: what is wrong then, the code as it is, and the code with the fault. */
const FAULTS: Readonly<Record<string, readonly (readonly [what: string, from: string, to: string])[]>> = {
  'utils/run/session-log.ts': [
    ['a number is given twice', 'const seq = readTail() + 1;', 'const seq = readTail() || 1;'],
    ['the newest 50 are pruned', 'readTail() - (HISTORY_LENGTH - 1)', 'readTail() + 1'],
    ['records are pruned above the watermark', 'Math.min(through + 1, ', 'Math.max(through + 1, '],
    ['an unreadable file is appended to', 'before !== null && files.append', 'files.append'],
    [
      'an unreadable later file hides earlier records',
      'if (frames === null) break;',
      'if (frames === null) return [];',
    ],
    [
      'a damaged record has no void',
      'found.push(bySeq[next] || encodeFrame(VOID, next, NO_BYTES));',
      'if (bySeq[next]) found.push(bySeq[next] as Frame);',
    ],
    [
      'the tail is not noted',
      'recentFrames = [...before, frame];\n        saveBounds();',
      'recentFrames = [...before, frame];',
    ],
    ['an unreadable file is an empty one', 'bytes === null && files.isThere(name)', 'false'],
    ['forgetting leaves a tail below the floor', 'tail = Math.max(tail, to - 1);', ''],
  ],
  'utils/core/log/frame.ts': [
    ['no CRC of frames', '!hasRightCrc(bytes, at, crcAt)', 'crcAt + CRC_BYTES > bytes.length'],
  ],
  'utils/core/log/double-buffer.ts': [
    ['the older copy counts', 'b.revision > a.revision', 'b.revision < a.revision'],
  ],
  'utils/run/text-store.ts': [['one file only', "'ab'[revision % 2]", "'ab'[0]"]],
  'app-side/record-store.ts': [
    ['a record is stored twice', 'stored.every((frame) => frame.seq !== seq) &&', ''],
    [
      'stated before it is stored',
      'if (!writeText(storage, key, encodeBlock([...stored, ...added]))) return false;',
      'writeText(storage, key, encodeBlock([...stored, ...added]));',
    ],
    ['what was deleted is taken again', '({ seq }) => seq > through', '() => true'],
    ['forgotten records wedge the watermark', 'Math.max(floor, forgotten(install) + 1)', 'floor'],
    ['a later layout is written into', 'if (!isOurs()) return false;', ''],
  ],
  'utils/core/sync/inbox.ts': [
    ['a push with a damaged record is taken', 'if (damage !== undefined) {', 'if (damage === null) {'],
    [
      'a failed store is stated as held',
      'if (store.insert(install, scan.frames)) return null;',
      'store.insert(install, scan.frames);\n  return null;',
    ],
  ],
  'utils/core/sync/message.ts': [['no CRC of messages', 'if (!hasRightCrc(bytes, 0, end))', 'if (end < 0)']],
  'utils/core/sync/outbox.ts': [
    ['a message that was given up is still awaited', 'awaitedId: 0, isGreeted: false', 'isGreeted: false'],
    ['the watermark is what was sent', 'Math.min(holdings.through, tail)', 'tail'],
    ['a stuck push is sent for ever', 'if (isStuck) return onFailure(state, atMs);', ''],
    ['no greeting at a launch', 'tail, isGreeted: false, failures: 0', 'tail, failures: 0'],
  ],
  'utils/run/sync-runner.ts': [
    ['a late statement prunes and moves the watermark', 'if (state.awaitedId !== answeredId) return;', ''],
    ['the watch forgets nothing', 'sessionLog.forget(forgotten);', ''],
    ['the numbers of a lost log are given again', 'sessionLog.reserve(through);', ''],
  ],
  'utils/run/finished-session.ts': [
    [
      'a refused session is forgotten',
      "if (finished?.stored) store.save(OPEN_SESSION, '');",
      "store.save(OPEN_SESSION, '');",
    ],
    ['a refused session may be overwritten', 'refused.push(open)', 'refused.slice()'],
    ['a session is logged twice', 'if (logged !== null) return { record, stored: true, seq: logged };', ''],
    [
      'a session of another version is dropped',
      'return !snapshot.ok || !logSession',
      'return snapshot.ok && !logSession',
    ],
  ],
  'utils/run/resume.ts': [
    ['an unknown session is not kept', 'store.save(UNLOGGED_SESSIONS,', '(() => true)('],
  ],
};

export const MUTANTS: readonly Mutant[] = Object.entries(FAULTS).flatMap(([file, faults]) =>
  faults.map(([what, from, to]) => ({ file, from, to, what })),
);

/** Folders and files that the tests do not need. */
const LEFT_OUT = ['.git', '.cache', 'node_modules', 'build', 'docs', 'store', 'assets'];

const RUN = ['resume', 'session-log', 'finished-session', 'text-store', 'sync-runner', 'sync-lives'];
const TESTS = [
  'test/core/log',
  'test/core/sync',
  ...['record-store', 'run-commands', 'phone-preferences'].map((name) => `test/app-side/${name}.test.ts`),
  ...RUN.map((name) => `test/run/${name}.test.ts`),
];

/** The part of vitest's JSON report that is used. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly ancestorTitles: readonly string[];
      readonly title: string;
    }[];
  }[];
}

/** Runs the tests in `folder`; returns the first that fails, or null. */
function firstFailure(folder: string): string | null {
  const path = join(folder, 'report.json');
  rmSync(path, { force: true });
  const options = ['--bail=1', '--reporter=json', `--outputFile=${path}`];
  const run = spawnSync('npx', ['vitest', 'run', ...options, ...TESTS], { cwd: folder, encoding: 'utf8' });
  if (run.status === 0) return null;
  const results = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report).testResults : [];
  for (const { name, assertionResults } of results) {
    const failed = assertionResults.find(({ status }) => status === 'failed');
    if (failed === undefined) continue;
    const file = relative(realpathSync(folder), name);
    return [file, ...failed.ancestorTitles, failed.title].join(' > ');
  }
  // A suite that could not be loaded has no failed test, and does not catch the mutant.
  throw new Error(`the tests did not run:\n${run.stdout}${run.stderr}`);
}

/** Tries the first `count` mutants; returns true if all were caught. */
export function sweepMutants(count = MUTANTS.length): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'iliacus-mutants-'));
  const mutants = MUTANTS.slice(0, count);
  let missed = 0;
  try {
    for (const name of readdirSync(repositoryRoot)) {
      if (LEFT_OUT.includes(name)) continue;
      cpSync(join(repositoryRoot, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'));
    // If the tests failed without a mutant, every mutant would seem to be caught.
    const withoutAny = firstFailure(folder);
    if (withoutAny !== null) throw new Error(`fails without a mutant: ${withoutAny}`);
    for (const { file, from, to, what } of mutants) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no longer: ${from}`);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
      const caughtBy = firstFailure(folder);
      writeFileSync(path, text);
      if (caughtBy === null) missed++;
      process.stdout.write(
        `${caughtBy === null ? 'MISSED' : 'caught'} | ${file} | ${what} | ${caughtBy ?? ''}\n`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  process.stdout.write(`${mutants.length - missed} of ${mutants.length} caught\n`);
  return missed === 0;
}
