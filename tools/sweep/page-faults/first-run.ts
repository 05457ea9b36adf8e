/** Deliberate faults of the first run, of the feel test, and of what its pages are made of. */
import type { PageFaults } from './page-faults.ts';

export const FIRST_RUN_FAULTS: PageFaults = [
  [
    {
      'page/welcome/index.page.ts': [
        ['page: the safety pages that were read come again', '{ safetySeen: true }', '{}'],
        [
          'page: the ball is explained as a hook',
          "usesHook() ? 'set-up-hook' : FEEL_TEST_STEP",
          "!usesHook() ? 'set-up-hook' : FEEL_TEST_STEP",
        ],
        [
          'page: the card about new cues comes before each session',
          'report), cardSeen: true };',
          'report), cardSeen: false };',
        ],
        [
          'page: the safety pages from the menu look like a first run',
          'if (!isAgain && isFirstRunStep(step))',
          'if ((isAgain || !isAgain) && isFirstRunStep(step))',
        ],
      ],
      'page/welcome/cue-card.ts': [
        [
          'page: the card tells to press a ball',
          "usesHook ? 'card.press' : 'card.easing'",
          "!usesHook ? 'card.press' : 'card.easing'",
        ],
        [
          'page: the card gives long pulses the meanings of short ones',
          'words[family].map(wordsOf)',
          'words[family].map(() => words.short[0]).map((key) => wordsOf(key as WatchKey))',
        ],
      ],
      'page/welcome/setup-questions.ts': [
        ['page: the right hip is taken for the left', "{ sides: ['right'] }", "{ sides: ['left'] }"],
        ['page: the hook is taken for the ball', "{ kit: 'hook' }", "{ kit: 'ball' }"],
      ],
      'page/widgets/first-run.ts': [
        [
          'page: a first run that was interrupted begins anew',
          'firstRun: step',
          "firstRun: step && 'safety'",
        ],
        [
          'page: an interrupted trial of the helper begins with all cues',
          "'helper-test') return { page: 'feel-test', asks: 'helper' }",
          "'helper-test') return { page: 'feel-test', asks: 'first-run' }",
        ],
      ],
      'page/widgets/help-topic.ts': [
        ['page: a page of the help has no drawing', "handle: 'hook'", "handle: 'handle'"],
        [
          'page: each page of the help says the same',
          'body: phrase(',
          "body: phrase('help.find.body') || phrase(",
        ],
      ],
      'page/widgets/keep-lit.ts': [
        ['page: the screen goes dark before a page is read', 'READING_MS = 60_000', 'READING_MS = 40_000'],
      ],
      'page/widgets/progress-dots.ts': [
        ['page: the dots are one step ahead', 'dotColour(dot, at)', 'dotColour(dot, at + 1)'],
        ['page: there is one dot too many', 'dot < count', 'dot <= count'],
      ],
      'page/widgets/reading-page.ts': [
        ['page: a page is read without its drawing', 'if (picture !== undefined)', "if (picture === '')"],
        ['page: the second button of a page lies over the first', 'layout.secondButton', 'layout.next'],
      ],
    },
    ['test/e2e/first-run.test.ts', 'test/e2e/first-run-goes-on.test.ts', 'test/e2e/page-loads.test.ts'],
  ],
  [
    {
      'page/welcome/own-safety.ts': [
        [
          'page: only the first half of what an author says about safety is shown',
          '(isLast ? goOn(route)',
          '(isLast || at === 0 ? goOn(route)',
        ],
        [
          'page: what an author says about safety cannot be read again',
          'if (ownSafety().length > 0)',
          'if (ownSafety().length > 2)',
        ],
        [
          'page: a swipe on what an author says about safety leaves the app',
          'if (!route.isAgain) onSwipeBackOpenHome()',
          'if (route.isAgain) onSwipeBackOpenHome()',
        ],
      ],
    },
    ['test/e2e/own-routine.test.ts', 'test/e2e/hostile-names.test.ts'],
  ],
  [
    {
      'page/feel-test/index.page.ts': [
        [
          'page: cues that were made stronger in the feel test are as before in a session',
          'changePreferences(store, { strength: style.strength, motor: style.motor });',
          'changePreferences(store, { motor: style.motor });',
        ],
        [
          'page: a cue that was missed counts as felt',
          "['feel.missed', answer(takenFor, false)]",
          "['feel.missed', answer(takenFor, true)]",
        ],
        [
          'page: the screen goes dark in the feel test',
          'setPageBrightTime({ brightTime: BRIGHT_MS })',
          'setPageBrightTime({ brightTime: BRIGHT_MS / 10 })',
        ],
      ],
      'page/feel-test/helper-test.ts': [
        [
          'page: a helper that nobody feels is not tried in another way',
          '() => askHelper(other, askPage, tellNone)',
          '() => askPage()',
        ],
        [
          'page: the way in which the helper is felt is not kept',
          'settle(other.motor), tellNone',
          'settle(style.motor), tellNone',
        ],
      ],
    },
    ['test/e2e/feel-test.test.ts', 'test/e2e/first-run-goes-on.test.ts', 'test/e2e/first-run.test.ts'],
  ],
];
