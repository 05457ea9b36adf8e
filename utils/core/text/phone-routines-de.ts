import type { PhoneRoutineTexts } from './phone-routines-en.ts';

/** What the phone page says of the wearer's own routines, in German. */
export const phoneRoutinesDe: PhoneRoutineTexts = {
  'routines.title': 'Eigene Übungsfolgen',
  'routines.how':
    'Andere können eine Übungsfolge schreiben und dir ihren Code schicken. Bis zu {0} gehen auf die Uhr, solange ihre Codes zusammen höchstens {1} Zeichen haben, und stehen dann unter „Übungsfolge“.',
  'routines.mine': '{0}, von {1} (nicht geprüft)',
  'routines.version': 'Version {0}; soll laut Autor bis {1} neu angesehen werden.',
  'routines.overdue': 'Der Tag, bis zu dem sie laut Autor neu angesehen werden sollte, ist vorbei: {0}.',
  'routines.remove': '„{0}“ entfernen',
  'routines.sure': '„{0}“ von diesem Telefon und der Uhr entfernen? Deine Sitzungen damit bleiben.',
  'routines.keep': 'Behalten',
  'routines.removed-now': 'Entfernen',
  'routines.paste': 'Code einer Übungsfolge einfügen',
  'routines.preview': 'Das steht im Code:',
  'routines.not-ours':
    'Diese Übungsfolge ist nicht von Iliacus, und niemand hier hat sie geprüft. Als Autor nennt der Code, ungeprüft: {0}.',
  'routines.hold': '{0}: mindestens {1} s',
  'routines.check': 'Fragt nach {0} s, ob es nachlässt',
  'routines.spots': 'Haltungen je Seite: empfindlich {0}, aktiv {1}, Erhaltung {2}',
  'routines.march': 'Wiederholungen: {0} zu je {1} s',
  'routines.linger': 'Nach dem Minimum geht jede Haltung {0} s weiter.',
  'routines.safety': 'Zur Sicherheit schreibt der Autor: {0}',
  'routines.no-safety': 'Zur Sicherheit schreibt der Autor nichts.',
  'routines.source': 'Woher die Dosis stammt, schreibt der Autor: {0}',
  'routines.no-source': 'Woher die Dosis stammt, schreibt der Autor nicht.',
  'routines.replaces': 'Sie ersetzt Version {0}. Deine Sitzungen bleiben.',
  'routines.add': 'Übungsfolge hinzufügen',
  'routines.leave': 'Nicht hinzufügen',
  'routines.fault': 'Nichts wurde hinzugefügt. {0}',
  'routines.fault.none':
    'In diesem Text steht kein Code einer Übungsfolge. Ein Code beginnt mit „iliacus1-“.',
  'routines.fault.newer': 'Dieser Code ist für eine neuere Version der App. Aktualisiere zuerst die App.',
  'routines.fault.cut': 'Der Code bricht ab. Kopiere ihn bis zum Ende.',
  'routines.fault.changed':
    'Ein Zeichen des Codes wurde unterwegs verändert. Lass ihn dir noch einmal schicken.',
  'routines.fault.refused': 'So lässt sich die Übungsfolge nicht verwenden ({0}).',
  'routines.fault.full': 'Es sind schon 5. Entferne zuerst eine.',
  'routines.fault.room':
    'Auf der Uhr ist kein Platz dafür: Alle Codes zusammen dürfen {0} Zeichen haben, mit diesem sind es {1}. Entferne eine Übungsfolge, die du nicht mehr machst, oder bitte den Autor um kürzere Texte.',
  'routines.fault.older': 'Du hast davon schon Version {1}; das hier ist Version {0}.',
};
