/** The texts of the editor: they are complete in each language, and each fault of the parser has a sentence. */
import { describe, expect, it } from 'vitest';
import { draftOf, valueAt, withValue } from '../../../tools/routine-editor/draft.ts';
import { faultPath, faultText } from '../../../tools/routine-editor/faults.ts';
import { editorTexts, translator } from '../../../tools/routine-editor/texts/translate.ts';
import { parseDefinition } from '../../../utils/core/routine/parse-definition.ts';
import { locales } from '../../../utils/core/text/catalogues.ts';
import { hipDefinition } from '../../support/definitions.ts';

const gapsOf = (text: string): readonly string[] => [...(text.match(/\{\d\}/g) ?? [])].sort();

describe.each(locales)('the editor in %s', (locale) => {
  it('has every text, with the same gaps as the English one', () => {
    for (const [key, english] of Object.entries(editorTexts['en-US'])) {
      const text = editorTexts[locale][key as keyof (typeof editorTexts)['en-US']];
      expect([key, text.trim() === '', gapsOf(text)]).toEqual([key, false, gapsOf(english)]);
    }
  });
});

/** A change that makes the hip release invalid, and the field that has to be corrected. */
const FAULTS: readonly [path: string, value: unknown, where?: string][] = [
  ['name', ''],
  ['name', 'A name of more than 24 letters'],
  ['author', '=SUM(A1)'],
  ['author', undefined],
  ['version', 0],
  ['version', undefined],
  ['reviewBy', '2027-02-30'],
  ['safety', 'Stop <b>now</b>'],
  ['source', 'a'.repeat(121)],
  ['steps', []],
  ['steps', Array.from({ length: 9 }, (_none, at) => ({ ...hipDefinition.steps[0], name: `Step ${at}` }))],
  ['steps/1/name', 'Front of the hip'],
  ['steps/1/instruction', 'a'.repeat(61)],
  ['steps/0/glyph', 'calf'],
  ['steps/0/doses', { hook: [{ cue: 'minimum', atS: 60 }] }],
  ['steps/0/doses/ball/0/atS', 60, 'steps/0/doses/ball/1/atS'],
  ['steps/0/doses/ball/0/atS', 57, 'steps/0/doses/ball/1/atS'],
  ['steps/0/doses/ball/1/atS', 3601],
  ['steps/0/doses/ball', [{ cue: 'check', atS: 30 }]],
  ['steps/0/spots/sore', 61, 'steps'],
  ['steps/0/spots/sore', 101],
  ['steps/0/spots/active', 501],
  ['steps/2/lifts', undefined],
  ['positionsS/same-side', 4],
  ['linger/usualS', 4],
  ['rest/sore/latestDays', 1],
  ['tries/sore', 1.5],
];

describe.each(FAULTS)('%s as %j', (path, value, where) => {
  const draft = withValue(draftOf(hipDefinition), path, value);
  const read = parseDefinition(draft);

  it('is reported as a fault of its field', () => {
    expect(read.ok ? null : faultPath(draft, read.failure)).toBe(where ?? path);
  });

  it('has a sentence in every language', () => {
    const sentences = locales.map((locale) => (read.ok ? '' : faultText(translator(locale), read.failure)));
    expect(new Set(sentences).size).toBe(locales.length);
    expect(sentences.join(' ')).not.toMatch(/\{\d\}/);
  });
});

it('a path leads to its value in a draft', () => {
  expect(valueAt(draftOf(hipDefinition), 'steps/0/doses/ball/1/atS')).toBe(60);
  expect(valueAt(draftOf(hipDefinition), 'steps/9/name')).toBeUndefined();
});
