import type { PhoneRoutineTexts } from './phone-routines-en.ts';

/** What the phone page says of the wearer's own routines, in Spanish. */
export const phoneRoutinesEs: PhoneRoutineTexts = {
  'routines.title': 'Tus propias rutinas',
  'routines.how':
    'Otra persona puede escribir una rutina y enviarte su código. Hasta {0} van al reloj, si sus códigos suman como máximo {1} caracteres, y aparecen en Rutina.',
  'routines.mine': '{0}, de {1} (sin verificar)',
  'routines.version': 'Versión {0}; su autor quiere que se revise antes del {1}.',
  'routines.overdue': 'Ya ha pasado la fecha en la que su autor quería que se revisara: {0}.',
  'routines.remove': 'Quitar «{0}»',
  'routines.sure':
    '¿Quitar «{0}» de este teléfono y del reloj? Las sesiones que hiciste con ella se conservan.',
  'routines.keep': 'Conservarla',
  'routines.removed-now': 'Quitarla',
  'routines.paste': 'Pega el código de una rutina',
  'routines.preview': 'Esto dice el código:',
  'routines.not-ours':
    'Esta rutina no es de Iliacus y aquí nadie la ha comprobado. El código nombra como autor, sin verificar, a: {0}.',
  'routines.hold': '{0}: al menos {1} s',
  'routines.check': 'Pregunta si cede a los {0} s',
  'routines.spots': 'Posturas por lado: {0} dolorida, {1} activa, {2} en mantenimiento',
  'routines.march': 'Repeticiones: {0} de {1} s cada una',
  'routines.linger': 'Después del mínimo, cada postura sigue {0} s.',
  'routines.safety': 'Sobre la seguridad, el autor dice: {0}',
  'routines.no-safety': 'El autor no dice nada sobre la seguridad.',
  'routines.source': 'De dónde vienen las dosis, según el autor: {0}',
  'routines.no-source': 'El autor no dice de dónde vienen las dosis.',
  'routines.replaces': 'Sustituye a la versión {0}. Tus sesiones se conservan.',
  'routines.add': 'Añadir esta rutina',
  'routines.leave': 'No añadirla',
  'routines.fault': 'No se ha añadido nada. {0}',
  'routines.fault.none': 'En este texto no hay ningún código de rutina. Un código empieza por «iliacus1-».',
  'routines.fault.newer': 'Este código es para una versión más nueva de la app. Actualiza primero la app.',
  'routines.fault.cut': 'El código está cortado. Cópialo hasta el final.',
  'routines.fault.changed': 'Una letra del código cambió por el camino. Pide que te lo envíen otra vez.',
  'routines.fault.refused': 'La rutina no se puede usar tal como está ({0}).',
  'routines.fault.full': 'Ya hay 5. Quita una primero.',
  'routines.fault.room':
    'No cabe en el reloj: todos los códigos juntos pueden tener {0} caracteres y con este tienen {1}. Quita una rutina que ya no hagas o pide al autor textos más cortos.',
  'routines.fault.older': 'Ya tienes la versión {1}; esta es la versión {0}.',
};
