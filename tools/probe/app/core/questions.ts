/**
 * The questions in the order in which they are asked; the one that may wipe the app is the last. Each check is one claim of
 * docs/evidence.md, which names it; "yes" means that the claim holds.
 */
export interface Question {
  /** A number that stays with the question wherever it stands. */
  readonly id: string;
  readonly title: string;
  /** What the person reads before it begins; at most 150 characters. */
  readonly intro: string;
  readonly checks: readonly string[];
}

const question = (id: string, title: string, intro: string, checks: string): Question => ({
  id,
  title,
  intro,
  checks: checks.split(' '),
});

export const QUESTIONS: readonly Question[] = [
  question(
    'P17',
    'Patterns',
    'Count the buzzes: first two groups, then two long ones, one after the other.',
    'P17a P17b P17c P17d P17e',
  ),
  question(
    'P18',
    'Permission',
    'The watch will ask whether this app may run in the background: allow it. Then the app closes. Open it again.',
    'P18a P18b P18c',
  ),
  question(
    'P1',
    'Dark screen',
    'The screen will go dark while the watch buzzes. Keep still, count to 20, then wake it with a key.',
    'P1a P1b P1c P1d P1e P1f',
  ),
  question(
    'P2',
    'Alarm',
    'The screen will go dark. Leave it alone: an alarm brings the app back. If nothing comes within a minute, open it.',
    'P2a P2b P2c P2d',
  ),
  question(
    'P3',
    'Buzz after the end',
    'Six buzzes start and the app closes at once. Feel how many come, then open the app again.',
    'P3a',
  ),
  question('P4', 'Timers', 'Nothing to do: timers are measured for 10 s.', 'P4a P4b'),
  question(
    'P19',
    'Helper',
    'A service buzzes: count. Then the screen goes dark and it buzzes again: count to 20, wake the watch, open the app if it is gone.',
    'P19a P19b P19c P19d P19e P19f P19g P19h P19i P19j',
  ),
  question(
    'P5',
    'Calls',
    'You will need a phone call to the paired phone. Without one, skip this.',
    'P5a P5b',
  ),
  question(
    'P6',
    'Do not disturb',
    'You will switch on do-not-disturb on the watch and come back here.',
    'P6a',
  ),
  question(
    'P7',
    'Keys and touch',
    'You will press a key, swipe, hold a finger on the screen three times, and tap once.',
    'P7a P7b P7c P7d P7e P7f',
  ),
  question('P8', 'Pages', 'Nothing to do: two pages change places.', 'P8a P8b'),
  question('P21', 'Load time', 'Nothing to do: the watch says how long this page took to load.', 'P21a'),
  question('P9', 'Motion', 'You will turn your wrist over. Then keep still for 6 s.', 'P9a P9b'),
  question(
    'P10',
    'Files',
    'Files are written. Then you will restart the watch and open the app again.',
    'P10a P10b P10c P10d',
  ),
  question(
    'P11',
    'Phone service',
    'You will close the Zepp app on the phone twice, and wait for a minute.',
    'P11a P11b P11c P11d',
  ),
  question('P12', 'Phone page', 'You will open the page of this app in the Zepp app.', 'P12a P12b'),
  question(
    'P13',
    'Brightness',
    'The screen gets darker and the app closes. Open it again: it gives the brightness back.',
    'P13a',
  ),
  question('P15', 'Screen kept on', 'You will lower your arm and cover the screen.', 'P15a P15b'),
  question(
    'P20',
    'Always-on display',
    'You will switch on the always-on display. A watch without one: skip this.',
    'P20a',
  ),
  question('P14', 'Battery', 'Nothing to do: the battery is read.', 'P14a'),
  question(
    'P16',
    'Update',
    'Last: install this app again over itself and open it. If you cannot, skip this.',
    'P16a',
  ),
];

export const CHECKS: readonly string[] = QUESTIONS.flatMap((asked) => asked.checks);
