import { phoneDatesEn } from './phone-dates-en.ts';
import { phoneFaultsEn } from './phone-faults-en.ts';
import { phonePageEn } from './phone-page-en.ts';
import { phoneRoutinesEn } from './phone-routines-en.ts';

/** Every text of the phone page in English. The other languages are typed by this one. */
export const phoneEn = {
  'phone.title': 'Iliacus',
  'phone.noSessions':
    'No session yet. Finished sessions come from the watch by themselves while its app is open.',
  'phone.session': '{0}, {1} min',
  'phone.lifts': 'March: {0} lifts',
  'phone.needsNewerApp': 'Record {0} needs a newer version of the app',
  'phone.lost': 'Record {0} is lost: neither the watch nor this phone has it any more.',
  'phone.lostAfter':
    'Record {0}, made after the session of {1}, is lost: neither the watch nor this phone has it any more.',
  'phone.damaged': 'A stored block could not be read: {0}. The rest is unharmed.',
  'phone.notShown': 'This part could not be shown: {0}',
  'phone.routine.hip-release': 'Hip release',
  'phone.routine.calf-and-hip-stretch': 'Calf and hip stretch',
  'phone.routine.gone': 'a routine that is no longer here',
  'phone.step.release-iliacus': 'Iliacus',
  'phone.step.release-back': 'Back of hip',
  'phone.step.march': 'March',
  'phone.step.stretch-hip-flexor': 'Hip flexor stretch',
  'phone.step.stretch-calf': 'Calf stretch',
  'phone.side.left': 'left',
  'phone.side.right': 'right',
  'phone.outcome.guided-to-end': 'guided to the end',
  'phone.outcome.let-go': 'let go by choice',
  'phone.outcome.not-easing': 'not easing, moved on',
  'phone.outcome.interrupted': 'interrupted',
  'phone.outcome.skipped': 'skipped',
  'phone.outcome.stopped': 'stopped',
  'phone.ending.done': 'done',
  'phone.ending.stopped': 'stopped early',
  'phone.ending.left': 'left unfinished',
  'phone.ending.outdated': 'closed by an update',
  ...phoneDatesEn,
  ...phoneFaultsEn,
  ...phonePageEn,
  ...phoneRoutinesEn,
} as const;

export type PhoneKey = keyof typeof phoneEn;
export type PhoneTexts = Readonly<Record<PhoneKey, string>>;
