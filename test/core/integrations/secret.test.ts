/** Keys and addresses as people paste them: cleaned if that does no harm, else refused with the place of the fault. */
import { describe, expect, it } from 'vitest';
import { parseSecret } from '../../../utils/core/integrations/secret.ts';
import { parseAddress } from '../../../utils/core/integrations/webhook-address.ts';

const KEY = 'abc-DEF_123.456~+/==';
const INVISIBLE = [
  0xad, 0x34f, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202e, 0x2060, 0x2063, 0x2066,
  0x2069, 0x206f, 0x3164, 0xfe0e, 0xfe0f, 0xfeff, 0xffa0, 0xe0001, 0xe0061,
].map((code) => String.fromCodePoint(code));
const BREAKS = ['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f', '\n   ', ' \r\n\t'];
const SPACES = ['\u00a0', '\u2003', '\u2009', '\u202f', '\u205f', '\u3000', '\t', ' '];

function secret(text: string): string {
  const read = parseSecret(text);
  return read.ok ? read.value : `${read.fault.key} ${read.fault.values.join(' ')}`;
}

describe('a key', () => {
  it.each(INVISIBLE.map((one) => [one.codePointAt(0)?.toString(16), one]))(
    'is cleaned of U+%s',
    (_code, one) => {
      expect(secret(`${one}${KEY.slice(0, 4)}${one}${KEY.slice(4)}${one}`)).toBe(KEY);
    },
  );

  it.each(BREAKS)('is cleaned of the line break %j', (one) => {
    expect(secret(`${one}${KEY.slice(0, 4)}${one}${KEY.slice(4)}${one}`)).toBe(KEY);
  });

  it.each([
    ...SPACES,
    '"',
    '“',
    '”',
    '„',
    '‟',
    '‘',
    '’',
    '‚',
    '«',
    '»',
    '‹',
    '›',
    '「',
    '」',
    '＂',
    '`',
    "'",
  ])('is cleaned of %j around it', (one) => {
    expect(secret(`${one}${KEY}${one}`)).toBe(KEY);
  });

  it.each([
    `Bearer ${KEY}`,
    `bearer  ${KEY}`,
    `Authorization: Bearer ${KEY}`,
    `“${KEY}”\n`,
    `"${KEY}",`,
    `'${KEY}';\n`,
  ])('is found in %j', (text) => {
    expect(secret(text)).toBe(KEY);
  });

  it.each([
    ['ab–cd', 'fault.secret 3 –'],
    ['ab—cd', 'fault.secret 3 —'],
    ['ab−cd', 'fault.secret 3 −'],
    ['ab‐cd', 'fault.secret 3 ‐'],
    ['ab”cd', 'fault.secret 3 ”'],
    ['ab’cd', 'fault.secret 3 ’'],
    ['ab…', 'fault.secret 3 …'],
    ['аbc', 'fault.secret 1 а'],
    ['ключ', 'fault.secret 1 к'],
    ['ab密钥', 'fault.secret 3 密'],
    ['ａｂ', 'fault.secret 1 ａ'],
    ['abé', 'fault.secret 3 é'],
    ['ab\u0301c', 'fault.secret 3 U+0301'],
    ['ab\u0300', 'fault.secret 3 U+0300'],
    ['ab\u036f', 'fault.secret 3 U+036F'],
    ['ab\u0370', 'fault.secret 3 \u0370'],
    ['ab\u02ff', 'fault.secret 3 \u02ff'],
    ['ab\u00a1', 'fault.secret 3 \u00a1'],
    ['ab cd', 'fault.secret 3 " "'],
    ['ab bearer cd', 'fault.secret 3 " "'],
    ['ab\u00a0cd', 'fault.secret 3 " "'],
    ['ab\u0000c', 'fault.secret 3 U+0000'],
    ['ab\u007f', 'fault.secret 3 U+007F'],
    ['ab🔑', 'fault.secret 3 🔑'],
    ['k'.repeat(2_001), 'fault.long 2000'],
  ])('%j is refused at once, with the place', (text, fault) => {
    expect(secret(text)).toBe(fault);
  });
});

describe('an address', () => {
  const address = (text: string): string => {
    const read = parseAddress(text);
    return read.ok ? read.value : `${read.fault.key} ${read.fault.values.join(' ')}`.trim();
  };
  const GOOD = 'https://home.example/hook?x=1';

  it.each([...INVISIBLE, ...BREAKS])('is cleaned of %j', (one) => {
    expect(address(`${one}${GOOD.slice(0, 12)}${one}${GOOD.slice(12)}${one}`)).toBe(GOOD);
  });

  it.each([`<${GOOD}>`, `“${GOOD}”`, `'${GOOD}'`, `\u00a0${GOOD}\u3000`, `"${GOOD}",`])(
    'is found in %j',
    (text) => {
      expect(address(text)).toBe(GOOD);
    },
  );

  it.each(['0', '65536', '99999', '100000', '00', ''])('with port %j is refused', (port) => {
    expect(address(`https://home.example:${port}/x`)).toBe('fault.address.port 65535');
  });

  it.each(['1', '80', '443', '65535'])('with port %s is accepted', (port) => {
    expect(address(`https://home.example:${port}`)).toBe(`https://home.example:${port}`);
  });

  it.each([
    ['https://home.example/a–b', 'fault.address.character 23 –'],
    ['https://hоme.example/', 'fault.address.character 10 о'],
    ['https://home.example/a b', 'fault.address.character 23 " "'],
    ['http://home.example/', 'fault.address.https'],
    ['home.example', 'fault.address.shape'],
    ['https://.', 'fault.address.shape'],
    ['https://home..example/', 'fault.address.shape'],
    ['https://.home.example/', 'fault.address.shape'],
    ['https://me:word@home.example/', 'fault.address.shape'],
    ['https://home.example:80:80/', 'fault.address.shape'],
    ['https://home.example:-1/', 'fault.address.shape'],
  ])('%s is refused with the place or the reason', (text, fault) => {
    expect(address(text)).toBe(fault);
  });
});
