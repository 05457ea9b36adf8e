/** Deliberate faults of the session page, of the services, and of the glance. */
import type { PageFaults } from './page-faults.ts';

export const SESSION_FAULTS: PageFaults = [
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
        [
          'page: what remains of a cue covers the buttons of the position',
          'hasTargetsBelow ? 0 : 1',
          'hasTargetsBelow ? 1 : 1',
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
        [
          'page: the summary cuts the last cue short',
          "clock.after(isCuePlayed ? patternMs(plainCue('done'), style) + TICK_MS : 0, leave)",
          "clock.after(isCuePlayed && patternMs(plainCue('done'), style) < 0 ? TICK_MS : 0, leave)",
        ],
      ],
      'page/session/touch.ts': [
        ['page: a sleeve turns the crown far enough', 'LARGE_TURN_DEG = 180', 'LARGE_TURN_DEG = 90'],
        [
          'page: the back key leaves a hold',
          'pressed === KEY_EVENT_CLICK && onBack()) || !mayLeave();',
          'pressed === KEY_EVENT_CLICK && onBack()) || mayLeave();',
        ],
      ],
      'page/session/session-dial.ts': [
        [
          'page: a dimmed hold keeps its dots',
          "if (isDimmed || (tone !== 'hold'",
          "if ((isDimmed && dots.length > 0) || (tone !== 'hold'",
        ],
        [
          'page: the ring stands still',
          'ring.set(dial.sweepDeg, colour);',
          'ring.set(dial.sweepDeg && 1, colour);',
        ],
      ],
      'page/widgets/ring.ts': [
        ['page: the ring never begins', 'Math.max(1, sweepDeg)', 'Math.min(1, sweepDeg)'],
        [
          'page: the ring is drawn anew where nothing has changed',
          'if (endDeg === look.end_angle && colour === look.color) return;',
          '',
        ],
      ],
      'page/widgets/touch-pane.ts': [
        [
          'page: the pane of the session hears no touch',
          '{ ...look, ...actions }',
          '{ ...actions, ...look, click_func: null, longpress_func: null }',
        ],
        ['page: a pane is nowhere', "{ ...area, text: ''", "{ ...area, h: 0, text: ''"],
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
      'page/widgets/remover.ts': [
        [
          'page: what is taken off the page stays, hidden',
          'for (const made of hidden) deleteWidget(made);',
          'for (const made of hidden.slice(1)) deleteWidget(made);',
        ],
        [
          'page: what is taken off the page takes touches for another minute',
          'clock.after(0, deleteHidden)',
          'clock.after(60_000, deleteHidden)',
        ],
      ],
    },
    ['test/e2e/page-manners.test.ts', 'test/e2e/touch-readings.test.ts'],
  ],
  [
    {
      'page/session/platform-listeners.ts': [
        [
          'page: the session does not hear that the screen went dark',
          "guard('screen', report, onChange)",
          "guard('screen', report, () => void onChange)",
        ],
        [
          'page: the session does not hear that the clock was set',
          "guard('time', report, onSet)",
          "guard('time', report, () => void onSet)",
        ],
      ],
      'app-service/helper.ts': [
        [
          'page: the helper takes a dark screen for a lit one',
          'status !== SCREEN_ON',
          'status === SCREEN_ON',
        ],
        ['page: the helper never looks', 'loop.look();', 'if (param) loop.look();'],
      ],
    },
    ['test/e2e/helper-readings.test.ts', 'test/e2e/page-manners.test.ts', 'test/e2e/sound.test.ts'],
  ],
  [
    {
      'app-service/reminder.ts': [
        ['page: the reminder speaks for whatever has woken it', '/^r?m?$/.test(saying)', 'true'],
        ['page: the reminder takes the clock for local time', '-new Date().getTimezoneOffset()', '0'],
      ],
      'page/apply-preferences/index.page.ts': [
        [
          'page: a reminder that was chosen is not set',
          'loadPreferences(store, report), nowMs)',
          '{ ...loadPreferences(store, report), reminder: { on: false, hour: 18 } }, nowMs)',
        ],
      ],
      'secondary-widget/glance.ts': [
        [
          'page: the glance keeps the texts of the day on which it was built',
          "part.set(texts[at] || '');",
          "part.set(texts[at] ? '' : '');",
        ],
        [
          'page: the glance does not tell of an open session',
          "store.load(OPEN_SESSION) !== ''",
          "store.load(OPEN_SESSION) === '?'",
        ],
        ['page: the glance takes the clock for local time', '-new Date().getTimezoneOffset()', '0'],
        ['page: a tap on the glance opens the menu', "{ page: 'home' }", "{ page: 'menu' }"],
      ],
    },
    ['test/e2e/reminder.test.ts', 'test/e2e/glance.test.ts'],
  ],
];
