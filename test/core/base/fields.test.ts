/** Foreign data: what counts as fields, and whether it has the shape of an example. */
import { expect, it } from 'vitest';
import { asciiJson } from '../../../utils/core/base/ascii-json.ts';
import { fieldsOf, hasShape, isFields, parseJson } from '../../../utils/core/base/fields.ts';

it.each([[null], [undefined], [7], ['text'], [true], [[]], [[{}]]])('%j has no fields', (data) => {
  expect([isFields(data), fieldsOf(data)]).toEqual([false, {}]);
});

it('an object has its fields', () => {
  expect([isFields({ a: 1 }), fieldsOf({ a: 1 })]).toEqual([true, { a: 1 }]);
});

it('a text that is no JSON has no data', () => {
  expect(['{"a":1}', 'null', '{', ''].map(parseJson)).toEqual([{ a: 1 }, null, undefined, undefined]);
});

it.each<[unknown, unknown, boolean]>([
  [7, 0, true],
  ['7', 0, false],
  [undefined, 0, false],
  [true, false, true],
  [null, null, true],
  [7, null, true],
  ['7', null, true],
  [true, null, false],
  [{}, null, false],
  [undefined, null, false],
  [[1, 2], [0], true],
  [[], [0], true],
  [[1, '2'], [0], false],
  [{ 0: 1 }, [0], false],
  [{ a: 1, b: 2 }, { a: 0 }, true],
  [{ b: 2 }, { a: 0 }, false],
  [{ a: { b: '1' } }, { a: { b: 0 } }, false],
  [[], {}, false],
  [null, {}, false],
])('whether %j has the shape of %j: %s', (data, like, has) => {
  expect(hasShape(data, like)).toBe(has);
});

it('JSON in ASCII has no other character, and is the same data', () => {
  const data = { text: 'é髋\u007f🔑', escaped: '\n"' };
  expect(asciiJson(data)).toMatch(/^[ -~]*$/);
  expect(JSON.parse(asciiJson(data))).toEqual(data);
});
