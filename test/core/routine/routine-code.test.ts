/** The code of a routine: it holds the whole definition, survives the usual ways of sending it, and is refused if it was damaged. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../tools/shared/random.ts';
import { randomDefinition } from '../../../tools/shared/random-definition.ts';
import { CRC_BYTES, withCrc } from '../../../utils/core/base/crc32.ts';
import { putVarint, takeVarint } from '../../../utils/core/base/varint.ts';
import { MOST_LETTERS } from '../../../utils/core/preferences/own-routines.ts';
import { ownId } from '../../../utils/core/routine/own-routine.ts';
import { CODE_START } from '../../../utils/core/routine/read-routine-code.ts';
import { decodeRoutine, encodeRoutine } from '../../../utils/core/routine/routine-code.ts';
import { textOf } from '../../contract/sources.ts';
import { hipDefinition } from '../../support/definitions.ts';

const code = encodeRoutine(hipDefinition);
const taken = { ok: true, value: hipDefinition };

it('holds a routine like the hip release in at most 600 characters', () => {
  expect(decodeRoutine(code)).toEqual(taken);
  expect(code.length).toBeLessThanOrEqual(600);
  expect(code).toMatch(/^iliacus1-[A-Za-z0-9_-]+$/);
});

it('gives back every definition unchanged', () => {
  const random = createRandom(21);
  for (let count = 0; count < 300; count++) {
    const definition = randomDefinition(random);
    expect(decodeRoutine(encodeRoutine(definition))).toEqual({ ok: true, value: definition });
  }
});

const wrapped = (width: number, start: string, end: string): string =>
  (code.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((line) => start + line + end).join('');

it.each([
  ['in a link', `https://example.org/iliacus/#routine=${code}`],
  [
    'in a link of a quoted-printable mail',
    `https://example.org/iliacus/#routine=3D${wrapped(40, '', '=\r\n')}`,
  ],
  ['in a mail that quotes it twice', `Hello,\n> > here it is:\n${wrapped(70, '> > ', '\n')}\n> > Bye, Ines`],
  ['in curly quotes', `\u201c${code}\u201d`],
  ['with spaces and line breaks', wrapped(30, ' \t', '\u2028\r\n')],
  ['with soft hyphens and invisible marks', wrapped(5, '\u200b', '\u00ad\ufeff')],
  ['with another dash', code.replace(/-/g, '\u2013')],
  ['in front of more letters', `${code}AAAA and a greeting`],
  ['after a mention of codes', `They begin with iliacus1- and look like this: ${code}`],
])('survives %s', (_, text) => {
  expect(decodeRoutine(text)).toEqual(taken);
});

it('survives a word processor that makes one dash of two hyphens', () => {
  const versions = Array.from({ length: 65_535 }, (_, at) => ({ ...hipDefinition, version: at + 1 }));
  const found = versions.find((one) => encodeRoutine(one).includes('--'));
  const written = encodeRoutine(found ?? hipDefinition);
  expect(written).toContain('--');
  expect(decodeRoutine(written.replace('--', '\u2014'))).toEqual({ ok: true, value: found });
});

it.each([
  ['nothing', '', 'code/none', 'a routine\'s code begins with "iliacus1-"'],
  ['another text', 'Hello Ines', 'code/none', 'a routine\'s code begins with "iliacus1-"'],
  ['a later format', `iliacus2-${code.slice(9)}`, 'code/newer', 'the code needs a later version of the app'],
  ['only the beginning', CODE_START, 'code/cut', 'the code is cut off: 0 of 1 bytes'],
  ['all but the last letter', code.slice(0, -1), 'code/cut', /^the code is cut off: \d+ of \d+ bytes$/],
  [
    'a letter that was changed',
    code.replace('N', 'n'),
    'code/changed',
    'a letter of the code has changed on the way',
  ],
])('refuses %s', (_, text, where, what) => {
  expect(decodeRoutine(text)).toEqual({
    ok: false,
    failure: { where, what: typeof what === 'string' ? what : expect.stringMatching(what) },
  });
});

it('refuses bytes behind the routine, though their checksum is right', () => {
  const bytes = Buffer.from(code.slice(CODE_START.length), 'base64url');
  const cursor = { bytes, at: 0 };
  takeVarint(cursor);
  const inner = [...bytes.subarray(cursor.at, bytes.length - CRC_BYTES), 0];
  const length: number[] = [];
  putVarint(length, inner.length + CRC_BYTES);
  const longer = CODE_START + Buffer.from(withCrc([length, inner])).toString('base64url');
  expect(decodeRoutine(longer)).toEqual({
    ok: false,
    failure: { where: 'code/form', what: 'the code does not end where its routine does' },
  });
});

describe('docs/routine-code.md', () => {
  const page = textOf('docs/routine-code.md');

  it('has a table with the bytes of its second example, and with the id and lengths that it names', () => {
    const [, id = '', example = ''] =
      /letters and the id\n`(.*?)`.*?```\n(iliacus1-[^`]*)\n```/s.exec(page) ?? [];
    const [, rows = ''] = /\| Bytes \| What \|\n\|---\|---\|\n(.*?)\n\n/s.exec(page) ?? [];
    const bytes = rows.split('\n').flatMap((row) => row.split('|')[1]?.match(/[0-9a-f]{2}/g) ?? []);
    expect(bytes.join('')).toBe(Buffer.from(example.slice(CODE_START.length), 'base64url').toString('hex'));
    const read = decodeRoutine(example);
    if (!read.ok) throw new Error(read.failure.what);
    expect([encodeRoutine(read.value), ownId(read.value)]).toEqual([example, id]);
    expect(page).toContain(`It has ${bytes.length} bytes, ${example.length} letters and the id`);
  });

  it('has codes that are refused for the reasons beside them', () => {
    const rows = [...page.matchAll(/^\| `(iliacus1-.*)` \| .* \(`(.*)`\) \|$/gm)];
    expect(rows.length).toBe(6);
    for (const [, bad = '', where] of rows)
      expect(decodeRoutine(bad)).toMatchObject({ ok: false, failure: { where } });
  });

  it('gives the number of letters that all codes together may have', () => {
    expect(page).toContain(`at most ${MOST_LETTERS.toLocaleString('en-US')} letters together`);
  });
});

it('the example of docs/routine-code.md is the code of the definition above it', () => {
  const [, example = ''] = /```\n(iliacus1-.*)\n```/.exec(textOf('docs/routine-code.md')) ?? [];
  const read = decodeRoutine(example);
  expect(read).toMatchObject({
    ok: true,
    value: {
      author: 'A. Author',
      reviewBy: '2027-01-31',
      steps: [
        {
          instruction: 'Back flat, knees over the feet.',
          only: 'left',
          doses: { none: [{ cue: 'minimum', atS: 45 }] },
          spots: { sore: 3, active: 5, maintenance: 5 },
        },
      ],
    },
  });
  expect(read.ok && encodeRoutine(read.value)).toBe(example);
});
