import { expect, it } from 'vitest';
import { toBase64 } from '../../../utils/core/base/base64.ts';
import { parseAddress, shownAddress } from '../../../utils/core/integrations/webhook-address.ts';
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

it('only the host of an address is shown', () => {
  expect(shownAddress('https://home.example:8443/api/webhook/abc?key=1')).toBe('https://home.example:8443/…');
  expect(shownAddress('https://home.example')).toBe('https://home.example');
  expect(shownAddress('https://home.example/')).toBe('https://home.example');
});

it.each(['', 'f', 'fo', 'foo', 'foob', 'API_KEY:päß'])('%j is written in standard base64', (text) => {
  const bytes = new TextEncoder().encode(text);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
