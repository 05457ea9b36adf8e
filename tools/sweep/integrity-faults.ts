/** Deliberate one-line faults in what keeps records whole, secrets secret and strangers out, with the tests that notice each kind. */
import type { Faults } from './mutant-list.ts';

/** The faults of each kind, and the tests of that kind. */
export const INTEGRITY_FAULTS: readonly (readonly [faults: Faults, tests: readonly string[]])[] = [
  // Storage refuses at the end of a session.
  [
    {
      'utils/run/finished-session.ts': [
        ['integrity: what storage has refused is not tried again at the end', 'store.retry();\n', ''],
      ],
      'utils/run/resume.ts': [
        [
          'integrity: an older stored state overrules a session that is noted as over',
          'if (isNoted(stored, store)) {',
          'if (false) {',
        ],
      ],
      'utils/run/text-store.ts': [
        [
          'integrity: the file that takes the place of a refused one is not read',
          'newerCopy(copy, decodeCopy(files.read(spareName(name))))',
          'copy',
        ],
        [
          'integrity: one unreadable file of two blocks the text',
          'blocked[name] = isUnreadable && !copy;',
          'blocked[name] = isUnreadable;',
        ],
      ],
    },
    ['test/run'],
  ],
  // Records that are gone, numbers that are taken, and the ends of what can be counted.
  [
    {
      'utils/run/session-log.ts': [
        [
          'integrity: with both bounds lost, the note of the last session does not count',
          'low ? 0 : highestNotedSeq(store)',
          '0',
        ],
        ['integrity: a number follows the last one', 'if (seq > LAST_SEQ) {', 'if (false) {'],
        [
          'integrity: the bounds do not tell the install number again',
          'install = bounds()[2] || wholeNumber(',
          'install = wholeNumber(',
        ],
        [
          'integrity: sessions of a lost install number are sent again',
          'ownFrom = tail + 1;',
          'ownFrom = 1;',
        ],
      ],
      'utils/run/sync-runner.ts': [
        [
          "integrity: the watch takes the phone's records of the same numbers for its own",
          'if (!throughCrc) return false;',
          'return false;',
        ],
      ],
      'utils/core/log/logged-instant.ts': [
        [
          'integrity: a start before 1970 wraps around',
          'Math.max(0, Math.floor(atMs / 1000) * 1000)',
          'atMs',
        ],
        ['integrity: a start after 2106 wraps around', 'Math.min(LAST_MS, ', 'Math.min(2 * LAST_MS, '],
      ],
    },
    ['test/run', 'test/core/log', 'test/app-side/taken-numbers.test.ts'],
  ],
  // Foreign content in stored texts, and the report ring.
  [
    {
      'utils/core/session/snapshot.ts': [
        [
          'integrity: a stored session without its parts is continued',
          'if (!hasShape(state, STATE_LIKE)) return false;',
          '',
        ],
        ['integrity: a stored plan can have any shape', '!isPlanLike(state.plan) ||', ''],
      ],
      'utils/core/report-ring.ts': [
        ['integrity: an error report can have any length', '[ -~]{1,140}', '[^]+'],
        ['integrity: there can be any number of error reports', '.slice(-RING_ENTRIES)', ''],
      ],
      'utils/run/sync-runner.ts': [
        [
          'integrity: a text that fits into no message is sent',
          'if (text.length <= MAX_PREFERENCES_BYTES) return text;',
          'return text;',
        ],
      ],
    },
    ['test/run', 'test/core/session', 'test/core/report-ring.test.ts'],
  ],
  // What the phone stores about watches and deliveries.
  [
    {
      'utils/core/sync/phone-keys.ts': [
        [
          'integrity: the checksum of the numbers of a watch is not checked',
          "if (content !== '' && checkedText(content) === stored) return content;",
          "if (content !== '') return content;",
        ],
        ['integrity: the number of a watch can be anything', 'value >= 0 && value < 2 ** 32', 'value >= -1'],
      ],
      'app-side/record-store.ts': [
        [
          'integrity: more is deleted than the watch ever had',
          'forgotten: isSure ? before.forgotten : 0,',
          'forgotten: before.forgotten,',
        ],
      ],
      'utils/core/integrations/delivery-state.ts': [
        [
          'integrity: a wait that a wrong clock has begun is waited for',
          'leftMs > 0 && leftMs <= longestMs',
          'leftMs > 0',
        ],
        [
          'integrity: "try again" keeps the limit of a receiver',
          "return { ...state, underway, restsUntilMs: 0, barredWhy: '' };",
          "return { ...state, underway, barredWhy: '' };",
        ],
      ],
      'utils/core/integrations/due-records.ts': [
        [
          'integrity: a record below the newest that was sent is never sent',
          '[...gapsOf(state, install), [highest + 1, seq] as const]',
          'gapsOf(state, install)',
        ],
      ],
      'app-side/integrations/senders.ts': [
        [
          'integrity: 204 and 206 count as an activity that was made',
          'const isNamed = (status === 200 || status === 201) && namesActivity(session, body);',
          'const isNamed = true;',
        ],
        [
          'integrity: a part of the list says that an activity is not there',
          'if (answer.status !== 200) return',
          'if (false) return',
        ],
      ],
      'utils/core/integrations/hide-secrets.ts': [
        ['integrity: a secret is hidden only as it is stored', 'formsOf(secret)', '[secret]'],
        [
          'integrity: a secret that waits to be stored is not hidden',
          "    commandKey({ kind: 'integration', integration }),\n",
          '',
        ],
        ['integrity: the path of an address is not hidden', "typeof address === 'string'", 'false'],
      ],
      'app-side/import-records.ts': [
        ['integrity: a record that a text lists twice counts once', ' ?? hexOf(first.get(key))', ''],
      ],
    },
    ['test/app-side', 'test/core/sync', 'test/core/integrations', 'test/setting'],
  ],
  // What the phone page shows of damaged keys and of names by strangers.
  [
    {
      'setting/page-state.ts': [
        [
          'integrity: where a page of the history begins can be anything',
          "isFields(start) && Object.values(start).every((seq) => typeof seq === 'number')",
          'isFields(start)',
        ],
      ],
      'utils/core/sync/phone-keys.ts': [
        [
          'integrity: damaged JSON without a checksum counts',
          'if (content !== null) return parseJson(content);',
          'return parseJson(text ?? "");',
        ],
      ],
      'utils/core/base/clean-name.ts': [
        ['integrity: a name begins a formula', ".replace(FORMULA, '')", ''],
        ['integrity: a name has line breaks', ".replace(BLANKS, ' ')", ''],
        ['integrity: a name changes the writing direction', ".replace(INVISIBLE, '')", ''],
      ],
    },
    ['test/setting', 'test/core/log/hostile-names.test.ts', 'test/core/base', 'test/core/export'],
  ],
  // Websites and apps by strangers.
  [
    {
      'simulator/src/serve/page-server.ts': [
        ['integrity: a website asks by a name of its own', 'if (!names.includes(host) || ', 'if ('],
        ['integrity: another website asks', 'if (!isOwnPage ||', 'if (false &&'],
        [
          'integrity: a request can change something',
          "return method === 'GET' || method === 'HEAD' ? null",
          'return true ? null',
        ],
      ],
      'simulator/src/engine/hide-secrets.ts': [
        ['integrity: a secret that was hidden once is shown elsewhere', 'known.add(value);', ''],
      ],
      'simulator/THIRD-PARTY-NOTICES.md': [
        ['integrity: a font has no licence', '## @fontsource', '## @nothing'],
      ],
    },
    ['simulator/test/serve', 'simulator/test/engine/planted-secrets.test.ts'],
  ],
];
