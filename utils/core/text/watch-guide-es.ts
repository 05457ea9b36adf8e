import type { GuideTexts } from './watch-guide-en.ts';

/** What the watch explains, in Spanish: the first run, the help, the feel test and the card of the cues. */
export const guideEs: GuideTexts = {
  'safety.title': 'Antes de empezar',
  'safety.body':
    'Es normal que la presión sea fuerte. Si no puedes respirar despacio, afloja.\n\nPara parar, primero bájate de la pelota; el reloj puede esperar.',
  'safety.stop.title': 'Cuándo parar',
  'safety.stop.body':
    'Para si notas entumecimiento, hormigueo, un pulso bajo la pelota, o un dolor punzante o que se extiende.',
  'safety.ask.title': 'Primero, al médico',
  'safety.ask.body':
    'Dolor en la ingle a cada paso, al saltar o de noche\nCojera o una caída reciente\nDolor abdominal agudo\nOsteoporosis\nEmbarazo',
  'safety.more.title': 'Y también si hay',
  'safety.more.body':
    'Cirugía reciente de cadera o abdomen\nPrótesis de cadera, hernia\nAnticoagulantes, trombosis, aneurisma conocido\n\nEsto no es un consejo médico.',
  'safety.accept': 'Entendido',

  'helper.title': 'Pantalla apagada',
  'helper.body':
    'Si la pantalla se apaga, el reloj cierra la app. Un ayudante puede seguir dando los avisos en la sesión.',
  'helper.allow': 'Usar ayudante',
  'helper.refuse': 'Ahora no',

  'setup.sides': '¿Qué cadera te duele?',
  'setup.kit': '¿Qué usas?',
  'setup.band': '¿Tienes banda elástica?',
  'setup.left': 'Izquierda',
  'setup.right': 'Derecha',
  'setup.both': 'Ambas',
  'setup.ball': 'Solo pelota',
  'setup.hook': 'Gancho y pelota',
  'setup.yes': 'Sí',
  'setup.no': 'No',

  'help.title': 'Ayuda',
  'help.find': 'Busca el punto',
  'help.find.body': 'Manos en la cadera, dedos al frente. La zona blanda dentro del hueso, no el pliegue.',
  'help.hook': 'Coloca el gancho',
  'help.hook.body': 'De lado, la punta en el punto. Gira boca abajo hasta que la base quede plana.',
  'help.handle': 'Aprieta el mango',
  'help.handle.body': 'Si cede, aprieta el mango. Para salir: sube el mango y luego bájate.',
  'help.back': 'Cadera por detrás',
  'help.back.body': 'Rodillas dobladas, pelota junto al coxis, baja la cadera. Suele haber varios puntos.',
  'help.band': 'Ponte la banda',
  'help.band.body': 'En el suelo, alrededor de los pies. Levántate despacio, junto a la pared si te mareas.',
  'help.march': 'La marcha',
  'help.march.body':
    'Espalda recta, pies separados. Sube una rodilla cada vez, pie flexionado, cadera recta.',
  'help.pose': 'Cómo tumbarte',
  'help.pose.body': 'Frente sobre las manos, reloj junto a los ojos, correa un punto más ceñida.',
  'help.next': 'Siguiente',
  'help.done': 'Hecho',

  'feel.title': '¿Lo notas?',
  'feel.intro':
    'Túmbate boca abajo como en la sesión, ojos cerrados. Aprendes los avisos y luego dices qué notas.',
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
  'feel.done': 'Hecho',
  'feel.helper.intro': 'Ahora el ayudante da un aviso, como con la pantalla apagada: tres cortos.',
  'feel.helper.none': 'Deja la pantalla encendida',
  'feel.helper': 'Ahora el ayudante…',
  'feel.other-form': 'Vibrar de otro modo',
  'feel.other-wrist': 'En la otra muñeca',
  'feel.learn': 'Enséñamelos otra vez',
  'feel.mixed': 'Corto: sigue; largo: muévete',
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

  'card.title': 'Vibraciones',
  'card.body':
    'Cortos: quédate\n1 empieza\n2 ¿cede?\n3 mínimo\nLargos: muévete\n1 otro punto\n2 otro lado\n3 otra postura',
  'card.body.hook':
    'Cortos: quédate\n1 empieza\n2 ¿cede? Aprieta.\n3 mínimo\nLargos: muévete\n1 otro punto\n2 otro lado\n3 otra postura',
  'card.easing.title': '¿No cede?',
  'card.easing.body':
    'Al principio puede doler más. Hacia los 30 s debería empezar a ceder.\n\nSi no, mantén pulsada la pantalla y toca «Otro punto».',
  'card.go': 'Entendido',
};
