import type { WatchTexts } from './watch-en.ts';
import { guideEs } from './watch-guide-es.ts';
import { watchPagesEs } from './watch-pages-es.ts';

/** Every text of the watch in Spanish; the wearer is "tú". */
export const watchEs: WatchTexts = {
  ...guideEs,
  appName: 'Iliacus',

  comma: ', ',

  'side.left': 'IZQ',
  'side.right': 'DER',
  'side.left.word': 'izq.',
  'side.right.word': 'der.',
  'routine.hip-release': 'Soltar la cadera',
  'routine.calf-and-hip-stretch': 'Gemelo y cadera',

  'step.release-iliacus.ball': 'Boca abajo, pelota',
  'step.release-iliacus.hook': 'De lado; luego abajo',
  'step.release-iliacus.place': 'Busca el punto',
  'step.release-back.ball': 'Boca arriba, pelota',
  'step.release-back.place': 'Busca el punto',
  'step.march.ball': 'Marcha con banda',
  'step.march.place': 'Banda, sube despacio',
  'step.stretch-hip-flexor.none': 'Una rodilla al suelo',
  'step.stretch-hip-flexor.place': 'Este lado, rodilla',
  'step.stretch-calf.none': 'De pie, en la pared',
  'step.stretch-calf.place': 'Este lado, detrás',

  'hint.position': '{0}',
  'hint.position.next': '{0}',
  'hint.position.side': '{0}',
  'hint.position.step': '{0}',
  'hint.position.stand': '{0}',
  'hint.hold': 'Quieto, respira',
  'hint.hold.easing': '¿Cede? Sigue ahí',
  'hint.hold.press': '¿Cede? Aprieta',
  'hint.linger': 'Mínimo cumplido',
  'hint.march': 'Paso {0}',
  'hint.ended': 'Bien hecho',
  'hint.paused': 'En pausa',
  'hint.unguided': '¿Seguir: {0} {1}?',
  'hint.unguided.march': '¿Seguir: marcha?',

  'mode.dnd': '«No molestar» activo',
  'mode.sleep': 'Modo sueño activo',
  'mode.theater': 'Modo cine activo',
  'mode.power': 'Ahorro activo',
  'mode.body': 'Puede silenciar los avisos. Mejor apágalo.',
  'mode.start': 'Empezar igual',
  'mode.back': 'Volver',

  'session.menu': 'Sin ayud. Mantén: menú',
  'session.menu.helper': 'Ayudante. Mantén: menú',

  'action.ready': 'Listo',
  'action.more-time': '+20 s',
  'action.undone': 'Anular',
  'action.not-easing': 'Otro punto',
  'action.stay': 'Seguir aquí',
  'action.paused': 'Pausa',
  'action.resumed': 'Continuar',
  'action.skipped': 'Saltar',
  'action.let-go': 'Cambiar',
  'action.stopped': 'Terminar',

  'coach.hint.position.stand': '3 largos: de pie',
  'coach.hint.hold': '1 corto: empieza',
  'coach.hint.hold.easing': '2 cortos: ¿cede?',
  'coach.hint.hold.press': '2 cortos: ¿cede?',
  'coach.hint.linger': '3 cortos: mínimo',
  'coach.hint.march': '1 corto: eleva',
  'coach.hint.paused': 'Corto, largo, corto: mira',
  'coach.hint.ended': '2 muy largos: fin',

  'coach.hint.position': '{0}',
  'coach.hint.position.next': '1 largo: otro punto',
  'coach.hint.position.side': '2 largos: otro lado',
  'coach.hint.position.step': '3 largos: otra postura',
  'coach.hint.unguided': 'Corto, largo, corto: mira',
  'coach.hint.unguided.march': 'Corto, largo, corto: mira',

  ...watchPagesEs,
};
