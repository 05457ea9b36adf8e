/** Ten thousand stored sessions: what the packed phone page reads and creates in a build, compared with a hundred sessions. */
import { beforeAll, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { type PhoneWork, pageWork, WORK_LIMIT } from '../../tools/bench/phone-work.ts';
import { usedPhone } from '../../tools/simulate/seeded-phone.ts';
import { openPacked } from '../support/packed-watch.ts';

const NOW_MS = Date.UTC(2026, 10, 23, 18);
const MANY = 10_000;

let app: AppPackage;
let few: Readonly<Record<string, string>>;
let many: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await openPacked();
  few = usedPhone(100, NOW_MS);
  many = usedPhone(MANY, NOW_MS);
}, 240_000);

function workWith(state: object): readonly [few: PhoneWork, many: PhoneWork] {
  const page = { 'page.state': JSON.stringify(state) };
  return [pageWork(app, { ...few, ...page }, NOW_MS), pageWork(app, { ...many, ...page }, NOW_MS)];
}

it('the page of a phone in use is built from what it has read', () => {
  const [{ readKeys, readChars, parts }] = workWith({});
  expect(readKeys).toBeGreaterThan(5);
  expect(readChars).toBeGreaterThan(1_000);
  expect(parts).toBeGreaterThan(50);
});

it.each([
  ['as it is opened', {}],
  ['with the CSV', { exportKind: 'csv' }],
  ['with the JSON', { exportKind: 'json' }],
  ['with the page for a physio', { exportKind: 'physio' }],
])('a page %s reads and creates at most three times as much with 10,000 sessions as with 100', (_, state) => {
  const [less, more] = workWith(state);
  for (const what of ['readKeys', 'readChars', 'parts'] as const) {
    expect(more[what] / less[what], what).toBeLessThanOrEqual(WORK_LIMIT);
  }
});
