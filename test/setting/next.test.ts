/** What the phone page says about the next session: by the phone's own day, by the sessions that count, and with which advice. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageContext } from '../../setting/page-context.ts';
import { nextSection } from '../../setting/sections/next.ts';
import { plainRecord } from '../../tools/shared/plain-record.ts';
import { formatPreferences, parsePreferences, withStageKept } from '../../utils/core/preferences/document.ts';
import { PREFERENCES_KEY } from '../../utils/core/sync/phone-keys.ts';
import type { PhonePhrase } from '../../utils/core/text/phone-phrase.ts';
import type { StoredSession } from '../../utils/core/trend/stored-log.ts';
import { DAY_MS, ratedSession } from '../support/stored-log.ts';

/** Sunday, 2026-11-29, 22:00 UTC. */
const EVENING_MS = Date.UTC(2026, 10, 29, 22);

beforeEach(() => {
  vi.stubGlobal('View', (_: unknown, children: unknown) => children);
  vi.stubGlobal('Text', (_: unknown, text: string) => text);
});
afterEach(() => vi.unstubAllGlobals());

/** This many days before that evening, in the zone where the wearer was then. */
function session(daysAgo: number, over: Partial<StoredSession> = {}, zoneOffsetMin = 0): StoredSession {
  const startedAtMs = EVENING_MS - daysAgo * DAY_MS;
  return ratedSession({ ...over, record: { ...plainRecord, startedAtMs, zoneOffsetMin, ...over.record } });
}

/** The keys of the sentences, with the first value of each. @param sessions newest first */
function said(
  sessions: readonly StoredSession[],
  { nowMs = EVENING_MS, zoneOffsetMin = 0, keptStageS = 0 } = {},
): readonly string[] {
  const kept = formatPreferences(withStageKept(parsePreferences('').document, keptStageS));
  const stored = keptStageS > 0 ? { [PREFERENCES_KEY]: kept } : {};
  const drawn = nextSection({
    texts: { keys: Object.keys(stored), read: (key: string) => (stored as Record<string, string>)[key] },
    latest: { sessions, faults: [], next: null },
    newest: sessions[0] ?? null,
    definitions: [],
    nowMs,
    zoneOffsetMin,
    translate: ({ key }: PhonePhrase) => key,
  } as unknown as PageContext);
  return drawn.flat(9).map(String);
}

const CALM = [1, 2, 3].map((daysAgo) => session(daysAgo, { morning: 'same' }));
const ADVICE = 'next.advice';

it('a wearer who never set a reminder still gets advice', () => {
  expect(said(CALM)).toContain(ADVICE);
});

it('a wearer who stays at the stage gets no more advice until as many new sessions support it', () => {
  const keptStageS = Math.floor(EVENING_MS / 1000);
  expect(said(CALM, { keptStageS })).not.toContain(ADVICE);
  const later = (count: number) => ({ nowMs: EVENING_MS + count * DAY_MS, keptStageS });
  const more = [-1, -2, -3].map((daysAgo) => session(daysAgo, { morning: 'better' })).reverse();
  expect(said([...more.slice(1), ...CALM], later(3))).not.toContain(ADVICE);
  expect(said([...more, ...CALM], later(4))).toContain(ADVICE);
});

it('a session of fewer than 30 guided seconds needs no rest', () => {
  const [hold] = plainRecord.holds;
  if (hold === undefined) throw new Error('the plain record has holds');
  const held = (seconds: number) =>
    session(0, { record: { ...plainRecord, startedAtMs: EVENING_MS, holds: [{ ...hold, seconds }] } });
  expect(said([held(30)])).toContain('next.soon');
  expect(said([held(29)])).toEqual(['next.none']);
  expect(said([held(29), session(9)])[0]).toBe(said([session(9)])[0]);
});

it.each([
  // West of Greenwich it is still the day of the last session. East of it, it is the next day from four in the morning on.
  [-480, 'next.soon'],
  [0, 'next.soon'],
  [540, 'next.ready'],
])(
  'today is the day of the phone, %i min from Greenwich, wherever the last session was',
  (zoneOffsetMin, key) => {
    for (const sessionZoneMin of [-480, 0, 120])
      expect(said([session(1.3, {}, sessionZoneMin)], { zoneOffsetMin })[0]).toBe(key);
  },
);

it('a phone whose clock cannot be right names no day', () => {
  expect(said([session(1)], { nowMs: Date.UTC(2007, 0, 1) })).toEqual(['next.none']);
});

it('pain that rose in the two latest sessions leads to a pause, and in the two before a calm one does not', () => {
  const rising = { painBefore: 2, painAfter: 6 };
  const calm = { painBefore: 2, painAfter: 1 };
  const advice = (...newestFirst: readonly object[]): readonly string[] =>
    said(newestFirst.map((answers, at) => session(at + 1, answers))).filter((key) =>
      ['next.pause', ADVICE].includes(key),
    );
  expect(advice(rising, rising, calm)).toEqual(['next.pause']);
  expect(advice(calm, rising, rising)).toEqual([]);
});
