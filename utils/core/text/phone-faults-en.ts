/** What the phone page says if something was refused or has not arrived, in English. The other languages are typed by this one. */
export const phoneFaultsEn = {
  'fault.secret':
    'A key cannot contain character {0} ({1}). Copy the key again, directly from where you created it.',
  'fault.long': 'It is longer than {0} characters.',
  'fault.address.shape':
    'The address must look like https://example.org/path, without a name or password in it.',
  'fault.address.character': 'An address cannot contain character {0} ({1}). Copy the address again.',
  'fault.address.port': 'The port must be a number from 1 to {0}.',
  'fault.address.https': 'The address must begin with https:// (http works only to this phone itself).',
  'fault.incomplete': 'Enter the address or the key first.',
  'fault.full':
    'The phone’s storage for this app is full, so nothing was changed. Delete something, then try again.',
  'fault.import.other': 'This text is not an export of this app.',
  'fault.import.csv': 'This is the CSV export. Only the JSON export can be imported.',
  'fault.import.version': 'This export was made by a newer version of the app. Update the app first.',
  'fault.import.cut': 'The text ends before its first record. Copy the whole export.',
  'fault.import.empty': 'This export contains no records.',
  'import.reason.cut': '{0} cut off in the text',
  'import.reason.damaged': '{0} damaged',
  'import.reason.number': '{0} with an impossible number',
  'import.reason.other': '{0} with the number of a different record',
  'import.reason.deleted': '{0} deleted on this phone before',
  'import.reason.full': '{0} because the phone’s storage is full',
  'why.look': 'nothing was sent, because checking first failed ({0})',
  'why.status': 'status {0}',
  'why.yet': 'no answer yet',
  'why.silent': 'no answer in 10 s',
  'why.connection': 'the connection failed',
  'why.unsent': 'the request could not be sent',
  'why.unclear': 'the answer could not be read',
  'why.redirect': 'the address redirects to another one; enter that one',
  'why.list': 'the list of activities could not be read',
  'why.gone': 'it is no longer on this phone',
  'why.lost': 'the record is lost',
  'why.newer': 'a newer version of the app is needed',
  'why.date': 'its date is impossible by this phone’s clock',
  'why.there': 'the receiver says it already has it',
  'why.key': 'the key contains a character that cannot be sent; enter it again',
  'why.address': 'the address cannot be used; enter it again',
} as const;

export type PhoneFaultTexts = Readonly<Record<keyof typeof phoneFaultsEn, string>>;
