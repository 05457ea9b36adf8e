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

const SESSION_LOG = 'utils/run/session-log.ts';
const FRAME = 'utils/core/log/frame.ts';
const STORE = 'app-side/record-store.ts';
const OUTBOX = 'utils/core/sync/outbox.ts';
const INBOX = 'utils/core/sync/inbox.ts';
const SYNC = 'utils/run/sync-runner.ts';
const FINISHED = 'utils/run/finished-session.ts';

const mutant = (file: string, from: string, to: string, what: string): Mutant => ({ file, from, to, what });

export const MUTANTS: readonly Mutant[] = [
  mutant(
    SESSION_LOG,
    'const seq = readTail() + 1;',
    'const seq = readTail() || 1;',
    'a number is given twice',
  ),
  mutant(SESSION_LOG, 'readTail() - (HISTORY_LENGTH - 1)', 'readTail() + 1', 'the newest 50 are pruned'),
  mutant(
    SESSION_LOG,
    'Math.min(through + 1, ',
    'Math.max(through + 1, ',
    'records are pruned above the watermark',
  ),
  mutant(SESSION_LOG, 'isReadable && files', 'files', 'an unreadable file is appended to'),
  mutant(
    SESSION_LOG,
    'if (frames === null) break;',
    'if (frames === null) return [];',
    'an unreadable later file hides earlier records',
  ),
  mutant(
    SESSION_LOG,
    'found.push(bySeq[next] || encodeFrame(VOID, next, NO_BYTES));',
    'if (bySeq[next]) found.push(bySeq[next] as Frame);',
    'a damaged record has no void',
  ),
  mutant(
    SESSION_LOG,
    'if (stored) {\n        tail = seq;\n        saveBounds();',
    'if (stored) {\n        tail = seq;',
    'the tail is not noted',
  ),
  mutant(
    SESSION_LOG,
    'if (!files.isThere(name)) return [];',
    'return [];',
    'an unreadable file is an empty one',
  ),
  mutant(SESSION_LOG, 'tail = Math.max(tail, to - 1);', '', 'forgetting leaves a tail below the floor'),
  mutant(FRAME, '!hasRightCrc(bytes, at, crcAt)', 'crcAt + CRC_BYTES > bytes.length', 'no CRC of frames'),
  mutant(
    'utils/core/log/double-buffer.ts',
    'b.revision > a.revision',
    'b.revision < a.revision',
    'the older copy counts',
  ),
  mutant('utils/run/text-store.ts', "'ab'[revision % 2]", "'ab'[0]", 'one file only'),
  mutant(STORE, 'stored.every((frame) => frame.seq !== seq) &&', '', 'a record is stored twice'),
  mutant(
    STORE,
    'if (!writeText(storage, key, encodeBlock([...stored, ...added]))) return false;',
    'writeText(storage, key, encodeBlock([...stored, ...added]));',
    'stated before it is stored',
  ),
  mutant(STORE, '({ seq }) => seq > through', '() => true', 'what was deleted is taken again'),
  mutant(STORE, 'Math.max(floor, forgotten(install) + 1)', 'floor', 'forgotten records wedge the watermark'),
  mutant(STORE, 'if (!isOurs()) return false;', '', 'a later layout is written into'),
  mutant(
    INBOX,
    'if (damage !== undefined) {',
    'if (damage === null) {',
    'a push with a damaged record is taken',
  ),
  mutant(
    INBOX,
    'if (store.insert(install, scan.frames)) return null;',
    'store.insert(install, scan.frames);\n  return null;',
    'a failed store is stated as held',
  ),
  mutant(
    'utils/core/sync/message.ts',
    'if (!hasRightCrc(bytes, 0, end))',
    'if (end < 0)',
    'no CRC of messages',
  ),
  mutant(
    OUTBOX,
    'awaitedId: 0, isGreeted: false',
    'isGreeted: false',
    'a message that was given up is still awaited',
  ),
  mutant(OUTBOX, 'Math.min(holdings.through, tail)', 'tail', 'the watermark is what was sent'),
  mutant(OUTBOX, 'if (isStuck) return onFailure(state, atMs);', '', 'a stuck push is sent for ever'),
  mutant(OUTBOX, 'tail, isGreeted: false, failures: 0', 'tail, failures: 0', 'no greeting at a launch'),
  mutant(
    SYNC,
    'if (state.awaitedId !== answeredId) return;',
    '',
    'a late statement prunes and moves the watermark',
  ),
  mutant(SYNC, 'sessionLog.forget(forgotten);', '', 'the watch forgets nothing'),
  mutant(SYNC, 'sessionLog.reserve(through);', '', 'the numbers of a lost log are given again'),
  mutant(
    FINISHED,
    "if (finished?.stored) store.save(OPEN_SESSION, '');",
    "store.save(OPEN_SESSION, '');",
    'a refused session is forgotten',
  ),
  mutant(FINISHED, 'refused.push(open)', 'refused.slice()', 'a refused session may be overwritten'),
  mutant(
    FINISHED,
    'if (logged !== null) return { record, stored: true, seq: logged };',
    '',
    'a session is logged twice',
  ),
  mutant(
    FINISHED,
    'return !snapshot.ok || !logSession',
    'return snapshot.ok && !logSession',
    'a session of another version is dropped',
  ),
  mutant(
    'utils/run/resume.ts',
    'store.save(UNLOGGED_SESSIONS,',
    '(() => true)(',
    'an unknown session is not kept',
  ),
];

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
