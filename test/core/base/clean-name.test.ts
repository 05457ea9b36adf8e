/** Names that arrive from outside, cleaned once. */
import { expect, it } from 'vitest';
import { cleanLine, cleanName } from '../../../utils/core/base/clean-name.ts';

it.each([
  ['a name', 'a name'],
  ['  a \t\r\n name ', 'a name'],
  ['a\u0000b\u2028c\u3000d', 'a b c d'],
  ['a\u200bb\u202ec', 'abc'],
  ['=1+1', '1+1'],
  [`' "+-@|%\u2212\uff1da=b`, 'a=b'],
  ['x'.repeat(30), 'x'.repeat(24)],
  [`${'x'.repeat(23)}🔑`, 'x'.repeat(23)],
  [`${'x'.repeat(23)} y`, 'x'.repeat(23)],
  ['', '?'],
  ['=-\n', '?'],
])('%j is called %j', (name, clean) => {
  expect(cleanName(name)).toBe(clean);
});

it('a line is cut to its length, and may be empty', () => {
  expect([cleanLine('abcdef', 3), cleanLine('=', 3)]).toEqual(['abc', '']);
});
