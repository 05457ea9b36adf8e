/** Deliberate one-line faults of the pages of the watch, of the services and of the glance. Tests of the packed app have to notice each. */
import type { Faults } from './mutant-list.ts';

/** The faults, and the tests of the packed app that look at these pages. */
export const PAGE_FAULTS: readonly (readonly [faults: Faults, tests: readonly string[]])[] = [
  [
    {
      'page/home/index.page.ts': [
        [
          'page: of the pages that are due, home opens only the first run',
          'if (before !== null) {',
          "if (before !== null && before === 'first-run') {",
        ],
        ['page: home does not listen to the phone', 'stopListening = listenToPhone();', 'listenToPhone()();'],
        ['page: home asks the phone once', "if (sync.status() === 'saved') sync.start();", ''],
        [
          'page: Start applies what the phone has sent only if there is nothing',
          'if (isAnythingWaiting(store)) open(',
          'if (!isAnythingWaiting(store)) open(',
        ],
        [
          'page: home goes on under a menu',
          "stopListening();\n    openOnTop({ page: 'menu' });",
          "openOnTop({ page: 'menu' });",
        ],
      ],
      'page/apply-preferences/index.page.ts': [
        [
          'page: Start waits for a second touch after preferences have been applied',
          'if (isStart) next = session;',
          'if (!isStart) next = session;',
        ],
      ],
    },
    ['test/e2e/preference-reaches-home.test.ts', 'test/e2e/first-run.test.ts', 'test/e2e/page-loads.test.ts'],
  ],
  [
    {
      'page/menu/index.page.ts': [
        [
          'page: the menu does not know what pain was told',
          "pain === null ? '?' : pain",
          "pain === null ? '?' : '?'",
        ],
        [
          'page: the menu has the helper only where a watch has none',
          'if (canHaveHelper())',
          'if (!canHaveHelper())',
        ],
      ],
      'page/options/index.page.ts': [
        [
          'page: an option is not stored',
          'changePreferences(store, change);',
          'changePreferences(store, {});',
        ],
        ['page: an option is not drawn again', 'for (const each of redraws) each();', ''],
      ],
      'page/question/helper.ts': [
        ['page: the answer about the helper is not kept', "keepAnswer('allowed');", ''],
        [
          'page: the question about the helper leads home from the options',
          'isOnTop ? goBack() : ',
          '!isOnTop ? goBack() : ',
        ],
      ],
      'page/rating/index.page.ts': [
        [
          'page: pain before a session is not kept',
          'savePainBefore(store, value, clock.nowMs())',
          'savePainBefore(store, 0, clock.nowMs())',
        ],
      ],
    },
    ['test/e2e/first-run.test.ts', 'test/e2e/going-back.test.ts'],
  ],
  [
    {
      'page/summary/index.page.ts': [
        [
          'page: soreness is not asked about after a session',
          'if (question !== null) {',
          "if (question !== null && question.asks === 'after') {",
        ],
        [
          'page: a session in which nothing was guided counts as not stored',
          "stored ? 'summary.nothing' :",
          "!stored ? 'summary.nothing' :",
        ],
      ],
      'page/past-session/index.page.ts': [
        [
          'page: a session is rated only once it is too late',
          'canBeRated(record, nowMs, zoneOffsetMin) ?',
          '!canBeRated(record, nowMs, zoneOffsetMin) ?',
        ],
        [
          'page: the reminder is offered although it is on',
          'return !reminder.on && !reminderOffered;',
          'return !reminder.on || !reminderOffered;',
        ],
        [
          'page: the reminder is offered after a session that was stopped',
          "isLast && record.how === 'done' &&",
          'isLast &&',
        ],
      ],
      'page/widgets/ask-after.ts': [
        ['page: the other side is forgotten', 'Math.max(value, other)', 'Math.min(value, other)'],
      ],
      'page/widgets/rating.ts': [
        [
          'page: a rating goes above ten',
          'Math.min(WORST, Math.max(0, value + by))',
          'Math.max(0, value + by)',
        ],
        ['page: the crown turns the wrong way', 'turnedDeg -= degree;', 'turnedDeg += degree;'],
      ],
      'page/question/morning.ts': [
        [
          'page: a morning that is skipped is asked about again',
          'if (morning === null) noteSession(store, { ...last, isMorningSkipped: true });',
          'if (morning === null) return;',
        ],
      ],
      'page/advice/reminder.ts': [
        [
          'page: the reminder that is wanted is not set',
          '{ ...preferences.reminder, on: true }',
          'preferences.reminder',
        ],
      ],
    },
    ['test/e2e/after-session.test.ts', 'test/e2e/failing-storage.test.ts'],
  ],
  [
    {
      'page/advice/index.page.ts': [
        [
          'page: advice that is accepted changes nothing',
          'changePreferences(store, { stage });',
          "changePreferences(store, stage === 'sore' ? { stage } : {});",
        ],
        [
          'page: advice that is refused comes again at once',
          'refuseAdvice(sessionLog, store, clock.nowMs());',
          'refuseAdvice(sessionLog, store, clock.nowMs() - 1e12);',
        ],
      ],
      'page/widgets/open-home-or-advice.ts': [
        [
          'page: no advice is given in the sore stage',
          'if (advised !== null)',
          "if (advised !== null && stage !== 'sore')",
        ],
      ],
    },
    ['test/e2e/advice.test.ts'],
  ],
  [
    {
      'page/session/action-sheet.ts': [
        [
          'page: the menu of a session does not close by itself',
          "if (seen.tone !== 'paused') cancelClose = clock.after(MENU_MS, closeBySelf);",
          "if (seen.tone !== 'paused') cancelClose = clock.after(100 * MENU_MS, closeBySelf);",
        ],
        [
          'page: the session ends without a question',
          "if (name === 'end') open('end');",
          "if (name === 'end') onAnswer('stopped');",
        ],
        [
          'page: the buttons of the position stay in the hold',
          "showTargets(view.tone === 'position' && opened === null);",
          'showTargets(opened === null);',
        ],
      ],
      'page/session/cue-screen.ts': [
        [
          'page: the screen of a cue stays',
          'cancel = clock.after(SHOWN_MS, () => hide(deleteWidget));',
          'cancel = clock.after(100 * SHOWN_MS, () => hide(deleteWidget));',
        ],
      ],
      'page/session/index.page.ts': [
        [
          'page: a touch of the crown always counts',
          'if (!isTouchTaken(state, quick, clock.nowMs())) return;',
          'isTouchTaken(state, quick, clock.nowMs());',
        ],
        ['page: a touch does not undo the dimming', 'touchedAtMs = parts.clock.nowMs();', ''],
        [
          'page: the helper starts where it was not allowed, and nowhere else',
          "if (preferences.helper === 'allowed') helper.start();",
          "if (preferences.helper !== 'allowed') helper.start();",
        ],
      ],
    },
    [
      'test/e2e/session-inputs.test.ts',
      'test/e2e/cue-screen.test.ts',
      'test/e2e/page-manners.test.ts',
      'test/e2e/lead-in-and-dimming.test.ts',
    ],
  ],
  [
    {
      'app-service/reminder.ts': [
        ['page: the reminder speaks for whatever has woken it', '/^r?m?$/.test(saying)', 'true'],
        ['page: the reminder takes the clock for local time', '-new Date().getTimezoneOffset()', '0'],
      ],
      'secondary-widget/glance.ts': [
        [
          'page: the glance keeps the texts of the day on which it was built',
          "part.set(texts[at] || '');",
          "part.set(texts[at] ? '' : '');",
        ],
      ],
    },
    ['test/e2e/reminder.test.ts', 'test/e2e/glance.test.ts'],
  ],
];
