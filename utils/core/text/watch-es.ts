import type { WatchTexts } from './watch-en.ts';
import { guideEs } from './watch-guide-es.ts';
import { watchPagesEs } from './watch-pages-es.ts';
import { watchSessionEs } from './watch-session-es.ts';

/** Every text of the watch in Spanish; the wearer is "tú". */
export const watchEs: WatchTexts = {
  ...watchSessionEs,
  ...guideEs,
  appName: 'Iliacus',

  'side.left.word': 'izq.',
  'side.right.word': 'der.',
  'routine.hip-release': 'Soltar la cadera',
  'routine.calf-and-hip-stretch': 'Gemelo y cadera',
  'routine.gone': 'Ya no está',

  'mode.dnd': '«No molestar» activo',
  'mode.sleep': 'Modo sueño activo',
  'mode.theater': 'Modo cine activo',
  'mode.power': 'Ahorro activo',
  'mode.body': 'Puede silenciar los avisos. Mejor desactívalo antes.',
  'mode.start': 'Empezar igual',
  'mode.back': 'Volver',

  ...watchPagesEs,
};
