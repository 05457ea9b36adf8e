/** Rings of reports on the phone: read, joined, and without what must not leave it. */
import { describe, expect, it } from 'vitest';
import { addReport } from '../../utils/core/report-ring.ts';
import { joinRings, parseRing, storedReports, withoutSecrets } from '../../utils/core/ring-entries.ts';

const NOW_MS = Date.UTC(2026, 10, 25);
const ring = (...entries: readonly (readonly [what: string, atMs: number])[]): string =>
  entries.reduce((all, [what, atMs]) => addReport(all, what, atMs, 'sp'), '');
const whats = (text: string) => parseRing(text).map(({ where, sentence }) => `${where}: ${sentence}`);

describe('the entries of a ring', () => {
  it.each(['no colon\t0\ts', ': no place\t0\ts', 'm: no time\ts', 'm: wrong time\tZZ\ts', ''])(
    'do not come of %j',
    (line) => {
      expect(parseRing(line)).toEqual([]);
    },
  );

  it('of both devices are listed by their time, each with its device', () => {
    const reports = storedReports({
      'ring.watch': ring(['m: b', 2_000]),
      'ring.phone': ring(['s: a', 1_000]),
    });
    expect(reports.map(({ where, sentence }) => `${where}: ${sentence}`)).toEqual([
      'phone s: a',
      'watch m: b',
    ]);
    expect(storedReports({ 'ring.watch': null })).toEqual([]);
  });

  it('have a space for each character that is not ASCII', () => {
    expect(whats(ring(['m: one\u00e9two', 0]))).toEqual(['m: one two']);
  });
});

describe('two rings', () => {
  it('join in the order of time, whichever came first', () => {
    const old = ring(['m: a', NOW_MS - 9_000], ['m: b', NOW_MS - 5_000]);
    const other = ring(['m: c', NOW_MS - 7_000]);
    const joined = ['m: a', 'm: c', 'm: b'];
    expect([whats(joinRings(old, other, NOW_MS)), whats(joinRings(other, old, NOW_MS))]).toEqual([
      joined,
      joined,
    ]);
  });

  it('have an entry once, with its newest time', () => {
    const old = ring(['m: a', NOW_MS - 9_000]);
    const late = ring(['m: a', NOW_MS - 1_000]);
    for (const joined of [joinRings(old, late, NOW_MS), joinRings(late, old, NOW_MS)])
      expect(parseRing(joined).map(({ at }) => at)).toEqual([NOW_MS - 1_000]);
  });

  it('have what a wrong clock has dated first, so that it leaves first', () => {
    const joined = joinRings(ring(['m: ahead', NOW_MS + 9e9]), ring(['m: now', NOW_MS]), NOW_MS);
    expect(whats(joined)).toEqual(['m: ahead', 'm: now']);
  });
});

it.each([
  ['http://me:word@home.example/in?key=1 failed', 'http://home.example failed'],
  ['HTTPS://home.example:8443/in', 'HTTPS://home.example:8443'],
  ['at abcdefgh-12345678 twice', 'at (hidden) twice'],
  ['at abcdefghijklmnopqrst', 'at abcdefghijklmnopqrst'],
  ['password = short', '(hidden)'],
  ['Bearer abc next', '(hidden) next'],
  ['api_key:abc', '(hidden)'],
  ['a keyboard', 'a keyboard'],
])('of %j is told: %s', (sentence, told) => {
  expect(withoutSecrets(sentence)).toBe(told);
});
