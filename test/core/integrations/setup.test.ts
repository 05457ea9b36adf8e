/** What belongs to the setup of an integration. */
import { expect, it } from 'vitest';
import { INTEGRATIONS } from '../../../utils/core/integrations/integration.ts';
import {
  integrationKeys,
  isComplete,
  parseSecrets,
  parseSetup,
  secretsText,
  setupText,
} from '../../../utils/core/integrations/setup.ts';
import { phrase } from '../../../utils/core/text/phone-phrase.ts';

it('a webhook needs its address and no key, and intervals.icu a key and no address', () => {
  const place = { address: 'https://home.example', secret: '' };
  const key = { address: '', secret: 'key' };
  expect([place, key].map((secrets) => isComplete('webhook', secrets))).toEqual([true, false]);
  expect([place, key].map((secrets) => isComplete('intervals', secrets))).toEqual([false, true]);
});

it('each integration has keys of its own', () => {
  const keys = INTEGRATIONS.flatMap((id) => Object.values(integrationKeys(id)));
  expect(new Set(keys).size).toBe(3 * INTEGRATIONS.length);
});

it('a setup and secrets are read back as they were stored', () => {
  for (const is of [true, false]) {
    const fault = is ? phrase('fault.incomplete') : null;
    const setup = { isOn: is, host: 'https://home.example', hasSecret: !is, fault };
    expect(parseSetup(setupText(setup))).toEqual(setup);
  }
  const secrets = { address: 'https://home.example', secret: 'key' };
  expect(parseSecrets(secretsText(secrets))).toEqual(secrets);
});

it.each([null, undefined, '', '{', '[]', '{"isOn":1,"hasSecret":"yes","host":7}'])(
  'in %j there is no setup and no secret',
  (text) => {
    expect(parseSetup(text)).toMatchObject({ isOn: false, host: '', hasSecret: false, fault: null });
    expect(parseSecrets(text)).toEqual({ address: '', secret: '' });
  },
);
