/** The list of deliberate one-line faults, and the tests that have to notice each. */
import { INTEGRITY_FAULTS } from './integrity-faults.ts';
import { OWN_ROUTINE_FAULTS, OWN_ROUTINE_TESTS } from './own-routine-faults.ts';
import { PAGE_FAULTS } from './page-faults/page-faults.ts';

export interface Mutant {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly what: string;
  /** Files and folders of tests, one of which has to fail. */
  readonly tests: readonly string[];
}

/** The faults of each file: what is wrong then, the code as it is, and the code with the fault. */
export type Faults = Readonly<Record<string, readonly (readonly [what: string, from: string, to: string])[]>>;

const STORAGE_AND_PROTOCOL: Faults = {
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
    ['the older copy counts', '(b.revision - a.revision)', '(a.revision - b.revision)'],
  ],
  'utils/run/text-store.ts': [['one file only', "'ab'[revision % 2]", "'ab'[0]"]],
  'app-side/record-store.ts': [
    ['a record and its loss have one number', 'stored.filter((one) => one !== same)', 'stored'],
    [
      'a record takes the place of another',
      'if (same === undefined || replacesVoid) {',
      'if (same !== frame) {',
    ],
    [
      'stated before it is stored',
      'if (added.length > 0 && !writeText(storage, key, encodeBlock(stored)))\n      return { added: 0, known, others: [] };',
      'writeText(storage, key, encodeBlock(stored));',
    ],
    ['what was deleted is taken again', '({ seq }) => seq > forgottenThrough', '() => true'],
    ['forgotten records wedge the watermark', 'Math.max(floor, forgotten(install) + 1)', 'floor'],
    ['a later layout is written into', 'if (!isOurs() || depth', 'if (depth'],
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
      "if (finished?.stored && store.save(OPEN_SESSION, '')) store.save(OPEN_SESSION, '');",
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

const RUN = [
  'resume',
  'session-log',
  'install-id',
  'finished-session',
  'text-store',
  'sync-runner',
  'sync-lives',
];
const STORAGE_TESTS = [
  'test/core/log',
  'test/core/sync',
  ...['record-store', 'run-commands', 'phone-preferences', 'taken-numbers'].map(
    (name) => `test/app-side/${name}.test.ts`,
  ),
  ...RUN.map((name) => `test/run/${name}.test.ts`),
];

/** What a person sees or is asked, and what leaves the phone. Each of these has once gone unnoticed. */
const SEEN_AND_SENT: Faults = {
  'utils/core/integrations/intervals.ts': [
    ['intervals.icu is not asked for the day before', 'dayText(day - 1)', 'dayText(day)'],
    ['intervals.icu is not asked for the day after', 'dayText(day + 1)', 'dayText(day)'],
  ],
  'utils/core/export/csv.ts': [['a lone CR is not quoted', '[",;\\r\\n\\t]', '[",;\\n\\t]']],
  'utils/core/view/summary-view.ts': [
    [
      'ratings are offered for ever',
      'if (wearersDay(nowMs, zoneOffsetMin) === day) return true;',
      'if (day > 0) return true;',
    ],
  ],
  'app-side/run-commands.ts': [
    ['"delete everything" keeps the error reports', ', ...RING_KEYS]', ']'],
    [
      'a command that was changed meanwhile is dropped',
      'if (storage.getItem(key) === text) removeKey(storage, key);',
      'removeKey(storage, key);',
    ],
  ],
  'app-side/record-store.ts': [
    [
      'the last session goes back in time',
      'if (before !== null && before.startedS * 1000 >= startedAtMs) return;',
      '',
    ],
  ],
};

const SEEN_TESTS = [
  ...['export', 'integrations', 'view', 'schedule'].map((name) => `test/core/${name}`),
  'test/app-side',
];

/** What the packed app shows: their tests pack it. */
const ON_SCREEN: Faults = {
  'utils/core/integrations/delivery-state.ts': [
    [
      'a damaged delivery state is an empty one',
      'if (!isDeliveryState(data)) return null;',
      'if (!isDeliveryState(data)) return emptyDeliveryState;',
    ],
  ],
  'setting/sections/integrations.ts': [
    ['a damaged delivery state is not told', "[phrase('integrations.state-damaged')]", '[]'],
  ],
  'page/summary/index.page.ts': [
    [
      'the summary never says that the session is not stored',
      "stored ? 'summary.nothing' : 'summary.notStored'",
      "'summary.nothing'",
    ],
  ],
};

const SCREEN_TESTS = [
  'test/e2e/failing-storage.test.ts',
  'test/setting',
  'test/e2e/phone-integrations.test.ts',
];

/** One for each kind of fault that the sweeps put in: their small forms have to find it by themselves. */
const FOUND_BY_SWEEPS: Faults = {
  'utils/run/finished-session.ts': [
    [
      'sweep: storage refuses, and the session counts as stored',
      'return { record, stored, seq: stored ? sessionLog.tail() : null };',
      'return { record, stored: true, seq: sessionLog.tail() };',
    ],
  ],
  'utils/run/session-log.ts': [
    [
      'sweep: files are gone, and their records have no void',
      'found.push(bySeq[next] || encodeFrame(VOID, next, NO_BYTES));',
      'if (bySeq[next]) found.push(bySeq[next] as Frame);',
    ],
    [
      'sweep: files are swapped, and a record counts as the one of its place',
      'bySeq[frame.seq] = bySeq[frame.seq] || frame;',
      'bySeq[index * FILE_SEQS + frames.indexOf(frame)] = frame;',
    ],
  ],
  'utils/run/text-store.ts': [
    [
      'sweep: foreign content is taken as it is',
      'if (fits(data)) return data as Data;',
      'return data as Data;',
    ],
  ],
  'utils/core/schedule/possible-start.ts': [
    ['sweep: a clock that is ahead dates the last session', '!isPossibleNow(nowMs) ||', 'true ||'],
  ],
  'app-side/record-store.ts': [
    ['sweep: a taken number is taken as held', 'toHex(same.bytes) !== toHex(frame.bytes)', 'false'],
  ],
  'utils/core/integrations/due-records.ts': [
    [
      'sweep: what is imported below what was sent is not sent',
      '[...gapsOf(state, install), [highest + 1, seq] as const]',
      'gapsOf(state, install)',
    ],
  ],
  'utils/core/integrations/send-result.ts': [
    [
      'sweep: an answer from elsewhere counts as delivered',
      'if (answer.isElsewhere) return',
      'if (false) return',
    ],
  ],
  'app-side/integrations/http-client.ts': [
    ['sweep: a followed redirect is not noticed', 'about.redirected === true ||', ''],
    ['sweep: the address of an answer is not looked at', '!isSameAddress(url, address)', 'false'],
  ],
  'app-side/import-records.ts': [
    ['sweep: a record that a text lists twice is counted once', ' ?? hexOf(first.get(key))', ''],
  ],
};

const SWEEP_TESTS = ['test/tools/log-sweeps.test.ts'];

const mutantsOf = (faultsOf: Faults, tests: readonly string[]): readonly Mutant[] =>
  Object.entries(faultsOf).flatMap(([file, faults]) =>
    faults.map(([what, from, to]) => ({ file, from, to, what, tests })),
  );

export const MUTANTS: readonly Mutant[] = [
  ...mutantsOf(STORAGE_AND_PROTOCOL, STORAGE_TESTS),
  ...mutantsOf(SEEN_AND_SENT, SEEN_TESTS),
  ...mutantsOf(ON_SCREEN, SCREEN_TESTS),
  ...mutantsOf(OWN_ROUTINE_FAULTS, OWN_ROUTINE_TESTS),
  ...mutantsOf(FOUND_BY_SWEEPS, SWEEP_TESTS),
  ...PAGE_FAULTS.flatMap(([faults, tests]) => mutantsOf(faults, tests)),
  ...INTEGRITY_FAULTS.flatMap(([faults, tests]) => mutantsOf(faults, tests)),
];
