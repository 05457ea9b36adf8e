import type { GuideTexts } from './watch-guide-en.ts';

/** What the watch explains, in Spanish: the first run, the help, the cue test and the card of the cues. */
export const guideEs: GuideTexts = {
  'safety.title': 'Antes de empezar',
  'safety.body':
    'Es normal que sea intenso. Si no puedes respirar despacio, afloja.\n\nPara si notas entumecimiento, hormigueo, pulso bajo la pelota, o dolor punzante o que se extiende. Para parar, primero rueda fuera de la pelota; el reloj puede esperar.\n\nConsulta antes a un profesional sanitario en caso de: dolor en la ingle a cada paso, al saltar o de noche, cojera o una caída reciente; embarazo; cirugía reciente de cadera o abdomen, prótesis de cadera, hernia; osteoporosis; anticoagulantes, trombosis, aneurisma conocido; dolor abdominal agudo.\n\nEsto no es consejo médico.',
  'safety.accept': 'Entendido',

  'helper.title': 'Una pregunta',
  'helper.body':
    'Si la pantalla se apaga, el sistema cierra esta app. Un pequeño ayudante puede seguir dándote los avisos, solo durante una sesión.\n\nEl reloj te pedirá permiso.',
  'helper.allow': 'Usar ayudante',
  'helper.refuse': 'Ahora no',

  'setup.sides': '¿Qué cadera duele?',
  'setup.kit': '¿Qué usas?',
  'setup.band': '¿Banda elástica?',
  'setup.left': 'Izquierda',
  'setup.right': 'Derecha',
  'setup.both': 'Ambas',
  'setup.ball': 'Solo pelota',
  'setup.hook': 'Gancho y pelota',
  'setup.yes': 'Sí tengo',
  'setup.no': 'Sin banda',

  'help.title': 'Ayuda',
  'help.find': 'Busca el punto',
  'help.find.body':
    'Manos en la cadera, dedos al frente: dos huesos sobresalen. Justo dentro hay una zona blanda: ahí va la pelota, no en el pliegue de la ingle.',
  'help.hook': 'Coloca el gancho',
  'help.hook.body':
    'Túmbate de lado, punta en el punto. Gira boca abajo hasta que la base quede plana. Si cede, presiona el mango. Al salir: sube antes el mango.',
  'help.back': 'Junto al coxis',
  'help.back.body':
    'Boca arriba, rodillas dobladas. Sube la cadera, pelota junto al coxis. Deja que se hunda. Suele haber más de un punto.',
  'help.band': 'Marcha con banda',
  'help.band.body':
    'Siéntate, ponte la banda sentado, levántate despacio, junto a la pared si te mareas. Banda en los pies. Sube una rodilla, pie flexionado, cadera quieta.',
  'help.pose': 'Cómo tumbarte',
  'help.pose.body':
    'Frente sobre las manos, reloj junto a los ojos. Correa un punto más ceñida. Para parar, rueda fuera primero; el reloj espera.',
  'help.next': 'Siguiente',
  'help.done': 'Listo',

  'feel.title': '¿Lo notas?',
  'feel.intro':
    'Túmbate boca abajo como en la sesión, ojos cerrados. Primero se enseñan los avisos, luego se preguntan.',
  'feel.start': 'Empezar',
  'feel.later': 'Ahora no',
  'feel.wait': 'Espera…',
  'feel.felt': 'Lo noté todo',
  'feel.missed': 'No todo',
  'feel.meant': 'Era: {0}',
  'feel.all': 'Notaste los {0}',
  'feel.some': 'Notaste {0} de {1}',
  'feel.stronger': 'Avisos más fuertes',
  'feel.again': 'Otra vez',
  'feel.done': 'Está bien',
  'feel.helper.none': 'Deja la pantalla encendida',
  'feel.helper': 'Ahora sin esta página…',
  'feel.other-form': 'Vibrar de otro modo',
  'feel.other-wrist': 'En la otra muñeca',
  'feel.learn': 'Enséñamelos otra vez',
  'feel.mixed': 'Corto: sigue. Largo: muévete.',
  'feel.family': '¿Quedarse o moverse?',
  'feel.nothing': 'No noté nada',
  'feel.move': 'Moverse',
  'feel.stay': 'Quedarse',

  'cue.start': '1 corto: empieza',
  'cue.check': '2 cortos: ¿cede?',
  'cue.minimum': '3 cortos: mínimo',
  'cue.spot': '1 largo: otro punto',
  'cue.side': '2 largos: otro lado',
  'cue.step': '3 largos: otra postura',
  'cue.done': '2 muy largos: fin',

  'card.title': 'Recuerda',
  'card.body':
    'Cortos: quédate.\n1 empieza, 2 ¿cede?, 3 mínimo.\n\nLargos: muévete.\n1 otro punto, 2 otro lado, 3 otra postura.\n\nPuede doler más al inicio. ¿No cede? Pulsa largo, «Otro punto».',
  'card.body.hook':
    'Cortos: quédate.\n1 empieza, 2 ¿cede? Entonces aprieta. 3 mínimo.\n\nLargos: muévete.\n1 otro punto, 2 otro lado, 3 otra postura.\n\nPuede doler más al inicio. ¿No cede? Pulsa largo, «Otro punto».',
  'card.go': 'Entendido',
};
