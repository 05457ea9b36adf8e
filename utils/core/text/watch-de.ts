import type { WatchTexts } from './watch-en.ts';
import { guideDe } from './watch-guide-de.ts';
import { watchPagesDe } from './watch-pages-de.ts';

/** Every text of the watch in German; the wearer is "du". */
export const watchDe: WatchTexts = {
  ...guideDe,
  appName: 'Iliacus',

  comma: ', ',

  'side.left': 'L',
  'side.right': 'R',
  'side.left.word': 'links',
  'side.right.word': 'rechts',
  'routine.hip-release': 'Hüfte lösen',
  'routine.calf-and-hip-stretch': 'Wade, Hüfte dehnen',

  'step.release-iliacus.ball': 'Bauchlage, Ball',
  'step.release-iliacus.hook': 'Seite, dann Bauch',
  'step.release-iliacus.place': 'Such die Stelle',
  'step.release-back.ball': 'Rückenlage, Ball',
  'step.release-back.place': 'Such die Stelle',
  'step.march.ball': 'Marsch mit Band',
  'step.march.place': 'Band, langsam auf',
  'step.stretch-hip-flexor.none': 'Halb kniend',
  'step.stretch-hip-flexor.place': 'Diese Seite kniet',
  'step.stretch-calf.none': 'Stehend, an der Wand',
  'step.stretch-calf.place': 'Diese Seite hinten',

  'hint.position': '{0}',
  'hint.position.next': '{0}',
  'hint.position.side': '{0}',
  'hint.position.step': '{0}',
  'hint.position.stand': '{0}',
  'hint.hold': 'Still, ruhig atmen',
  'hint.hold.easing': 'Lässt nach? Bleib',
  'hint.hold.press': 'Lässt nach? Drück',
  'hint.linger': 'Minimum erreicht',
  'hint.march': 'Heben {0}',
  'hint.ended': 'Gut gemacht',
  'hint.paused': 'Pause',
  'hint.unguided': 'Weiter: {0}, Stelle {1}?',
  'hint.unguided.march': 'Weiter: Marsch?',

  'mode.dnd': '„Nicht stören“ ist an',
  'mode.sleep': 'Schlafmodus ist an',
  'mode.theater': 'Theatermodus ist an',
  'mode.power': 'Energiesparen ist an',
  'mode.body': 'Kann Signale stumm schalten. Besser aus.',
  'mode.start': 'Trotzdem starten',
  'mode.back': 'Zurück',

  'session.menu': 'Kein Helfer. Lang: Menü',
  'session.menu.helper': 'Helfer an. Lang: Menü',

  'action.ready': 'Bereit',
  'action.more-time': '+20 s',
  'action.undone': 'Zurück',
  'action.not-easing': 'Neue Stelle',
  'action.stay': 'Länger bleiben',
  'action.paused': 'Pausieren',
  'action.resumed': 'Weiter',
  'action.skipped': 'Auslassen',
  'action.let-go': 'Weiter',
  'action.stopped': 'Beenden',

  'coach.hint.position.stand': '3 lang: aufstehen',
  'coach.hint.hold': '1 kurz: los',
  'coach.hint.hold.easing': '2 kurz: lässt nach?',
  'coach.hint.hold.press': '2 kurz: lässt nach?',
  'coach.hint.linger': '3 kurz: Minimum',
  'coach.hint.march': '1 kurz: heben',
  'coach.hint.paused': 'Kurz, lang, kurz: hinsehen',
  'coach.hint.ended': '2 sehr lang: fertig',

  'coach.hint.position': '{0}',
  'coach.hint.position.next': '1 lang: nächste Stelle',
  'coach.hint.position.side': '2 lang: andere Seite',
  'coach.hint.position.step': '3 lang: neue Lage',
  'coach.hint.unguided': 'Kurz, lang, kurz: hinsehen',
  'coach.hint.unguided.march': 'Kurz, lang, kurz: hinsehen',

  ...watchPagesDe,
};
