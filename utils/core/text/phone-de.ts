import type { PhoneTexts } from './phone-en.ts';

/** Every text of the phone page in German. */
export const phoneDe: PhoneTexts = {
  'phone.title': 'Iliacus',
  'phone.empty':
    'Noch keine Sitzung. Fertige Sitzungen kommen von selbst von der Uhr, solange ihre App offen ist.',
  'phone.count': 'Sitzungen: {0}',
  'phone.session': '{0}, {1} min',
  'phone.hold': '{0}, {1}, Stelle {2}: {3} s, {4}',
  'phone.lifts': 'Marsch: {0}-mal gehoben',
  'phone.update': 'Eintrag {0} braucht eine neuere Version der App',
  'phone.damaged': 'Ein gespeicherter Block ist nicht lesbar: {0}. Der Rest ist unversehrt.',
  'phone.failed': 'Dieser Teil lässt sich nicht zeigen: {0}',
  'phone.step.release-iliacus': 'Iliacus',
  'phone.step.release-back': 'Hüftrückseite',
  'phone.step.march': 'Marsch',
  'phone.side.left': 'links',
  'phone.side.right': 'rechts',
  'phone.outcome.guided-to-end': 'bis zum Ende geführt',
  'phone.outcome.let-go': 'selbst gelöst',
  'phone.outcome.not-easing': 'ließ nicht nach, weitergezogen',
  'phone.outcome.interrupted': 'unterbrochen',
  'phone.outcome.skipped': 'ausgelassen',
  'phone.outcome.stopped': 'beendet',
  'phone.how.done': 'fertig',
  'phone.how.stopped': 'vorzeitig beendet',
  'phone.how.left': 'offen geblieben',
  'phone.how.outdated': 'durch ein Update abgeschlossen',
};
