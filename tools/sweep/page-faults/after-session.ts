/** Deliberate faults of what comes after a session: questions, summary, advice, and the way to them. */
import type { PageFaults } from './page-faults.ts';

export const AFTER_SESSION_FAULTS: PageFaults = [
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
        [
          'page: the questions end without the session in words',
          "if (following === undefined) return { page: 'past-session', seq };",
          "if (following === undefined) return { page: 'home', from: 'app' };",
        ],
      ],
      'page/question/morning.ts': [
        [
          'page: a morning that is skipped is asked about again',
          'if (morning === null) noteSession(store, { ...last, isMorningSkipped: true });',
          'if (morning === null) return;',
        ],
        [
          'page: a morning that was answered is asked about again',
          'noteSession(store, { ...last, morning });',
          'noteSession(store, last);',
        ],
      ],
      'page/advice/reminder.ts': [
        [
          'page: the reminder that is wanted is not set',
          '{ ...preferences.reminder, on: true }',
          'preferences.reminder',
        ],
        ['page: the reminder is offered again and again', 'reminderOffered: true', 'reminderOffered: false'],
      ],
      'page/widgets/ask.ts': [
        ['page: an answer that is tapped twice counts twice', 'oneAnswer(onTap)', 'onTap'],
        ['page: a question cannot be skipped', 'oneAnswer(onSkip)', 'oneAnswer(() => {})'],
      ],
      'page/widgets/one-answer.ts': [
        ['page: two taps are two answers', 'isGiven = true;', 'isGiven = false;'],
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
        [
          'page: a session of the history leads home',
          "isOnTop ? null : { page: 'home', from: 'app' }",
          "{ page: 'home', from: 'app' }",
        ],
      ],
    },
    ['test/e2e/advice.test.ts'],
  ],
];
