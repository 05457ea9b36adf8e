import type { PhoneFaultTexts } from './phone-faults-en.ts';

/** What the phone page says where something was not taken or has not arrived, in German. */
export const phoneFaultsDe: PhoneFaultTexts = {
  'fault.secret':
    'Zeichen {0} ({1}) kann nicht zu einem Schlüssel gehören. Kopiere den Schlüssel noch einmal direkt von dort, wo er erstellt wurde.',
  'fault.long': 'Das sind mehr als {0} Zeichen.',
  'fault.address.shape':
    'Die Adresse muss aussehen wie https://example.org/pfad, ohne Name oder Passwort darin.',
  'fault.address.character':
    'Zeichen {0} ({1}) kann nicht zu einer Adresse gehören. Kopiere die Adresse noch einmal.',
  'fault.address.port': 'Der Port muss eine Zahl von 1 bis {0} sein.',
  'fault.address.https': 'Die Adresse muss mit https:// beginnen (http geht nur zu diesem Telefon selbst).',
  'fault.incomplete': 'Gib zuerst die Adresse oder den Schlüssel ein.',
  'fault.full':
    'Der Speicher des Telefons für diese App ist voll, deshalb wurde das nicht ausgeführt. Lösche etwas und versuche es dann noch einmal.',
  'fault.import.other': 'Dieser Text ist kein Export dieser App.',
  'fault.import.csv': 'Das ist der CSV-Export. Einlesen lässt sich nur der JSON-Export.',
  'fault.import.version':
    'Dieser Export stammt von einer neueren Version der App. Aktualisiere zuerst die App.',
  'fault.import.cut': 'Der Text bricht vor dem ersten Eintrag ab. Kopiere den ganzen Export.',
  'fault.import.empty': 'In diesem Export ist kein Eintrag.',
  'import.reason.cut': '{0} im Text abgeschnitten',
  'import.reason.damaged': '{0} beschädigt',
  'import.reason.number': '{0} mit einer unmöglichen Nummer',
  'import.reason.other': '{0} mit der Nummer eines anderen Eintrags',
  'import.reason.deleted': '{0} zuvor auf diesem Telefon gelöscht',
  'import.reason.full': '{0}, weil der Speicher des Telefons voll ist',
  'why.look': 'nichts wurde gesendet, weil schon das Nachsehen scheiterte ({0})',
  'why.status': 'die Antwort war {0}',
  'why.yet': 'noch keine Antwort',
  'why.silent': 'keine Antwort innerhalb von 10 Sekunden',
  'why.connection': 'die Verbindung kam nicht zustande',
  'why.unsent': 'die Anfrage ließ sich nicht senden',
  'why.unclear': 'die Antwort war nicht lesbar',
  'why.redirect': 'die Adresse leitet auf eine andere weiter; gib die andere ein',
  'why.list': 'die Liste der Aktivitäten war nicht lesbar',
  'why.gone': 'er ist nicht mehr auf diesem Telefon',
  'why.lost': 'der Eintrag ist verloren',
  'why.newer': 'eine neuere Version der App ist nötig',
  'why.date': 'nach der Uhr dieses Telefons kann das Datum nicht stimmen',
  'why.there': 'der Empfänger sagt, er habe ihn schon',
  'why.key': 'im Schlüssel ist ein Zeichen, das sich nicht senden lässt; gib ihn neu ein',
  'why.address': 'die Adresse ist nicht brauchbar; gib sie neu ein',
};
