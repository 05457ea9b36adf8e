import { phoneDatesDe } from './phone-dates-de.ts';
import type { PhoneTexts } from './phone-en.ts';
import { phoneFaultsDe } from './phone-faults-de.ts';
import { phonePageDe } from './phone-page-de.ts';
import { phoneRoutinesDe } from './phone-routines-de.ts';

/** Every text of the phone page in German. */
export const phoneDe: PhoneTexts = {
  'phone.title': 'Iliacus',
  'phone.noSessions':
    'Noch keine Sitzung. Fertige Sitzungen kommen von selbst von der Uhr, solange ihre App offen ist.',
  'phone.session': '{0}, {1} min',
  'phone.lifts': 'Marsch: {0}-mal gehoben',
  'phone.needsNewerApp': 'Eintrag {0} braucht eine neuere Version der App',
  'phone.lost': 'Eintrag {0} ist verloren: Weder die Uhr noch dieses Telefon hat ihn noch.',
  'phone.lostAfter':
    'Eintrag {0}, nach der Sitzung vom {1} entstanden, ist verloren: Weder die Uhr noch dieses Telefon hat ihn noch.',
  'phone.damaged': 'Ein gespeicherter Block ist nicht lesbar: {0}. Der Rest ist unversehrt.',
  'phone.notShown': 'Dieser Teil lässt sich nicht zeigen: {0}',
  'phone.routine.hip-release': 'Hüfte lösen',
  'phone.routine.calf-and-hip-stretch': 'Wade und Hüfte dehnen',
  'phone.routine.gone': 'eine Übungsfolge, die nicht mehr da ist',
  'phone.step.release-iliacus': 'Iliacus',
  'phone.step.release-back': 'Hüftrückseite',
  'phone.step.march': 'Marsch',
  'phone.step.stretch-hip-flexor': 'Hüftbeuger dehnen',
  'phone.step.stretch-calf': 'Wade dehnen',
  'phone.side.left': 'links',
  'phone.side.right': 'rechts',
  'phone.outcome.guided-to-end': 'ganz gehalten',
  'phone.outcome.let-go': 'selbst beendet',
  'phone.outcome.not-easing': 'ließ nicht nach, gewechselt',
  'phone.outcome.interrupted': 'unterbrochen',
  'phone.outcome.skipped': 'ausgelassen',
  'phone.outcome.stopped': 'abgebrochen',
  'phone.ending.done': 'fertig',
  'phone.ending.stopped': 'vorzeitig beendet',
  'phone.ending.left': 'offen geblieben',
  'phone.ending.outdated': 'durch ein Update geschlossen',
  ...phoneDatesDe,
  ...phoneFaultsDe,
  ...phonePageDe,
  ...phoneRoutinesDe,
};
