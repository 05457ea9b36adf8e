/** Why a record is not there yet, as it is stored and as it is said. */
import { expect, it } from 'vitest';
import { hideSecrets } from '../../../utils/core/integrations/hide-secrets.ts';
import { integrationKeys, secretsText } from '../../../utils/core/integrations/setup.ts';
import { lookWhy, statusWhy, WHY, whyPhrase } from '../../../utils/core/integrations/why.ts';

it.each([
  [statusWhy(503), { key: 'why.status', values: ['503'] }],
  [WHY.redirect, { key: 'why.redirect', values: [] }],
  [lookWhy(WHY.silent), { key: 'why.look', values: [{ key: 'why.silent', values: [] }] }],
  [lookWhy(statusWhy(401)), { key: 'why.look', values: [{ key: 'why.status', values: ['401'] }] }],
  ['out of ink', { key: 'plain', values: ['out of ink'] }],
])('"%s" is said as a phrase, and what is not known as it is', (why, said) => {
  expect(whyPhrase(why)).toEqual(said);
});

it.each([
  ['whole', 'no room for correct-horse-battery', 'no room for (hidden)'],
  ['cut off', 'no room for correct-horse-ba', 'no room for (hidden)'],
  ['followed by more', 'at correct-horse-battery-staple next', 'at (hidden) next'],
  ['not there', 'no room for correct', 'no room for correct'],
])('a secret that is %s in an error is hidden, and nothing else', (_, text, told) => {
  const { secrets } = integrationKeys('intervals');
  const stored = secretsText({ address: '', secret: 'correct-horse-battery' });
  expect(hideSecrets(text, (key) => (key === secrets ? stored : null))).toBe(told);
});
