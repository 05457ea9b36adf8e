/** Which sessions of a long log a series is made of. */
import { expect, it } from 'vitest';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { blockKey } from '../../../utils/core/sync/frame-block.ts';
import { readLogPage } from '../../../utils/core/trend/stored-log.ts';
import { trendSeries } from '../../../utils/core/trend/trend-series.ts';
import { createMemoryTexts } from '../../support/memory-texts.ts';
import {
  DAY_MS,
  ratedSession,
  ratingFrame,
  sessionFrame,
  storedTexts,
  textsWith,
  WATCH,
} from '../../support/stored-log.ts';
import { contacts, NOW_MS, said, sessionsOf } from '../../support/trend-sessions.ts';

it('of 10,000 sessions the first three and the latest three count, and few blocks are read', () => {
  const count = 10_000;
  const frames = Array.from({ length: count }, (_, at) =>
    sessionFrame(at + 1, {
      startedAtMs: NOW_MS - (count - 1 - at) * 6_000_000,
      contact: at < 3 ? 9 : at >= count - 3 ? 2 : 6,
      painBefore: null,
      painAfter: null,
    }),
  );
  const texts = storedTexts(textsWith(frames));
  const latest = sessionsOf(contacts(6, 6, 6, 6, 6, 2, 2, 2), (at) => (7 - at) * 0.07).map((session) => ({
    ...session,
    seq: session.seq + count - 8,
  }));
  const series = trendSeries(texts, latest, plainRecord.routine, NOW_MS);
  expect(said(series)).toEqual(['Less sore since January 2025: 9 → 2']);
  expect(texts.reads.length).toBeLessThanOrEqual(2);
});

it('a side that is first asked about late in 10,000 sessions has a series from its first answers on', () => {
  const count = 10_000;
  const frames = Array.from({ length: count }, (_, at) => {
    const startedAtMs = NOW_MS - (count - at) * 6_000_000;
    const session = sessionFrame(2 * at + 1, { startedAtMs, contact: 8, painBefore: null, painAfter: null });
    const contactLeft = at < count - 500 ? 6 : 2;
    return at < count - 600 ? [session] : [session, ratingFrame(2 * at + 2, 2 * at + 1, { contactLeft })];
  });
  const texts = textsWith(frames.flat());
  const { sessions } = readLogPage(storedTexts(texts), null, 24);
  const series = trendSeries(storedTexts(texts), sessions, plainRecord.routine, NOW_MS);
  expect(said(series)).toEqual([
    'No clear change in soreness since January 2025: 8 → 8',
    'Less sore on the left since October: 6 → 2',
    'Over the last 8 ratings it has stayed about the same: 2 → 2',
  ]);
});

it.each([
  ['one watch', 1],
  ['four watches', 4],
])(
  'the search for a measure that %s never had reads at most 512 blocks of a log, however long it is',
  (_, watches) => {
    const installs = Array.from({ length: watches }, (_, at) => WATCH + at);
    const keys = installs.flatMap((install) =>
      Array.from({ length: 5_000 }, (_, block) => blockKey(install, 64 * block + 1)),
    );
    const texts = storedTexts(createMemoryTexts());
    trendSeries({ keys, read: texts.read }, sessionsOf(contacts(6, 6, 2, 2)), plainRecord.routine, NOW_MS);
    expect(texts.reads.length).toBeLessThanOrEqual(512);
    expect(new Set(texts.reads.map((key) => key.split('.')[1])).size).toBe(watches);
  },
);

it('a series has each session once, and none of another routine or of a wrong clock', () => {
  const frames = [
    sessionFrame(1, { startedAtMs: NOW_MS - 9 * DAY_MS }),
    sessionFrame(2, { startedAtMs: NOW_MS - 8 * DAY_MS, routine: 'calf-and-hip-stretch' }),
    sessionFrame(3, { startedAtMs: NOW_MS + 9 * DAY_MS }),
    sessionFrame(4, { startedAtMs: NOW_MS - 7 * DAY_MS }),
  ];
  const texts = storedTexts(textsWith(frames));
  const latest = [4, 1].map((seq) =>
    ratedSession({
      install: WATCH,
      seq,
      record: { ...plainRecord, startedAtMs: NOW_MS - (8 - seq) * DAY_MS },
    }),
  );
  expect(trendSeries(texts, latest, plainRecord.routine, NOW_MS).map(({ seq }) => seq)).toEqual([4, 1]);
});
