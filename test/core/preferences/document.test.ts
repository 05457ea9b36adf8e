/** The shared preferences: how a text is read, and that two ends reach the same state, whatever they exchange. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyDocument,
  type Field,
  formatPreferences,
  mergePreferences,
  type PreferenceDocument,
  parsePreferences,
  setPreference,
} from '../../../utils/core/preferences/document.ts';
import { preferenceControls } from '../../../utils/core/preferences/preference-rows.ts';
import {
  firstPreferences,
  newWearer,
  type PreferenceName,
  type Preferences,
} from '../../../utils/core/preferences/preference-table.ts';
import {
  planPreferencesOf,
  preferenceNames,
  storedName,
} from '../../../utils/core/preferences/preferences.ts';

const anySpots = fc.option(fc.integer({ min: 1, max: 3 }));

/** Every value that a preference may have. Of a preference that is not listed here, every value that is offered. */
const anyOf: { readonly [Name in PreferenceName]?: fc.Arbitrary<Preferences[Name]> } = {
  routine: fc.constant('hip-release'),
  stage: fc.constantFrom('sore', 'active', 'maintenance'),
  kit: fc.constantFrom('ball', 'hook'),
  band: fc.boolean(),
  sides: fc.constantFrom(['left'], ['right'], ['left', 'right'], ['right', 'left']),
  spots: fc.record({ left: anySpots, right: anySpots }),
  lingerS: fc.oneof(fc.constantFrom(null, 'until-say' as const), fc.integer({ min: 10, max: 120 })),
  beatS: fc.option(fc.integer({ min: 2, max: 8 })),
  placeS: fc.integer({ min: -10, max: 60 }),
  strength: fc.constantFrom('gentle', 'normal', 'strong'),
  reminder: fc.record({ on: fc.boolean(), hour: fc.integer({ min: 0, max: 23 }) }),
  morningQuestion: fc.boolean(),
};

function anyValue(name: PreferenceName): fc.Arbitrary<unknown> {
  const offered = preferenceControls
    .filter((row) => row.name === name)
    .flatMap(({ control }) =>
      control.phoneSteps.map((step) => control.withStep(firstPreferences[name], step)),
    );
  return anyOf[name] ?? fc.constantFrom(...offered);
}

/** Values that a preference does not accept. */
const badValues: { readonly [Name in PreferenceName]?: readonly unknown[] } = {
  routine: ['', 'other', null],
  stage: ['healed', 1],
  kit: ['knife', true],
  band: ['yes', 1, null],
  sides: [[], ['left', 'left'], ['up'], 'left', ['left', 'right', 'left']],
  spots: [{ left: 0, right: 1 }, { left: 1 }, { left: 1, right: 4 }, 2, null],
  lingerS: [9, 121, 10.5, 'for ever', true],
  beatS: [1, 9, '4'],
  placeS: [-11, 61, null, '0'],
  strength: ['hard', 2],
  reminder: [{ on: true }, { on: 1, hour: 8 }, { on: true, hour: 24 }, { on: true, hour: -1 }, true],
  morningQuestion: ['no', 0],
};

const anyField: fc.Arbitrary<readonly [string, Field]> = fc
  .oneof(
    fc
      .constantFrom(...preferenceNames)
      .chain((name) => anyValue(name).map((value) => [storedName(name), value] as const)),
    fc.tuple(fc.constantFrom('later', 'tempo', 'größe'), fc.jsonValue()),
  )
  .chain(([name, value]) =>
    fc
      .record({
        value: fc.constant(JSON.parse(JSON.stringify(value))),
        revision: fc.integer({ min: 1, max: 4 }),
        writer: fc.constantFrom<'watch' | 'phone'>('watch', 'phone'),
      })
      .map((field) => [name, field] as const),
  );

const anyDocument: fc.Arbitrary<PreferenceDocument> = fc
  .record({ version: fc.integer({ min: 2, max: 4 }), fields: fc.array(anyField, { maxLength: 12 }) })
  .map(({ version, fields }) => ({ version, fields: Object.fromEntries(fields) }));

