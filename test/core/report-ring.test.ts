/** The ring of failures as text: it is bounded, has each failure once, is readable on the phone, and holds no secrets. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addReport, RING_CHARACTERS, RING_ENTRIES, type RingEntry } from '../../utils/core/report-ring.ts';
import { joinRings, parseRing, storedReports, withoutSecrets } from '../../utils/core/ring-entries.ts';

const AT = Date.UTC(2026, 4, 1, 6, 30, 15);
const NOW = Date.UTC(2026, 4, 2);

describe('the ring', () => {
  it('gives the place, the failure, the time (in whole seconds) and what protected the session', () => {
    const ring = addReport('', 'motor: Error: no motor', AT + 321, 'sap');
    expect(parseRing(ring)).toEqual([
      { at: AT, where: 'motor', sentence: 'Error: no motor', protection: 'standby, alarm, screen' },
    ]);
  });

  it('names no protection if there was none', () => {
    expect(parseRing(addReport('', 'log: full', AT, ''))[0]?.protection).toBe('none');
  });

  it('lists a repeated failure once, with its latest time, as the newest', () => {
    const first = addReport(addReport('', 'motor: stuck', AT, 's'), 'log: full', AT + 1_000, '');
    const entries = parseRing(addReport(first, 'motor: stuck', AT + 9_000, 'a'));
    expect(entries.map(({ at, where, protection }) => `${where} ${(at - AT) / 1000} ${protection}`)).toEqual([
      'log 1 none',
      'motor 9 alarm',
    ]);
  });

  it('stays within its bounds, with one line for each entry, whatever is reported', () => {
    const reports = fc.array(fc.tuple(fc.string({ maxLength: 400 }), fc.integer({ min: 0, max: 2e12 })));
    fc.assert(
      fc.property(reports, (all) => {
        const ring = all.reduce((text, [what, atMs]) => addReport(text, what, atMs, 'sap'), '');
        expect(ring.length).toBeLessThanOrEqual(RING_ENTRIES * (RING_CHARACTERS + 13));
        expect(ring === '' ? 0 : ring.split('\n').length).toBeLessThanOrEqual(RING_ENTRIES);
        expect(/^[\n\t -~]*$/.test(ring)).toBe(true);
      }),
    );
  });

  it('is read as empty from a text that is no ring', () => {
    const isEntry = ({ at, where }: RingEntry): boolean => at >= 0 && where !== '';
    fc.assert(fc.property(fc.string(), (text) => parseRing(text).every(isEntry)));
    expect(parseRing('torn in the mid\nmotor: x\t%%\ts')).toEqual([]);
  });
});

describe('rings that arrive on the phone', () => {
  const older = addReport('', 'motor: stuck', AT, 's');
  const newer = addReport(addReport(older, 'log: full', AT + 1_000, ''), 'motor: stuck', AT + 2_000, 'p');

  it('are merged, whether late, doubled or in any order, so that each failure is listed once with its latest time', () => {
    const joined = joinRings(joinRings(joinRings('', newer, NOW), older, NOW), newer, NOW);
    expect(parseRing(joined)).toEqual(parseRing(newer));
  });

  it('keep what the watch has dropped in the meantime', () => {
    expect(parseRing(joinRings(newer, addReport('', 'alarm: refused', AT + 3_000, ''), NOW)).length).toBe(3);
  });

  it('make room for a new failure, even if a clock that was years ahead has dated all the others', () => {
    const ahead = Array.from({ length: RING_ENTRIES }, (_, at) => `motor: fault ${at}`);
    const ofWatch = ahead.reduce((ring, what) => addReport(ring, what, Date.UTC(2035, 0, 1), ''), '');
    const stored = joinRings('', ofWatch, NOW);
    const joined = joinRings(stored, addReport(ofWatch, 'log: full', AT, ''), NOW);
    expect(parseRing(joined).map(({ sentence }) => sentence)).toContain('full');
    const again = joinRings(stored, addReport(ofWatch, 'motor: fault 11', AT, ''), NOW);
    expect(parseRing(again).find(({ sentence }) => sentence === 'fault 11')?.at).toBe(AT);
  });

  it('are listed with their device, oldest first', () => {
    const entries = storedReports({
      'ring.watch': newer,
      'ring.phone': addReport('', 'webhook: 500', AT + 1_500, ''),
      other: 'x',
    });
    expect(entries.map(({ where }) => where)).toEqual(['watch log', 'phone webhook', 'watch motor']);
  });
});

describe('a sentence for the ring', () => {
  it.each([
    ['401 from https://hook.example/a/secret?key=abc', '401 from https://hook.example'],
    ['the key 3f9a8b7c6d5e4f3a2b1c was refused', 'the (hidden) was refused'],
    ['Authorization: Basic QVBJX0tFWTphYmM=', 'Authorization: (hidden)'],
    ['password: hunter2', '(hidden)'],
    ['HTTPS://me:hunter2@hook.example/a', 'HTTPS://hook.example'],
    ['api_key=hunter2', '(hidden)'],
    ['client-secret hunter2', '(hidden)'],
    ['one-long-token-with-1 is refused', '(hidden) is refused'],
    ['the phone is full', 'the phone is full'],
  ])('%j loses what may be a secret', (given, kept) => {
    expect(withoutSecrets(given)).toBe(kept);
  });
});
