/** What the phone page says of the wearer's own routines, in English. The other languages are typed by this one. */
export const phoneRoutinesEn = {
  'routines.title': 'Your own routines',
  'routines.how':
    'Somebody else can write a routine and send you its code. Up to {0} go to the watch, as long as their codes have at most {1} letters together, and stand under Routine.',
  'routines.mine': '{0}, by {1} (not verified)',
  'routines.version': 'Version {0}; its author wants it looked at again by {1}.',
  'routines.overdue': 'The day by which its author wanted it looked at again is over: {0}.',
  'routines.remove': 'Remove “{0}”',
  'routines.sure': 'Remove “{0}” from this phone and the watch? Sessions that you have done with it stay.',
  'routines.keep': 'Keep it',
  'routines.removed-now': 'Remove it',
  'routines.paste': 'Paste the code of a routine',
  'routines.preview': 'This is what the code says:',
  'routines.not-ours':
    'This routine is not from Iliacus, and nobody here has checked it. The code names as its author, unverified: {0}.',
  'routines.hold': '{0}: at least {1} s',
  'routines.check': 'Asks whether it eases after {0} s',
  'routines.spots': 'Holds a side: {0} when sore, {1} when active, {2} in maintenance',
  'routines.march': 'Repetitions: {0} of {1} s each',
  'routines.linger': 'After the minimum, each hold goes on for {0} s.',
  'routines.safety': 'Safety, in its author’s words: {0}',
  'routines.no-safety': 'Its author says nothing about safety.',
  'routines.source': 'Where the doses come from, in its author’s words: {0}',
  'routines.no-source': 'Its author does not say where the doses come from.',
  'routines.replaces': 'It takes the place of version {0}. Your sessions stay.',
  'routines.add': 'Add this routine',
  'routines.leave': 'Leave it',
  'routines.fault': 'Nothing was added. {0}',
  'routines.fault.none': 'There is no code of a routine in this text. A code begins with “iliacus1-”.',
  'routines.fault.newer': 'This code was made for a newer version of the app. Update the app first.',
  'routines.fault.cut': 'The code breaks off. Copy it to its end.',
  'routines.fault.changed': 'A letter of the code was changed on its way. Have it sent again.',
  'routines.fault.refused': 'The routine cannot be used as it is ({0}).',
  'routines.fault.full': 'There are 5 already. Remove one first.',
  'routines.fault.room':
    'There is no room for it on the watch: all codes together may have {0} letters, and with this one they have {1}. Remove a routine of yours that you no longer do, or ask the author for shorter texts.',
  'routines.fault.older': 'You have version {1} of it already; this is version {0}.',
} as const;

export type PhoneRoutineTexts = Readonly<Record<keyof typeof phoneRoutinesEn, string>>;
