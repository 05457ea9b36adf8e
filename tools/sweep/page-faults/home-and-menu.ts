/** Deliberate faults of home, of the pages that it opens, and of the ways between them. */
import type { PageFaults } from './page-faults.ts';

export const HOME_FAULTS: PageFaults = [
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
        [
          'page: no mode of the watch is asked about',
          'return mutingMode(getSystemMode());',
          'return mutingMode(getSystemMode()) && null;',
        ],
      ],
      'page/apply-preferences/index.page.ts': [
        [
          'page: Start waits for a second touch after preferences have been applied',
          'if (isStart) next = session;',
          'if (!isStart) next = session;',
        ],
        [
          'page: the options lead home instead of to the menu',
          'if (isOnTop) goBack();',
          'if (!isOnTop) goBack();',
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
        [
          'page: a question about pain that is skipped counts as no pain',
          "if (value !== null) guard('answer', report, () => savePainBefore(store, value,",
          "guard('answer', report, () => savePainBefore(store, value || 0,",
        ],
      ],
      'page/widgets/rating.ts': [
        [
          'page: a rating goes above ten',
          'Math.min(WORST, Math.max(0, value + by))',
          'Math.max(0, value + by)',
        ],
        ['page: the crown turns the wrong way', 'turnedDeg -= degree;', 'turnedDeg += degree;'],
      ],
      'page/help/index.page.ts': [
        [
          'page: the help is about the hook where there is none',
          "hook: kit === 'hook',",
          "hook: kit !== 'hook',",
        ],
        [
          'page: the help leaves out every other topic',
          'topics.indexOf(topic) + 1',
          'topics.indexOf(topic) + 2',
        ],
      ],
      'page/history/index.page.ts': [
        [
          'page: the history opens the newest session whichever is tapped',
          "openOnTop({ page: 'past-session', seq, isOnTop: true })",
          "openOnTop({ page: 'past-session', seq: sessions[0]?.seq || seq, isOnTop: true })",
        ],
        [
          'page: a history without sessions does not say so',
          'if (sessions.length === 0)',
          'if (sessions.length !== 0)',
        ],
      ],
      'page/question/index.page.ts': [
        [
          'page: the question about the helper in the menu counts as the one of a launch',
          'askAboutHelper(isOnTop)',
          'askAboutHelper(!isOnTop)',
        ],
        [
          'page: any mode is called "do not disturb"',
          "askAboutMutingMode(mode || 'dnd')",
          "askAboutMutingMode(mode === 'dnd' ? mode : 'dnd')",
        ],
      ],
      'page/question/muting-mode.ts': [
        ['page: "start anyway" starts nothing', 'isStart: true', 'isStart: false'],
        [
          'page: the way back from the question about a mode starts a session',
          "open({ page: 'home', from: 'app' })",
          "open({ page: 'session', isStart: true, askedAtMs: appContext().clock.nowMs() })",
        ],
      ],
    },
    ['test/e2e/first-run.test.ts', 'test/e2e/going-back.test.ts', 'test/e2e/page-loads.test.ts'],
  ],
];
