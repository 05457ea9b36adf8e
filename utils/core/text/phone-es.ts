import { phoneDatesEs } from './phone-dates-es.ts';
import type { PhoneTexts } from './phone-en.ts';
import { phoneFaultsEs } from './phone-faults-es.ts';
import { phonePageEs } from './phone-page-es.ts';
import { phoneRoutinesEs } from './phone-routines-es.ts';

/** Every text of the phone page in Spanish. */
export const phoneEs: PhoneTexts = {
  'phone.title': 'Iliacus',
  'phone.noSessions':
    'Aún no hay sesiones. Las terminadas llegan solas desde el reloj mientras su app está abierta.',
  'phone.session': '{0}, {1} min',
  'phone.lifts': 'Marcha: {0} elevaciones',
  'phone.needsNewerApp': 'El registro {0} necesita una versión más nueva de la app',
  'phone.lost': 'El registro {0} se ha perdido: ni el reloj ni este teléfono lo tienen ya.',
  'phone.lostAfter':
    'El registro {0}, posterior a la sesión del {1}, se ha perdido: ni el reloj ni este teléfono lo tienen ya.',
  'phone.damaged': 'No se pudo leer un bloque guardado: {0}. Lo demás está intacto.',
  'phone.notShown': 'No se pudo mostrar esta parte: {0}',
  'phone.routine.hip-release': 'Soltar la cadera',
  'phone.routine.calf-and-hip-stretch': 'Estirar gemelo y cadera',
  'phone.routine.gone': 'una rutina que ya no está aquí',
  'phone.step.release-iliacus': 'Ilíaco',
  'phone.step.release-back': 'Parte trasera de la cadera',
  'phone.step.march': 'Marcha',
  'phone.step.stretch-hip-flexor': 'Estirar flexor de cadera',
  'phone.step.stretch-calf': 'Estirar gemelo',
  'phone.side.left': 'izquierda',
  'phone.side.right': 'derecha',
  'phone.outcome.guided-to-end': 'guiada hasta el final',
  'phone.outcome.let-go': 'dejada por elección',
  'phone.outcome.not-easing': 'no cedía, se cambió de punto',
  'phone.outcome.interrupted': 'interrumpida',
  'phone.outcome.skipped': 'saltada',
  'phone.outcome.stopped': 'parada',
  'phone.ending.done': 'hecha',
  'phone.ending.stopped': 'parada antes de tiempo',
  'phone.ending.left': 'sin terminar',
  'phone.ending.outdated': 'cerrada por una actualización',
  ...phoneDatesEs,
  ...phoneFaultsEs,
  ...phonePageEs,
  ...phoneRoutinesEs,
};
