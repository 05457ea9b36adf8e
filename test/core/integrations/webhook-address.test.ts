import { expect, it } from 'vitest';
import { toBase64 } from '../../../utils/core/base/base64.ts';
import {
  isSameAddress,
  parseAddress,
  shownAddress,
} from '../../../utils/core/integrations/webhook-address.ts';
import { faultText } from '../../../utils/core/text/fault.ts';

it.each([
  'https://home.example/api/webhook/abc?x=1',
  'https://home.example:8443',
  'HTTPS://Home.example/a',
  'http://localhost:1880/in',
  'http://127.0.0.1/in',
  'http://[::1]:80/in',
])('%s is an address', (text) => {
  expect(parseAddress(` ${text} `)).toEqual({ ok: true, value: text });
});

it.each([
  'http://home.example/in',
  'http://127.0.0.1.evil.example/in',
  'http://localhost.evil.example/in',
  'https://user:word@home.example/',
  'https://home.example\\@evil.example/',
  'https://home.example/a\\b',
  'https://127.1/in-place',
  'https://0x7f.1/in-place',
  'https://2130706433/in-place',
  'http://127.0.0.01/in-place',
  'http://127.300.1.1/in-place',
  'http://localhost./in-place',
  'ftp://home.example/',
  'home.example',
  'https://',
  'https://home.example/a b',
  `https://home.example/${'a'.repeat(2_000)}`,
  '',
])('%s is refused as an address, and the sentence does not repeat it', (text) => {
  const read = parseAddress(text);
  expect(read.ok).toBe(false);
  if (!read.ok && text.length > 8) expect(faultText(read.fault)).not.toContain(text.slice(-12));
});

it.each([
  'https://home.example',
  'https://home.example?x=1',
  'https://HOME.example:0443/A',
  'https://home.example/a/../b',
  'https://home.example/./a/./b/.',
  'https://home.example/a/..',
  'https://home.example/../../a',
  'https://home.example/a/%2e%2E/b?c=../d',
  'https://home.example/a//b/',
  'https://home.example/%7ea%2fb?q="x"&y=\'z\'',
  'https://home.example/a|b^c`d{e}',
  'https://home.example/%zz',
  'https://127.0.0.1:8443/a',
  'http://[::1]:80/a',
])('an answer from %s, as a browser writes it, is no redirect', (address) => {
  expect(parseAddress(address).ok).toBe(true);
  expect(isSameAddress(address, new URL(address).href)).toBe(true);
});

it.each([
  ['https://home.example/a', 'https://home.example/a/'],
  ['https://home.example/a', 'https://home.example/A'],
  ['https://home.example/a', 'http://home.example/a'],
  ['https://home.example/a', 'https://home.example:8443/a'],
  ['https://home.example/a', 'https://www.home.example/a'],
  ['https://home.example/a%2fb', 'https://home.example/a/b'],
  ['https://home.example/a?x=1', 'https://home.example/a'],
  ['https://home.example/a?x=1', 'https://home.example/a?x=2'],
  ['https://home.example/a/../b', 'https://home.example/a/b'],
  ['https://home.example/a?b=../c', 'https://home.example/c'],
  ['https://home.example/a', '/a'],
  ['https://home.example/a?b', 'https://home.example/ab'],
  ['https://home.example:4431/a', 'https://home.example1/a'],
  ['http://localhost:8080/a', 'http://localhost80/a'],
])('asked for %s, an answer from %s is a redirect', (asked, answeredBy) => {
  expect(isSameAddress(asked, answeredBy)).toBe(false);
});

it('an answer that names no address is no redirect', () => {
  expect(isSameAddress('https://home.example/a', '')).toBe(true);
});

it.each([
  ['https://home.example:443/a', 'https://home.example/a'],
  ['http://localhost:80/a', 'http://localhost/a'],
  ['HTTPS://home.example:443/a', 'https://home.example/a'],
  ['https://home.example/a#b', 'https://home.example/a'],
])('%s is the same place as %s', (asked, answeredBy) => {
  expect(isSameAddress(asked, answeredBy)).toBe(true);
});

it.each([
  ['https://home.example:80/a', 'https://home.example/a'],
  ['http://localhost:443/a', 'http://localhost/a'],
])('%s is another place than %s, because the port is not its usual one', (asked, answeredBy) => {
  expect(isSameAddress(asked, answeredBy)).toBe(false);
});

it('only the host of an address is shown', () => {
  expect(shownAddress('https://home.example:8443/api/webhook/abc?key=1')).toBe('https://home.example:8443/…');
  expect(shownAddress('https://home.example')).toBe('https://home.example');
  expect(shownAddress('https://home.example/')).toBe('https://home.example');
});

it.each(['', 'f', 'fo', 'foo', 'foob', 'API_KEY:päß'])('%j is written in standard base64', (text) => {
  const bytes = new TextEncoder().encode(text);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
