/**
 * Assumptions about which published apps and documents disagree. Each belongs to a reading (F3 to F23) of the app's
 * `docs/evidence.md`. The second value is the contrary of the first.
 */

/** The row of an assumption: its values, its reading, its rows of `docs/evidence.md`, and a description. */
export type FieldRow = readonly [
  values: readonly [usual: string, contrary: string, ...others: string[]],
  reading: string,
  evidence: string,
  about: string,
];

export const FIELD_READINGS = {
  'consent-answer': [
    ['at-once', 'next-launch'],
    'F3',
    'E47 E49',
    'When the wearer’s consent is reported as granted (2): at once, or at the next launch, and as 0 until then',
  ],
  'start-before-grant': [
    ['refused', 'works'],
    'F3',
    'E48',
    '`start` of a service after a consent that is not reported yet; `refused`: with code 3',
  ],
  'start-result': [
    ['code', 'boolean'],
    'F3',
    '',
    'What `start` returns: 0 or the code of an error, or true or false',
  ],
  'service-list': [
    ['tells', 'empty'],
    'F4',
    'E18',
    '`getAllAppServices`; `empty`: a service that runs is not listed',
  ],
  'service-names': [['as-started', 'with-js'], 'F4', 'E50', 'Names in `getAllAppServices`'],
  'service-start': [
    ['runs', 'listed-only'],
    'F4',
    'E18',
    'A continuous service whose start was accepted; `listed-only`: it is listed, and no statement of it runs',
  ],
  'service-motor': [['works', 'silent'], 'F5', 'E14', 'The motor in services'],
  patterns: [
    ['felt', 'silent-in-service', 'silent'],
    'F5',
    'E51 E52',
    'Vibration patterns (`start` with an array)',
  ],
  'start-mode': [
    ['taken', 'ignored-in-service', 'ignored'],
    'F5',
    'E14',
    'A scene that is passed to `Vibrator.start`; `ignored`: the scene of `setMode` plays',
  ],
  'set-mode': [
    ['both', 'number', 'object'],
    'F5',
    'E53 E54',
    'The form that `setMode` takes, a number or `{ mode }`; the other changes nothing',
  ],
  vibrator: [['made', 'throws-in-service', 'throws'], 'F5', '', '`new Vibrator()`'],
  'pattern-length': [
    ['any', 'cut-after-6', 'ignored-after-6'],
    'F6',
    'E55 E56 E57',
    'Vibration patterns of more than six entries',
  ],
  'covered-touch': [
    ['passes', 'eaten', 'eaten-by-shown'],
    'F7',
    'E58',
    'A touch on a widget below others; `passes`: goes to the topmost that shows and reacts; `eaten`: by whatever lies above, hidden widgets and groups too; `setEnable(false)` lets it through',
  ],
  'rect-clicks': [['heard', 'unheard'], 'F8', 'E11 E60', 'CLICK_DOWN and CLICK_UP of FILL_RECT'],
  'double-click': [['heard', 'two-clicks', 'unheard'], 'F9', 'E61', 'A double click of a key'],
  'single-click': [
    ['heard', 'unheard'],
    'F9',
    'E20',
    'A click of a key; `unheard`: only its press and release',
  ],
  'key-taking': [['works', 'ignored'], 'F9', 'E20', '`true` from a key listener'],
  'app-error': [
    ['goes-on', 'relaunch-loop', 'ends'],
    'F10',
    'E62',
    'An error that nobody catches in `App.onCreate`; `relaunch-loop`: the app is opened again after a second, five times',
  ],
  'app-for-widget': [['created', 'absent'], 'F10', '', 'The `App` object of a secondary widget'],
  listeners: [
    ['live', 'collected'],
    'F11',
    'E63',
    'Listeners of a sensor object that the app does not hold; `collected`: they end 10 s after they were added',
  ],
  'alarm-launch': [
    ['on-time', 'never', 'late', 'silent'],
    'F12',
    'E15 E23',
    'An alarm for a page: `late` by 10 s, or `silent` as long as the screen is dark',
  ],
  'service-alarm': [
    ['rings', 'needs-app-event', 'never'],
    'F12',
    'E42 E65',
    'An alarm for a service; `needs-app-event`: only for the one that app.json names as `module.app-event`',
  ],
  'alarm-cancel': [
    ['quiet', 'throws'],
    'F12',
    'E64',
    '`cancel` of an alarm that is not there; `quiet`: returns -1',
  ],
  'file-reads': [
    ['fresh', 'stale', 'stale-elsewhere'],
    'F13',
    'E66 E67 E68',
    'Reads within 5 s after a write; `stale`: they give what was before; `stale-elsewhere`: in other pages and services only',
  ],
  'service-work': [
    ['unlimited', 'limited'],
    'F14',
    'E69 E70',
    'Work of a continuous service; `limited`: it is ended beyond 120 ms within a minute, a callback being counted as 1 ms and a read or write of a file as 3 ms',
  ],
  'bright-time': [
    ['as-asked', 'capped', 'refused'],
    'F15',
    'E71',
    'A bright time of more than 5 minutes; `capped`: counts as 5 minutes; `refused`: with -1',
  ],
  'bright-time-zero': [['refused', 'endless'], 'F15', '', 'A bright time of 0'],
  'timers-in-dark': [['stop', 'run'], 'F16', 'E21', 'JavaScript timers of pages with the screen dark'],
  'end-after-dark': [['happens', 'never'], 'F16', 'E2', 'The end of the app 10 s after dark'],
  'relaunch-on-wake': [['works', 'ignored'], 'F16', 'E3', '`setWakeUpRelaunch(true)`'],
  'service-in-dark': [['runs', 'stops'], 'F17', 'E13', 'System timers of services with the screen dark'],
  'start-again': [
    ['refused', 'on-event', 'ignored'],
    'F18',
    'E72',
    '`start` of a service that runs: `refused` with code 2, its `onEvent` called with the parameter, or 0 and no more',
  ],
  'swipe-taking': [
    ['works', 'needs-lock', 'ignored'],
    'F19',
    'E10',
    '`true` from a gesture listener; `needs-lock`: together with `setScrollLock` only',
  ],
  'timer-drift': [['none', 'slow'], 'F20', 'E6', 'The watch’s timers; `slow`: half a second late after 30 s'],
  'dark-status': [
    ['off', 'lit', 'another'],
    'F21',
    'E73',
    'What `Screen.getStatus` says with the screen dark, which may be the always-on display: 2, 1 or 3',
  ],
  'replace-in-build': [
    ['works', 'refused', 'loses-page'],
    'F23',
    'E74',
    '`replace` and `push` within `onInit` and `build`; `loses-page`: the page ends and none follows',
  ],
} as const satisfies Readonly<Record<string, FieldRow>>;
