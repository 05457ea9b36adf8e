/** Secrets in every form in which an error may show them. */
import { expect, it } from 'vitest';
import { hideSecrets } from '../../../utils/core/integrations/hide-secrets.ts';
import { integrationKeys, secretsText } from '../../../utils/core/integrations/setup.ts';
import { commandKey } from '../../../utils/core/sync/phone-commands.ts';

const KEYS = integrationKeys('webhook');
/** None of its forms begins with eight characters that stand in another. */
const SECRET = '/>~?b"/~~?k~"~/?k?">"';
const inBase64 = (before: string): string => Buffer.from(before + SECRET).toString('base64');
const inUrl = (text: string): string => text.replace(/\+/g, '-').replace(/\//g, '_');

const hidden = (text: string, stored: string, key = KEYS.secrets): string =>
  hideSecrets(`no room for ${text} here`, (asked) => (asked === key ? stored : null));

it.each([
  ['as it is', SECRET],
  ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
  ['in JSON in JSON', JSON.stringify(JSON.stringify(SECRET).slice(1, -1)).slice(1, -1)],
  ['with its slashes escaped', SECRET.replace(/\//g, '\\/')],
  ['as a part of an address', encodeURIComponent(SECRET)],
  ['as bytes', Buffer.from(SECRET).toString('hex')],
  ['in base64', inBase64('')],
  ['in base64, after one letter', inBase64('x').slice(2)],
  ['in base64, after two letters', inBase64('xy').slice(3)],
  ['in base64 of an address', inUrl(inBase64(''))],
  ['in base64 of an address, after one letter', inUrl(inBase64('x').slice(2))],
  ['in base64 of an address, after two letters', inUrl(inBase64('xy').slice(3))],
])('a secret is hidden %s', (_, form) => {
  expect(hidden(form, secretsText({ address: '', secret: SECRET }))).toBe('no room for (hidden) here');
});

it('the path of an address is a secret, and its host is none', () => {
  const stored = secretsText({ address: 'https://home.example/in/abcdefgh', secret: '' });
  expect(hidden('home.example', stored)).toBe('no room for home.example here');
  expect(hidden('/in/abcdefgh', stored)).toBe('no room for (hidden) here');
});

it.each([
  [
    'that waits to be stored',
    '{"secret":"correct-horse"}',
    commandKey({ kind: 'integration', integration: 'webhook' }),
  ],
  ['with its checksum', secretsText({ address: '', secret: 'correct-horse' }), KEYS.secrets],
  ['in a text that was cut', '{"address":"","secret":"correct-horse', KEYS.secrets],
  ['behind a quote, in a text that was cut', '{"secret":"\\"correct-horse', KEYS.secrets],
])('a secret %s is hidden', (_, stored, key) => {
  expect(hidden('correct-horse', stored, key)).toBe('no room for (hidden) here');
});

it('a path in a text that was cut is hidden', () => {
  expect(hidden('/in/abcdefgh', '{"address":"https://home.example/in/abcdefgh')).toBe(
    'no room for (hidden) here',
  );
});

it('two letters are no secret, and three are one', () => {
  expect(hidden('to', secretsText({ address: '', secret: 'to' }))).toBe('no room for to here');
  expect(hidden('toe', secretsText({ address: '', secret: 'toe' }))).toBe('no room for (hidden) here');
});
