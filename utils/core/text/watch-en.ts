import { guideEn } from './watch-guide-en.ts';
import { watchPagesEn } from './watch-pages-en.ts';
import { watchSessionEn } from './watch-session-en.ts';

/** Every text of the watch in English. The other languages are typed by this one: a missing text does not compile. */
export const watchEn = {
  ...watchSessionEn,
  ...guideEn,
  appName: 'Iliacus',

  'side.left.word': 'left',
  'side.right.word': 'right',

  'routine.hip-release': 'Hip release',
  'routine.calf-and-hip-stretch': 'Calf and hip stretch',
  'routine.gone': 'Routine gone',

  'mode.dnd': 'Do not disturb is on',
  'mode.sleep': 'Sleep mode is on',
  'mode.theater': 'Theater mode is on',
  'mode.power': 'Power saving is on',
  'mode.body': 'It may mute the cues. Better switch it off first.',
  'mode.start': 'Start anyway',
  'mode.back': 'Back',

  ...watchPagesEn,
} as const;

export type WatchKey = keyof typeof watchEn;
export type WatchTexts = Readonly<Record<WatchKey, string>>;
