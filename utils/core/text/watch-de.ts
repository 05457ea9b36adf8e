import type { WatchTexts } from './watch-en.ts';
import { guideDe } from './watch-guide-de.ts';
import { watchPagesDe } from './watch-pages-de.ts';
import { watchSessionDe } from './watch-session-de.ts';

/** Every text of the watch in German; the wearer is "du". */
export const watchDe: WatchTexts = {
  ...watchSessionDe,
  ...guideDe,
  appName: 'Iliacus',

  'side.left.word': 'links',
  'side.right.word': 'rechts',
  'routine.hip-release': 'Hüfte lösen',
  'routine.calf-and-hip-stretch': 'Wade, Hüfte dehnen',
  'routine.gone': 'Nicht mehr da',

  'mode.dnd': '„Nicht stören“ ist an',
  'mode.sleep': 'Schlafmodus ist an',
  'mode.theater': 'Theatermodus ist an',
  'mode.power': 'Energiesparen ist an',
  'mode.body': 'Kann Signale stumm schalten. Besser aus.',
  'mode.start': 'Trotzdem starten',
  'mode.back': 'Zurück',

  ...watchPagesDe,
};
