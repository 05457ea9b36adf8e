import type { GuideTexts } from './watch-guide-en.ts';

/** What the watch explains, in German: the first run, the help, the cue test and the card of the cues. */
export const guideDe: GuideTexts = {
  'safety.title': 'Bevor du beginnst',
  'safety.body':
    'Es darf intensiv sein. Kannst du nicht ruhig atmen, nimm Druck weg.\n\nHör auf bei Taubheitsgefühl, Kribbeln, einem Puls unter dem Ball, stechendem oder ausstrahlendem Schmerz. Zum Aufhören erst herunterrollen; die Uhr kann warten.\n\nFrag zuerst ärztlich nach bei: Leistenschmerz bei jedem Schritt, beim Hüpfen oder nachts, Hinken oder einem Sturz in letzter Zeit; Schwangerschaft; kürzlicher Operation an Hüfte oder Bauch, künstlicher Hüfte, Leisten- oder Bauchwandbruch; Osteoporose; Blutverdünnern, Thrombosen, bekanntem Aneurysma; akutem Bauchschmerz.\n\nDies ist kein ärztlicher Rat.',
  'safety.accept': 'Verstanden',

  'helper.title': 'Eine Frage',
  'helper.body':
    'Wird der Bildschirm dunkel, schließt das System diese App. Ein kleiner Helfer kann dir weiter Signale geben, nur während einer Sitzung.\n\nDie Uhr fragt dich, ob sie ihn zulassen soll.',
  'helper.allow': 'Helfer nutzen',
  'helper.refuse': 'Nicht jetzt',

  'setup.sides': 'Welche Hüfte schmerzt?',
  'setup.kit': 'Womit übst du?',
  'setup.band': 'Ein Miniband?',
  'setup.left': 'Links',
  'setup.right': 'Rechts',
  'setup.both': 'Beide',
  'setup.ball': 'Nur Ball',
  'setup.hook': 'Haken und Ball',
  'setup.yes': 'Habe ich',
  'setup.no': 'Kein Band',

  'help.title': 'Hilfe',
  'help.find': 'Stelle finden',
  'help.find.body':
    'Hände auf die Hüfte, Finger nach vorn: zwei Knochen stehen vor. Gleich innen ist es weich: Dorthin kommt der Ball, nicht in die Leistenfalte.',
  'help.hook': 'Haken ansetzen',
  'help.hook.body':
    'Auf die Seite legen, Spitze auf die Stelle. Auf den Bauch rollen, bis die Platte flach liegt. Lässt es nach, Griff drücken. Zum Aufhören: erst Griff hoch.',
  'help.back': 'Am Steißbein',
  'help.back.body':
    'Rückenlage, Knie gebeugt, Füße flach. Hüfte hoch, Ball neben das Steißbein. Einsinken lassen. Oft sind mehrere Stellen empfindlich.',
  'help.band': 'Band-Marsch',
  'help.band.body':
    'Aufsetzen, Band im Sitzen anlegen, langsam aufstehen, bei Schwindel an der Wand. Band um die Füße. Ein Knie heben, Fuß angezogen, Hüfte ruhig.',
  'help.pose': 'So liegst du',
  'help.pose.body':
    'Stirn auf die Hände, Uhr bei den Augen. Armband ein Loch enger. Zum Aufhören erst herunterrollen; die Uhr kann warten.',
  'help.next': 'Weiter',
  'help.done': 'Fertig',

  'feel.title': 'Spürst du es?',
  'feel.intro':
    'Leg dich auf den Bauch wie bei der Übung, Augen zu. Erst werden die Signale gelehrt, dann abgefragt.',
  'feel.start': 'Los',
  'feel.later': 'Nicht jetzt',
  'feel.wait': 'Gleich…',
  'feel.felt': 'Ganz gespürt',
  'feel.missed': 'Nicht ganz',
  'feel.meant': 'Das war {0}',
  'feel.all': 'Alle {0} gespürt',
  'feel.some': '{0} von {1} gespürt',
  'feel.stronger': 'Stärkere Signale',
  'feel.again': 'Noch einmal',
  'feel.done': 'Fertig',
  'feel.helper.none': 'Display anlassen',
  'feel.helper': 'Jetzt ohne diese Seite…',
  'feel.other-form': 'Anders vibrieren',
  'feel.other-wrist': 'Am anderen Arm',
  'feel.learn': 'Noch einmal lernen',
  'feel.mixed': 'Kurz: bleiben. Lang: wechseln.',
  'feel.family': 'Bleiben oder wechseln?',
  'feel.nothing': 'Nichts gespürt',
  'feel.move': 'Wechseln',
  'feel.stay': 'Bleiben',

  'cue.start': '1 kurz: los',
  'cue.check': '2 kurz: lässt nach?',
  'cue.minimum': '3 kurz: Minimum',
  'cue.spot': '1 lang: nächste Stelle',
  'cue.side': '2 lang: andere Seite',
  'cue.step': '3 lang: neue Lage',
  'cue.done': '2 sehr lang: fertig',

  'card.title': 'Merken',
  'card.body':
    'Kurz: bleiben.\n1 los, 2 lässt nach?, 3 Minimum.\n\nLang: wechseln.\n1 nächste Stelle, 2 andere Seite, 3 neue Lage.\n\nKann anfangs mehr wehtun. Lässt nicht nach? Display lang drücken, Neue Stelle.',
  'card.body.hook':
    'Kurz: bleiben.\n1 los, 2 lässt nach? Dann drücken. 3 Minimum.\n\nLang: wechseln.\n1 nächste Stelle, 2 andere Seite, 3 neue Lage.\n\nKann anfangs mehr wehtun. Lässt nicht nach? Display lang drücken, Neue Stelle.',
  'card.go': 'Verstanden',
};
