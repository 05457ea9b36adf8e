/** Phrases: how gaps are filled, how faults are stored, and how days are said. */
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../utils/core/schedule/calendar.ts';
import { phoneTexts } from '../../../utils/core/text/catalogues.ts';
import { faultText, refuse, storedFault } from '../../../utils/core/text/fault.ts';
import { dayPhrase, minutePhrase, monthPhrase } from '../../../utils/core/text/local-date.ts';
import type { PhonePhrase } from '../../../utils/core/text/phone-phrase.ts';
import { fill } from '../../../utils/core/text/phrase.ts';

it.each<[string, readonly (string | number)[], string]>([
  ['{0} of {1}', [1, 2], '1 of 2'],
  ['{1}, then {0}', ['a', 'b'], 'b, then a'],
  ['{0}{0}', ['x'], 'xx'],
  ['{0} and {1}', ['{1}', 'b'], '{1} and b'],
  ['{0} and {1}', ['a'], 'a and {1}'],
  ['a {word} {', ['x'], 'a {word} {'],
  ['no gap', ['x'], 'no gap'],
  ['', [], ''],
])('%j filled with %j reads %j', (template, values, text) => {
  expect(fill(template, values)).toBe(text);
});

describe('a stored fault', () => {
  it('is the phrase that was refused', () => {
    const { ok, fault } = refuse('fault.secret', 3, 'é');
    expect([ok, storedFault(faultText(fault))]).toEqual([false, fault]);
  });

  it.each(['', null, undefined, 7, {}])('in %j is none', (text) => {
    expect(storedFault(text)).toBeNull();
  });

  it.each(['The address is wrong.', '{"key":7,"values":[]}', '{"key":"plain"}', '[]', 'null'])(
    'of another version is shown as it is: %s',
    (text) => {
      expect(storedFault(text)).toEqual({ key: 'plain', values: [text] });
    },
  );
});

describe('a day', () => {
  function english({ key, values }: PhonePhrase): string {
    return fill(
      phoneTexts['en-US'][key],
      values.map((value) => (typeof value === 'object' ? english(value) : value)),
    );
  }
  const today = dayOf([2026, 11, 29]);

  it('is said with its year if that is another one', () => {
    expect(english(dayPhrase(dayOf([2026, 1, 5]), today))).toBe('Mon 5 Jan');
    expect(english(dayPhrase(dayOf([2025, 12, 31]), today))).toBe('Wed 31 Dec 2025');
  });

  it('is said with its time by the clock of the wearer', () => {
    const lateMs = Date.UTC(2026, 10, 28, 23, 5);
    expect(english(minutePhrase(lateMs, 60, today))).toBe('Sun 29 Nov, 00:05');
  });

  it('is in a month', () => {
    expect(english(monthPhrase(today))).toBe('Nov 2026');
  });
});
