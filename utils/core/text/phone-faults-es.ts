import type { PhoneFaultTexts } from './phone-faults-en.ts';

/** What the phone page says where something was not taken or has not arrived, in Spanish. */
export const phoneFaultsEs: PhoneFaultTexts = {
  'fault.secret':
    'El carácter {0} ({1}) no puede formar parte de una clave. Copia la clave de nuevo desde donde se creó.',
  'fault.long': 'Tiene más de {0} caracteres.',
  'fault.address.shape':
    'La dirección debe ser como https://example.org/ruta, sin nombre ni contraseña dentro.',
  'fault.address.character':
    'El carácter {0} ({1}) no puede formar parte de una dirección. Copia la dirección de nuevo.',
  'fault.address.port': 'El puerto debe ser un número del 1 al {0}.',
  'fault.address.https':
    'La dirección debe empezar por https:// (http solo sirve hacia este mismo teléfono).',
  'fault.incomplete': 'Introduce primero la dirección o la clave.',
  'fault.full':
    'El almacenamiento del teléfono para esta app está lleno y esto no se ha hecho. Borra algo e inténtalo de nuevo.',
  'fault.import.other': 'Este texto no es una exportación de esta app.',
  'fault.import.csv': 'Esta es la exportación CSV. Solo se puede importar la exportación JSON.',
  'fault.import.version': 'Esta exportación es de una versión más nueva de la app. Actualiza la app primero.',
  'fault.import.cut': 'El texto se corta antes del primer registro. Copia la exportación entera.',
  'fault.import.empty': 'No hay ningún registro en esta exportación.',
  'import.reason.cut': '{0} por estar cortados en el texto',
  'import.reason.damaged': '{0} por estar dañados',
  'import.reason.number': '{0} por tener un número imposible',
  'import.reason.other': '{0} por tener el número de otro registro',
  'import.reason.deleted': '{0} por haberse borrado antes en este teléfono',
  'import.reason.full': '{0} por falta de espacio en el teléfono',
  'why.look': 'no se envió nada porque falló la consulta previa ({0})',
  'why.status': 'la respuesta fue {0}',
  'why.yet': 'aún sin respuesta',
  'why.silent': 'sin respuesta en 10 segundos',
  'why.connection': 'falló la conexión',
  'why.unsent': 'no se pudo enviar la petición',
  'why.unclear': 'no se pudo leer la respuesta',
  'why.redirect': 'la dirección lleva a otra; introduce esa otra',
  'why.list': 'no se pudo leer la lista de actividades',
  'why.gone': 'ya no está en este teléfono',
  'why.lost': 'el registro se perdió',
  'why.newer': 'hace falta una versión más nueva de la app',
  'why.date': 'según el reloj de este teléfono, la fecha no puede ser',
  'why.there': 'el receptor dice que ya lo tiene',
  'why.key': 'la clave tiene un carácter que no se puede enviar; introdúcela de nuevo',
  'why.address': 'la dirección no se puede usar; introdúcela de nuevo',
};
