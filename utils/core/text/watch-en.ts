/** Every text of the watch in English. The other languages are typed by this one: a missing text does not compile. */
export const watchEn = {
  appName: 'Iliacus',

  'safety.title': 'Before you start',
  'safety.body':
    'Intense is expected. If you cannot breathe slowly, ease off.\n\nStop on numbness, tingling, a pulse under the ball, sharp or spreading pain. To stop, roll off first; the watch can wait.\n\nAsk a clinician first with: groin pain on every step, when hopping or at night, a limp or a recent fall; pregnancy; recent hip or abdominal surgery, hip replacement, hernia; osteoporosis; blood thinners, clots, a known aneurysm; acute belly pain.\n\nThis is not medical advice.',
  'safety.accept': 'I understand',

  'standby.title': 'One question',
  'standby.body':
    'If the screen goes dark, the system closes this app. A small helper can go on giving your cues. It runs only during a session.\n\nThe watch will ask you to allow it.\n\nAlso: silence your phone. Its buzzes feel like cues.',
  'standby.allow': 'Use the helper',
  'standby.refuse': 'Not now',

  'kit.ball': 'Floor, 4-inch ball',
  'kit.hook': 'Floor, ball, hook',
  'kit.band': 'band',
  'kit.quiet': 'Silence your phone',
  'sides.both': 'Both sides',
  'sides.left': 'Left side',
  'sides.right': 'Right side',
  holds: '{0} holds',
  'holds.sides': 'L {0}, R {1} holds',
  lifts: '{0} lifts',
  minutes: 'about {0} min',
  'home.start': 'Start',
  'home.safety': 'Safety',

  'side.left': 'L',
  'side.right': 'R',
  'side.left.word': 'left',
  'side.right.word': 'right',

  'step.release-iliacus.ball': 'Face down, ball',
  'step.release-iliacus.hook': 'Side, then face down',
  'step.release-back.ball': 'On your back, ball',
  'step.release-back.hook': 'On your back, ball',
  'step.march.ball': 'March with band',
  'step.march.hook': 'March with band',

  'hint.position': 'Find the sore spot',
  'hint.position.stand': 'Band on seated, stand slowly',
  'hint.hold': 'Stay still, breathe',
  'hint.hold.easing': 'Easing? Stay',
  'hint.hold.press': 'Press the handle',
  'hint.linger': 'Minimum done',
  'hint.march': 'Lift {0}',
  'hint.ended': 'Well done',
  'hint.paused': 'Paused',
  'hint.unguided': 'Go on: {0}, spot {1}?',
  'hint.unguided.march': 'Go on: march?',

  'mode.dnd': 'Do not disturb is on',
  'mode.sleep': 'Sleep mode is on',
  'mode.theater': 'Theater mode is on',
  'mode.power': 'Power saving is on',
  'mode.body': 'It may mute the cues. Better switch it off first.',
  'mode.start': 'Start anyway',
  'mode.back': 'Back',

  'session.menu': 'Hold glass: menu',
  'session.menu.standby': 'Helper on. Hold: menu',

  'sheet.continue': 'Continue',
  'sheet.skip': 'Skip',
  'sheet.end': 'End session',

  'summary.title': 'Session done',
  'summary.title.stopped': 'Session stopped',
  'summary.title.left': 'Session closed',
  'summary.place.release-iliacus': 'Front',
  'summary.place.release-back': 'Back',
  'summary.place.march': 'March',
  'summary.hold': '{0} {1} {2}: {3} s',
  'summary.hold.let-go': '{0} {1} {2}: let go, {3} s',
  'summary.hold.not-easing': '{0} {1} {2}: not ready',
  'summary.hold.interrupted': '{0} {1} {2}: interrupted, {3} s',
  'summary.hold.skipped': '{0} {1} {2}: skipped',
  'summary.hold.stopped': '{0} {1} {2}: stopped, {3} s',
  'summary.lifts': '{0} lifts',
  'summary.nothing': 'No hold today, that is fine',
  'summary.late': 'Cues late: {0}, by {1} s',
  'summary.sync.saved': 'Saved on the phone',
  'summary.sync.sending': 'Sending to the phone…',
  'summary.sync.waiting': 'Kept here until the phone is near',
  'summary.sync.unknown': 'Kept on the watch',
  'summary.notStored': 'Could not be stored: {0}',
  'summary.close': 'Done',
} as const;

export type WatchKey = keyof typeof watchEn;
export type WatchTexts = Readonly<Record<WatchKey, string>>;
