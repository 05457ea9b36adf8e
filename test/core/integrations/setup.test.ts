/** What belongs to the setup of an integration. */
import { expect, it } from 'vitest';
import { INTEGRATIONS } from '../../../utils/core/integrations/integration.ts';
import { integrationKeys, isComplete } from '../../../utils/core/integrations/setup.ts';

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
