/** The codes of own routines in the preferences never make them too long for a message. */
import { expect, it } from 'vitest';
import {
  type Field,
  formatPreferences,
  type PreferenceDocument,
} from '../../../utils/core/preferences/document.ts';
import {
  areTooMany,
  ownRoutineOf,
  roomForCodes,
  routineCodes,
  withRoutineCodes,
} from '../../../utils/core/preferences/own-routines.ts';
import type { Preferences } from '../../../utils/core/preferences/preference-table.ts';
import { preferenceNames, storedName } from '../../../utils/core/preferences/preferences.ts';
import { MAX_PREFERENCES_BYTES } from '../../../utils/core/sync/message.ts';
import { hipDefinition, wallSit } from '../../support/definitions.ts';

/** For each preference, the value with the longest text. */
const LONGEST: Preferences = {
  routine: 'calf-and-hip-stretch',
  sides: ['left', 'right'],
  kit: 'ball',
  band: false,
  spots: { left: null, right: null },
  lingerS: 'until-say',
  beatS: null,
  placeS: -10,
  stage: 'maintenance',
  soreBack: false,
  strength: 'gentle',
  motor: 'pattern',
  sound: false,
  leadIn: 'seen',
  dimHolds: false,
  reminder: { on: false, hour: 23 },
  morningQuestion: false,
};

const field = (value: unknown): Field => ({ value, revision: 99_999, writer: 'phone' });

/** Every field that was ever written into a document, also by version 0.1.0, each changed very often. */
const everything: PreferenceDocument = {
  version: 2,
  fields: {
    ...Object.fromEntries(preferenceNames.map((name) => [storedName(name), field(LONGEST[name])])),
    'stage-kept': field(1_893_456_000),
    wrist: field('right'),
    turned: field(false),
    routines: field([]),
  },
};

it('the fullest document fits into a message, with as many and as long codes as are accepted', () => {
  const codes = Array.from({ length: 5 }, () => 'x'.repeat(410));
  expect(areTooMany(codes)).toBe(false);
  const document = withRoutineCodes(everything, codes);
  expect(routineCodes(document)).toEqual(codes);
  // The watch leaves out preferences that leave less than 8 bytes.
  expect(formatPreferences(document).length).toBeLessThanOrEqual(MAX_PREFERENCES_BYTES);
  expect(roomForCodes(everything, 5, MAX_PREFERENCES_BYTES)).toBe(2_050);
  expect(areTooMany([...codes.slice(1), 'x'.repeat(411)])).toBe(true);
  expect(areTooMany(Array(6).fill('x'))).toBe(true);
});

it('if a later version has put more into the document, there is that much less room, but never less than none', () => {
  const later = (letters: number): PreferenceDocument => ({
    ...everything,
    fields: { ...everything.fields, later: field('x'.repeat(letters)) },
  });
  const room = roomForCodes(later(500), 2, MAX_PREFERENCES_BYTES);
  expect(room).toBeLessThan(2_050);
  const codes = ['x'.repeat(room - 9), 'x'.repeat(9)];
  expect(formatPreferences(withRoutineCodes(later(500), codes)).length).toBe(MAX_PREFERENCES_BYTES);
  expect(roomForCodes(later(5_000), 2, MAX_PREFERENCES_BYTES)).toBe(0);
});

it('what is no text among the codes is none', () => {
  const document = { ...everything, fields: { routines: field(['x', 7, null, 'y']) } };
  expect(routineCodes(document)).toEqual(['x', 'y']);
});

it('a routine has its safety text, if there is one', () => {
  expect(ownRoutineOf(hipDefinition).safety).toBe(hipDefinition.safety);
  expect(ownRoutineOf(wallSit)).not.toHaveProperty('safety');
});
