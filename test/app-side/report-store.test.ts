/** The phone's store of failures. */
import { expect, it } from 'vitest';
import { createReportStore } from '../../app-side/report-store.ts';
import { addReport } from '../../utils/core/report-ring.ts';
import { storedReports } from '../../utils/core/ring-entries.ts';
import { createMemoryTexts } from '../support/memory-texts.ts';

const AT = Date.UTC(2026, 4, 1, 6, 30);

it('stores the watch’s ring and the phone’s own failures, and writes nothing twice', () => {
  let writes = 0;
  const values: Record<string, string> = {};
  const store = createReportStore({
    getItem: (key) => values[key],
    removeItem: (key) => Reflect.deleteProperty(values, key),
    toObject: () => values,
    setItem(key, value) {
      writes++;
      values[key] = value;
    },
  });
  const ring = addReport('', 'motor: stuck', AT, 's');
  store.addWatchReports(ring, AT);
  store.addWatchReports(ring, AT);
  store.add('webhook', 'refused the key 0123456789abcdef0123', AT + 5_000);
  expect(writes).toBe(2);
  expect(values['ring.watch']).toBe(ring);
  expect(storedReports(values)).toEqual([
    { at: AT, where: 'watch motor', sentence: 'stuck', protection: 'standby' },
    { at: AT + 5_000, where: 'phone webhook', sentence: 'refused the (hidden)', protection: 'none' },
  ]);
});

it('loses the report if the phone cannot store it, without disturbing the caller, and tries again at the next one', () => {
  let tries = 0;
  const full = createReportStore({
    getItem: () => null,
    removeItem: () => undefined,
    toObject: () => ({}),
    setItem() {
      tries++;
      throw new Error('full');
    },
  });
  full.addWatchReports(addReport('', 'log: full', AT, ''), AT);
  full.add('webhook', 'refused', AT);
  expect(tries).toBe(2);
});

it('stores no secret of an integration', () => {
  const texts = createMemoryTexts();
  texts.setItem('secret.intervals', JSON.stringify({ address: '', secret: 'sparrow' }));
  createReportStore(texts).add('service', 'no room for sparrow', AT);
  expect(storedReports(texts.toObject())).toMatchObject([{ sentence: 'no room for (hidden)' }]);
});
