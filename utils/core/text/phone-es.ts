import type { PhoneTexts } from './phone-en.ts';

/** Every text of the phone page in Spanish. */
export const phoneEs: PhoneTexts = {
  'phone.title': 'Iliacus',
  'phone.empty':
    'Aún no hay sesiones. Las terminadas llegan solas desde el reloj mientras su app está abierta.',
  'phone.count': 'Sesiones: {0}',
  'phone.session': '{0}, {1} min',
  'phone.hold': '{0}, {1}, punto {2}: {3} s, {4}',
  'phone.lifts': 'Marcha: {0} pasos',
  'phone.update': 'El registro {0} necesita una versión más nueva de la app',
  'phone.damaged': 'No se pudo leer un bloque guardado: {0}. Lo demás está intacto.',
  'phone.failed': 'No se pudo mostrar esta parte: {0}',
  'phone.step.release-iliacus': 'Ilíaco',
  'phone.step.release-back': 'Parte trasera de la cadera',
  'phone.step.march': 'Marcha',
  'phone.side.left': 'izquierda',
  'phone.side.right': 'derecha',
  'phone.outcome.guided-to-end': 'guiado hasta el final',
  'phone.outcome.let-go': 'soltado por elección',
  'phone.outcome.not-easing': 'no cedía, se cambió de punto',
  'phone.outcome.interrupted': 'interrumpido',
  'phone.outcome.skipped': 'saltado',
  'phone.outcome.stopped': 'parado',
  'phone.how.done': 'hecha',
  'phone.how.stopped': 'parada antes de tiempo',
  'phone.how.left': 'sin terminar',
  'phone.how.outdated': 'cerrada por una actualización',
};
