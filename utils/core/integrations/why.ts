/** Why a record is not there yet. The reason is stored in English and shown in the language of the page. */
import { type PhonePhrase, phrase } from '../text/phone-phrase.ts';

/** The reasons as they are stored. Version 0.1.0 has stored some of them too, so they stay. */
export const WHY = {
  yet: 'no answer yet',
  silent: 'no answer in 10 s',
  connection: 'the connection failed',
  unsent: 'the request could not be sent',
  unclear: 'the answer had no status',
  redirect: 'it points to another address',
  list: 'the list of activities was not readable',
  gone: 'the phone has it no more',
  lost: 'the record is lost',
  newer: 'needs a newer version of the app',
  date: 'the date cannot be',
  there: 'already there (status 409)',
  key: 'the key has a character that cannot be sent',
  address: 'the address cannot be used',
} as const;

/** Reasons that may disappear: an update comes, or a clock is corrected. */
export const LATER_WHYS = [WHY.newer, WHY.date] as const;
export type LaterWhy = (typeof LATER_WHYS)[number];

const LOOK = 'could not look: ';
const STATUS = 'status ';

export function statusWhy(status: number): string {
  return `${STATUS}${status}`;
}

/** The reason of a failed check, after which nothing was written. */
export function lookWhy(why: string): string {
  return `${LOOK}${why}`;
}

/** A stored reason as a phrase. One that another version has stored is shown as it is. */
export function whyPhrase(why: string): PhonePhrase {
  if (why.indexOf(LOOK) === 0) return phrase('why.look', whyPhrase(why.slice(LOOK.length)));
  if (why.indexOf(STATUS) === 0) return phrase('why.status', why.slice(STATUS.length));
  const name = (Object.keys(WHY) as (keyof typeof WHY)[]).find((one) => WHY[one] === why);
  return name === undefined ? phrase('plain', why) : phrase(`why.${name}`);
}
