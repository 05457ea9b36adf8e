/** Whatever the file of the error ring contains, the sync goes on, and the ring stays within its bounds at both ends. */
import { describe, expect, it } from 'vitest';
import { createReportStore } from '../../app-side/report-store.ts';
import { asciiBytes } from '../../utils/core/base/bytes.ts';
import { addReport, RING_CHARACTERS, RING_ENTRIES } from '../../utils/core/report-ring.ts';
import { joinRings, parseRing } from '../../utils/core/ring-entries.ts';
import { PREFERENCES_DOCUMENT, REPORT_RING } from '../../utils/core/stored-names.ts';
import { createReportRing } from '../../utils/run/report-ring.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createMemoryTexts } from '../support/memory-texts.ts';
import { createPhoneAndWatch, onPhone } from '../support/phone-and-watch.ts';

const AT = Date.UTC(2026, 4, 1, 6, 30, 15);
const LONGEST = RING_ENTRIES * (RING_CHARACTERS + 13);
const ENTRY = addReport('', 'motor: stuck', AT, 's');

const FOREIGN: readonly (readonly [name: string, text: string])[] = [
  ['5,000 characters without a line break', 'x'.repeat(5_000)],
  ['an entry of 5,000 characters', `motor: ${'x'.repeat(5_000)}\t${(AT / 1000).toString(36)}\ts`],
  [
    'an entry with 5,000 letters of protection',
    `motor: x\t${(AT / 1000).toString(36)}\t${'s'.repeat(5_000)}`,
  ],
  ['an entry with 5,000 digits of time', `motor: x\t${'z'.repeat(5_000)}\ts`],
  ['5,000 line breaks', '\n'.repeat(5_000)],
  ['600 entries', Array.from({ length: 600 }, (_, at) => `part${at}: x\t1\ts`).join('\n')],
  ['bytes above ASCII', '\u00ff\u0000'.repeat(3_000)],
];

describe('foreign content of the ring', () => {
  it.each(FOREIGN)('%s: is read within the bounds, and accepts the next failure', (_, text) => {
    const files = createMemoryFiles();
    files.write(REPORT_RING, asciiBytes(text));
    const ring = createReportRing(files, { ...createManualClock(), nowMs: () => AT }, () => 's');
    expect(ring().length).toBeLessThanOrEqual(LONGEST);
    const after = ring('motor: stuck');
    expect(after.length).toBeLessThanOrEqual(LONGEST);
    expect(parseRing(after).slice(-1)[0]).toMatchObject({ at: AT, where: 'motor', sentence: 'stuck' });
  });

  it.each(FOREIGN)('%s: costs the phone no more than its bounds, and no entry that it has', (_, text) => {
    const joined = joinRings(ENTRY, text, AT);
    expect(joined.length).toBeLessThanOrEqual(LONGEST);
    expect(/^[\n\t -~]*$/.test(joined)).toBe(true);
    const texts = createMemoryTexts();
    texts.setItem('ring.watch', text);
    createReportStore(texts).addWatchReports(ENTRY, AT);
    expect(texts.getItem('ring.watch')?.length).toBeLessThanOrEqual(LONGEST);
  });
});

describe('a sync', () => {
  it.each(FOREIGN)('goes on whatever its reports are: %s', (_, text) => {
    const clock = createManualClock();
    const pair = createPhoneAndWatch(clock, new Map(), createMemoryTexts(), () => text);
    pair.finishSession();
    clock.advance(60_000);
    expect(pair.sync.status()).toBe('saved');
    expect(onPhone(pair.texts).length).toBe(1);
  });

  it('goes on if the preferences of the watch are too long for a message', () => {
    const clock = createManualClock();
    const pair = createPhoneAndWatch(clock);
    const document = {
      version: 2,
      fields: { sound: { value: 'x'.repeat(5_000), revision: 1, writer: 'watch' } },
    };
    createTextStore(createMemoryFiles(pair.contents), () => {}).save(
      PREFERENCES_DOCUMENT,
      JSON.stringify(document),
    );
    pair.forgetLife();
    pair.finishSession();
    clock.advance(60_000);
    expect(pair.sync.status()).toBe('saved');
  });
});
