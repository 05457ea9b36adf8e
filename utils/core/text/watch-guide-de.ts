import type { GuideTexts } from './watch-guide-en.ts';

/** What the watch explains, in German: the first run, the help, the feel test and the card of the cues. */
export const guideDe: GuideTexts = {
  'safety.title': 'Vor dem Start',
  'safety.body':
    'Starker Druck ist normal. Kannst du nicht ruhig atmen, nimm Druck weg.\n\nZum Aufhören erst vom Ball rollen; die Uhr kann warten.',
  'safety.stop.title': 'Wann aufhören',
  'safety.stop.body':
    'Hör auf bei Taubheitsgefühl, Kribbeln, einem Puls unter dem Ball, stechendem oder ausstrahlendem Schmerz.',
  'safety.ask.title': 'Erst ärztlich klären',
  'safety.ask.body':
    'Leistenschmerz bei jedem Schritt, beim Hüpfen oder nachts\nHinken, kürzlicher Sturz\nAkuter Bauchschmerz\nOsteoporose\nSchwangerschaft',
  'safety.more.title': 'Auch erst klären',
  'safety.more.body':
    'Hüft- oder Bauch-OP vor Kurzem\nKünstliche Hüfte, Hernie\nBlutverdünner, Thrombosen, bekanntes Aneurysma\n\nDies ist kein ärztlicher Rat.',
  'safety.accept': 'Verstanden',

  'helper.title': 'Dunkles Display',
  'helper.body':
    'Wird das Display dunkel, schließt die Uhr die App. Ein Helfer kann die Signale in der Sitzung übernehmen.',
  'helper.allow': 'Helfer nutzen',
  'helper.refuse': 'Nicht jetzt',

  'setup.sides': 'Welche Hüfte tut weh?',
  'setup.kit': 'Womit übst du?',
  'setup.band': 'Hast du ein Miniband?',
  'setup.left': 'Links',
  'setup.right': 'Rechts',
  'setup.both': 'Beide',
  'setup.ball': 'Nur Ball',
  'setup.hook': 'Haken und Ball',
  'setup.yes': 'Ja',
  'setup.no': 'Nein',

  'help.title': 'Hilfe',
  'help.find': 'Stelle finden',
  'help.find.body':
    'Hände in die Hüften, Finger nach vorn. Weich, gleich innen am Knochen, nicht die Leiste.',
  'help.hook': 'Haken ansetzen',
  'help.hook.body': 'Seitenlage, Spitze auf die Stelle. Auf den Bauch rollen, bis die Platte flach liegt.',
  'help.handle': 'Griff drücken',
  'help.handle.body': 'Lässt es nach, den Griff drücken. Zum Aufhören: Griff hoch, dann herunterrollen.',
  'help.back': 'Hüfte hinten',
  'help.back.body': 'Knie gebeugt, Ball neben das Steißbein, Hüfte darauf senken. Oft mehrere Stellen.',
  'help.band': 'Band anlegen',
  'help.band.body': 'Im Sitzen um die Fußballen legen. Langsam aufstehen, bei Schwindel an der Wand.',
  'help.march': 'Der Marsch',
  'help.march.body': 'Aufrecht, hüftbreit. Knie abwechselnd heben, Fuß angezogen, Hüfte gerade.',
  'help.pose': 'So liegst du',
  'help.pose.body': 'Stirn auf die Hände, Uhr bei den Augen, Armband ein Loch enger.',
  'help.next': 'Weiter',
  'help.done': 'Fertig',

  'feel.title': 'Spürst du es?',
  'feel.intro':
    'Leg dich auf den Bauch wie in der Sitzung, Augen zu. Du lernst die Signale, dann sagst du, was du spürst.',
  'feel.start': 'Los',
  'feel.later': 'Nicht jetzt',
  'feel.wait': 'Gleich …',
  'feel.felt': 'Ganz gespürt',
  'feel.missed': 'Nicht ganz',
  'feel.meant': 'Es war {0}',
  'feel.all': 'Alle {0} gespürt',
  'feel.some': '{0} von {1} gespürt',
  'feel.stronger': 'Stärkere Signale',
  'feel.again': 'Noch einmal',
  'feel.done': 'Fertig',
  'feel.helper.intro': 'Jetzt gibt der Helfer ein Signal, wie bei dunklem Display: dreimal kurz.',
  'feel.helper.none': 'Display anlassen',
  'feel.helper': 'Jetzt vom Helfer …',
  'feel.other-form': 'Anders vibrieren',
  'feel.other-wrist': 'Anderes Handgelenk',
  'feel.learn': 'Noch einmal zeigen',
  'feel.mixed': 'Kurz: bleib, lang: wechsle',
  'feel.family': 'Bleiben oder wechseln?',
  'feel.nothing': 'Nichts gespürt',
  'feel.move': 'Wechseln',
  'feel.stay': 'Bleiben',

  'cue.start': '1 kurz: los',
  'cue.check': '2 kurz: lässt nach?',
  'cue.minimum': '3 kurz: Minimum',
  'cue.spot': '1 lang: nächste Stelle',
  'cue.side': '2 lang: andere Seite',
  'cue.step': '3 lang: neue Position',
  'cue.done': '2 sehr lang: fertig',

  'card.title': 'Vibrationen',
  'card.body':
    'Kurz: bleiben\n1 los\n2 lässt nach?\n3 Minimum\nLang: wechseln\n1 nächste Stelle\n2 andere Seite\n3 neue Position',
  'card.body.hook':
    'Kurz: bleiben\n1 los\n2 lässt nach? Drücken.\n3 Minimum\nLang: wechseln\n1 nächste Stelle\n2 andere Seite\n3 neue Position',
  'card.easing.title': 'Lässt nicht nach?',
  'card.easing.body':
    'Anfangs kann es mehr wehtun. Nach etwa 30 s sollte es nachlassen.\n\nWenn nicht: Display lang drücken, dann „Neue Stelle“.',
  'card.go': 'Verstanden',
};
