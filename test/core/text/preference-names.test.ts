/** A preference has one name: the phone uses the watch's name, and may add what it means. */
import { describe, expect, it } from 'vitest';
import { locales, phoneTexts } from '../../../utils/core/text/catalogues.ts';
import type { PhoneKey } from '../../../utils/core/text/phone-en.ts';
import { watchTexts } from '../../../utils/core/text/watch-catalogues.ts';
import type { WatchKey } from '../../../utils/core/text/watch-en.ts';

const NAMES: readonly (readonly [watch: WatchKey, phone: PhoneKey])[] = [
  ['options.routine', 'preferences.routine'],
  ['options.stage', 'preferences.stage'],
  ['options.sides', 'preferences.sides'],
  ['options.kit', 'preferences.kit'],
  ['options.band', 'preferences.band'],
  ['options.lingerS', 'preferences.linger'],
  ['options.placeS', 'preferences.place'],
  ['options.strength', 'preferences.strength'],
  ['options.motor', 'preferences.motor'],
  ['options.leadIn', 'preferences.leadIn'],
  ['options.dimHolds', 'preferences.dimHolds'],
  ['options.reminder', 'preferences.reminder'],
  ['options.morningQuestion', 'preferences.morning'],
  ['options.until-say', 'preferences.until-say'],
];

describe.each(locales)('in %s', (locale) => {
  it.each(NAMES)('"%s" has the same name on the phone', (watch, phone) => {
    const name = watchTexts[locale][watch].toLowerCase();
    expect(phoneTexts[locale][phone].toLowerCase().slice(0, name.length)).toBe(name);
  });
});
