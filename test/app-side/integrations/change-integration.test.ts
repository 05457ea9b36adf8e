/** What happens to an integration's switch, address and key as the wearer changes them. */
import { describe, expect, it } from 'vitest';
import { changeIntegration } from '../../../app-side/integrations/change-integration.ts';
import { createIntegrationStore } from '../../../app-side/integrations/integration-store.ts';
import { createRecordStore } from '../../../app-side/record-store.ts';
import { emptyDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import type { IntegrationChange } from '../../../utils/core/sync/phone-commands.ts';
import { createMemoryTexts, type MemoryTexts } from '../../support/memory-texts.ts';
import { frameOf } from '../../support/records.ts';

const NOW_MS = Date.UTC(2026, 10, 25, 9);
const ADDRESS = 'https://example.org/secret-path';

function opened(texts: MemoryTexts = createMemoryTexts()) {
  const store = createIntegrationStore(texts, 'webhook');
  const change = (what: Omit<IntegrationChange, 'integration'>): boolean =>
    changeIntegration(texts, { integration: 'webhook', ...what }, NOW_MS);
  return { texts, store, change };
}

describe('an integration', () => {
  it('without its address is not switched on, and says what is missing', () => {
    const { store, change } = opened();
    expect(change({ isOn: true })).toBe(true);
    expect(store.setup()).toMatchObject({ isOn: false, host: '', hasSecret: false });
    expect(store.setup().fault?.key).toBe('fault.incomplete');
  });

  it('with its address is switched on, and shows only the host of the address', () => {
    const { store, change } = opened();
    change({ address: ADDRESS, secret: 'token', isOn: true });
    expect(store.setup()).toEqual({
      isOn: true,
      host: 'https://example.org/…',
      hasSecret: true,
      fault: null,
    });
    expect(store.secrets()).toEqual({ address: ADDRESS, secret: 'token' });
  });

  it('stays on while other things change, and goes off when the wearer says so', () => {
    const { store, change } = opened();
    change({ address: ADDRESS, isOn: true });
    change({ secret: 'token' });
    expect(store.setup()).toMatchObject({ isOn: true, hasSecret: true });
    change({ secret: '' });
    expect(store.setup()).toMatchObject({ isOn: true, hasSecret: false });
    change({ isOn: false });
    expect(store.setup().isOn).toBe(false);
  });

  it.each([
    ['an address that cannot be one', { address: 'http://example.org/' }, 'fault.address.https'],
    ['a key with a character that cannot be sent', { secret: 'one—two' }, 'fault.secret'],
  ])('keeps its values if it gets %s, and says so', (_, wrong, fault) => {
    const { store, change } = opened();
    change({ address: ADDRESS, secret: 'token', isOn: true });
    change(wrong);
    expect(store.secrets()).toEqual({ address: ADDRESS, secret: 'token' });
    expect(store.setup().isOn).toBe(true);
    expect(store.setup().fault?.key).toContain(fault);
    change({ isOn: true });
    expect(store.setup().fault).toBeNull();
  });

  it('keeps everything if the phone cannot store', () => {
    const { texts, store, change } = opened();
    change({ address: ADDRESS, isOn: true });
    texts.mode = 'throws';
    expect(change({ isOn: false })).toBe(false);
    texts.mode = 'keeps';
    expect(store.setup().isOn).toBe(true);
  });
});

describe('an integration that is switched on', () => {
  function withRecords() {
    const texts = createMemoryTexts();
    const records = createRecordStore(texts, () => 0.5);
    records.insert(0xbeef, [1, 2, 70].map(frameOf));
    records.insert(0xcafe, [frameOf(5)]);
    return opened(texts);
  }

  it('gets what follows the newest record of each watch', () => {
    const { store, change } = withRecords();
    change({ address: ADDRESS, isOn: true });
    const nextOnly = { sinceMs: NOW_MS, newest: { beef: 70, cafe: 5 } };
    expect(store.deliveryState()).toEqual({ ...emptyDeliveryState, nextOnly });
  });

  it('gets everything if the wearer wants earlier sessions', () => {
    const { store, change } = withRecords();
    change({ address: ADDRESS, isOn: true, earlier: true });
    expect(store.deliveryState()).toMatchObject({ nextOnly: null });
  });

  it.each([{ isOn: true }, { secret: 'other' }, { isOn: false }])(
    'and then gets %j, sends on from where it was',
    (later) => {
      const { store, change, texts } = withRecords();
      change({ address: ADDRESS, isOn: true });
      createRecordStore(texts, () => 0.5).insert(0xbeef, [frameOf(71)]);
      change(later);
      expect(store.deliveryState()?.nextOnly?.newest).toEqual({ beef: 70, cafe: 5 });
    },
  );

  it('again sends nothing from the time in which it was off', () => {
    const { store, change, texts } = withRecords();
    change({ address: ADDRESS, isOn: true });
    change({ isOn: false });
    createRecordStore(texts, () => 0.5).insert(0xbeef, [frameOf(71)]);
    change({ isOn: true });
    expect(store.deliveryState()?.nextOnly?.newest).toEqual({ beef: 71, cafe: 5 });
  });
});