describe('a text', () => {
  it('that is empty gives what a new wearer has', () => {
    expect(parsePreferences('')).toEqual({
      document: emptyDocument,
      preferences: firstPreferences,
      faults: [],
    });
  });

  it('is read back as it was written, field by field, including unknown fields', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(parsePreferences(formatPreferences(document))).toMatchObject({ document, faults: [] });
      }),
    );
  });

  it('is plain ASCII, as the watch stores it, and the same for the same content', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = formatPreferences(document);
        expect(text).toMatch(/^[\x20-\x7e]*$/);
        const turned = Object.fromEntries(Object.entries(document.fields).reverse());
        expect(formatPreferences({ ...document, fields: turned })).toBe(text);
      }),
    );
  });

  it('of version 2 is read as it always was', () => {
    const text =
      '{"version":2,"fields":{"beatS":{"value":5,"revision":2,"writer":"phone"},"later":{"value":[1],"revision":1,"writer":"phone"},"sides":{"value":["right","left"],"revision":1,"writer":"watch"},"spots":{"value":{"left":2,"right":null},"revision":7,"writer":"watch"}}}';
    const { document, preferences, faults } = parsePreferences(text);
    expect(preferences).toEqual({
      ...firstPreferences,
      beatS: 5,
      sides: ['right', 'left'],
      spots: { left: 2, right: null },
    });
    expect([formatPreferences(document), faults]).toEqual([text, []]);
  });

  it.each(
    preferenceNames.flatMap((name) =>
      [...(badValues[name] ?? []), {}].map((value) => [name, value] as const),
    ),
  )('with a bad %s (%j) loses only that field, and says so with its name and range', (name, value) => {
    const other = name === 'band' ? 'morningQuestion' : 'band';
    const fields = {
      [storedName(name)]: { value, revision: 3, writer: 'phone' },
      [other]: { value: !firstPreferences[other], revision: 1, writer: 'phone' },
    };
    const { preferences, faults } = parsePreferences(JSON.stringify({ version: 2, fields }));
    expect(preferences).toEqual({ ...firstPreferences, [other]: !firstPreferences[other] });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`preferences/${storedName(name)} must be `);
  });

  it.each([
    { revision: 1, writer: 'phone' },
    { value: 'hook', writer: 'phone' },
    { value: 'hook', revision: 0, writer: 'phone' },
    { value: 'hook', revision: 1.5, writer: 'phone' },
    { value: 'hook', revision: 1, writer: 'nobody' },
    'hook',
    null,
  ])('with a field that is %j leaves out that field, with a sentence', (field) => {
    const { document, faults } = parsePreferences(JSON.stringify({ version: 2, fields: { tool: field } }));
    expect(document.fields).toEqual({});
    expect(faults).toEqual([
      'preferences/tool must have a value, a revision from 1 on and "watch" or "phone" as writer; it is left out',
    ]);
  });

  it.each(['{', 'null', '[]', '{"version":2}', '{"fields":{}}', '{"version":"2","fields":{}}', '"x"'])(
    'that is no document (%s) is empty, with a sentence',
    (text) => {
      expect(parsePreferences(text)).toEqual({
        document: emptyDocument,
        preferences: firstPreferences,
        faults: ['preferences: the stored text is not a preferences document; the defaults are used'],
      });
    },
  );

  it('of any kind is read without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parsePreferences(text)).not.toThrow();
      }),
    );
  });
});

describe('merging', () => {
  const same = (one: PreferenceDocument, other: PreferenceDocument): void =>
    expect(formatPreferences(one)).toBe(formatPreferences(other));

  it('gives the same result from either end', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (a, b) => {
        same(mergePreferences(a, b), mergePreferences(b, a));
      }),
    );
  });

  it('gives the same result in any order', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyDocument, (a, b, c) => {
        same(mergePreferences(mergePreferences(a, b), c), mergePreferences(a, mergePreferences(b, c)));
      }),
    );
  });

  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (a, b) => {
        const merged = mergePreferences(a, b);
        same(mergePreferences(merged, b), merged);
        same(mergePreferences(a, a), a);
      }),
    );
  });

  it('loses no field of either end, known or not', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (a, b) => {
        const merged = Object.keys(mergePreferences(a, b).fields).sort();
        expect(merged).toEqual([...new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])].sort());
      }),
    );
  });

  it('takes the higher revision, and at a tie that of the phone', () => {
    const field = (value: string, revision: number, writer: 'watch' | 'phone'): PreferenceDocument => ({
      version: 2,
      fields: { tool: { value, revision, writer } },
    });
    const toolOf = (a: PreferenceDocument, b: PreferenceDocument) =>
      mergePreferences(a, b).fields.tool?.value;
    expect(toolOf(field('hook', 3, 'watch'), field('ball', 2, 'phone'))).toBe('hook');
    expect(toolOf(field('hook', 2, 'watch'), field('ball', 2, 'phone'))).toBe('ball');
  });

  it('keeps a value that only a later version understands', () => {
    const later: PreferenceDocument = {
      version: 3,
      fields: { lingerS: { value: 'by breath', revision: 5, writer: 'phone' } },
    };
    expect(mergePreferences(emptyDocument, later)).toEqual(later);
  });
});

describe('a change', () => {
  it('is read back, one revision up, and touches no other field', () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc
          .constantFrom(...preferenceNames)
          .chain((name) => anyValue(name).map((value) => [name, value] as const)),
        (document, [name, value]) => {
          const before = parsePreferences(formatPreferences(document)).preferences;
          const changed = setPreference(document, name, value as never, 'watch');
          if (!changed.ok) throw new Error(changed.failure.what);
          const after = parsePreferences(formatPreferences(changed.value)).preferences;
          expect(after).toEqual({ ...before, [name]: value });
          if (changed.value !== document) {
            expect(changed.value.fields[storedName(name)]?.revision).toBe(
              (document.fields[storedName(name)]?.revision ?? 0) + 1,
            );
          }
        },
      ),
    );
  });

  it('to the present value is no change', () => {
    expect(setPreference(emptyDocument, 'kit', firstPreferences.kit, 'watch')).toEqual({
      ok: true,
      value: emptyDocument,
    });
  });

  it('out of range is refused with name and range', () => {
    expect(setPreference(emptyDocument, 'beatS', 90, 'phone')).toEqual({
      ok: false,
      failure: {
        what: 'preferences/beatS must be a whole number from 2 to 8 or null, is 90',
        where: 'preferences/beatS',
      },
    });
  });
});

it('a new wearer’s plan is made from a new wearer’s preferences', () => {
  expect(planPreferencesOf(firstPreferences)).toEqual(newWearer);
});
