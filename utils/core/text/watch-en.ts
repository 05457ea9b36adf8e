import { guideEn } from './watch-guide-en.ts';
import { watchPagesEn } from './watch-pages-en.ts';

/** Every text of the watch in English. The other languages are typed by this one: a missing text does not compile. */
export const watchEn = {
  ...guideEn,
  appName: 'Iliacus',

  comma: ', ',

  'side.left': 'L',
  'side.right': 'R',
  'side.left.word': 'left',
  'side.right.word': 'right',

  'routine.hip-release': 'Hip release',
  'routine.calf-and-hip-stretch': 'Calf and hip stretch',
  'step.release-iliacus.ball': 'Face down, ball',
  'step.release-iliacus.hook': 'Side, then face down',
  'step.release-iliacus.place': 'Find the sore spot',
  'step.release-back.ball': 'On your back, ball',
  'step.release-back.place': 'Find the sore spot',
  'step.march.ball': 'March with band',
  'step.march.place': 'Band, stand slowly',
  'step.stretch-hip-flexor.none': 'Half kneeling',
  'step.stretch-hip-flexor.place': 'Side named: knee down',
  'step.stretch-calf.none': 'Standing, at a wall',
  'step.stretch-calf.place': 'Side named: leg back',

  'hint.position': '{0}',
  'hint.position.next': '{0}',
  'hint.position.side': '{0}',
  'hint.position.step': '{0}',
  'hint.position.stand': '{0}',
  'hint.hold': 'Stay still, breathe',
  'hint.hold.easing': 'Easing? Then stay',
  'hint.hold.press': 'Easing? Then press',
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

  'session.menu': 'No helper. Hold: menu',
  'session.menu.helper': 'Helper. Hold: menu',

  'action.ready': 'Ready',
  'action.more-time': '+20 s',
  'action.undone': 'Undo',
  'action.not-easing': 'New spot',
  'action.stay': 'Stay longer',
  'action.paused': 'Pause',
  'action.resumed': 'Continue',
  'action.skipped': 'Skip',
  'action.let-go': 'Move on',
  'action.stopped': 'End session',

  'coach.hint.position.stand': '3 long: stand up',
  'coach.hint.hold': '1 short: begin',
  'coach.hint.hold.easing': '2 short: easing?',
  'coach.hint.hold.press': '2 short: easing?',
  'coach.hint.linger': '3 short: minimum',
  'coach.hint.march': '1 short: lift',
  'coach.hint.paused': 'Short, long, short: look',
  'coach.hint.ended': '2 very long: done',

  'coach.hint.position': '{0}',
  'coach.hint.position.next': '1 long: next spot',
  'coach.hint.position.side': '2 long: other side',
  'coach.hint.position.step': '3 long: new position',
  'coach.hint.unguided': 'Short, long, short: look',
  'coach.hint.unguided.march': 'Short, long, short: look',

  ...watchPagesEn,
} as const;

export type WatchKey = keyof typeof watchEn;
export type WatchTexts = Readonly<Record<WatchKey, string>>;
