/** Deliberate faults of what all pages share: how they are registered, drawn and left. */
import type { PageFaults } from './page-faults.ts';

export const PART_FAULTS: PageFaults = [
  [
    {
      'page/widgets/define-page.ts': [
        [
          'page: a page that was covered shows an old state',
          'isUnderAnother = true;',
          'isUnderAnother = false;',
        ],
        [
          'page: a page that cannot use its parameters stays empty',
          "if (route === null) open({ page: 'home', from: 'app' });",
          'if (route === null) return;',
        ],
      ],
      'page/widgets/on-swipe-back.ts': [
        [
          'page: the back key leaves the app',
          'key === KEY_BACK && pressed === KEY_EVENT_CLICK && goBack()',
          'key === KEY_BACK && pressed !== KEY_EVENT_CLICK && goBack()',
        ],
        [
          'page: a swipe leaves the app where its page scrolls',
          'setScrollLock({ lock: true })',
          'setScrollLock({ lock: false })',
        ],
      ],
      'page/widgets/card.ts': [
        [
          'page: a card is heard at its lower half only',
          'touchPane(capsule,',
          'touchPane({ ...capsule, y: capsule.y + capsule.h / 2, h: capsule.h / 2 },',
        ],
        ['page: the small line of a card is the bright one', 'upper[1] > lower[1]', 'upper[1] < lower[1]'],
      ],
      'page/widgets/parts.ts': [
        [
          'page: the bar with the app’s name covers square pages',
          "if (screen.shape === 'square') setStatusBarVisible(false);",
          "if (screen.shape === 'round') setStatusBarVisible(false);",
        ],
        ['page: the lines of a list are centred', "text.indexOf('•') < 0", "text.indexOf('•') < 1"],
        [
          'page: a button does nothing',
          'appContext().report, onTap),\n  };',
          'appContext().report, () => void onTap),\n  };',
        ],
      ],
      'page/summary/index.page.ts': [
        [
          'page: a session that could not be stored is tried again at a touch only',
          'clock.every(RETRY_MS,',
          'clock.every(1000 * RETRY_MS,',
        ],
      ],
      'app.ts': [
        [
          'page: what the disk has refused is lost as the app ends',
          'shared.appContext.store.retry()',
          'shared.appContext.store.retry',
        ],
      ],
    },
    [
      'test/e2e/page-looks.test.ts',
      'test/e2e/page-kept-below.test.ts',
      'test/e2e/page-loads.test.ts',
      'test/e2e/going-back.test.ts',
      'test/e2e/failing-storage.test.ts',
    ],
  ],
];
