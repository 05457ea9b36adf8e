/** The helper's report is made piece by piece, and stored like every other text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordCrc32 } from '../../utils/core/base/word-crc32.ts';
import type { HelperStep } from '../../utils/core/session/helper-handover.ts';
import { HELPER_REPORT } from '../../utils/core/stored-names.ts';
import { createReportWriter, nextStepText, readHelperReport } from '../../utils/run/helper-report.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';

const OF_MS = 1_800_000_000_000;
const crc32Of = createWordCrc32();
const silent = (): void => {};

/** A store in which an earlier helper has left `reports` reports. */
function filesWith(reports: number): ReturnType<typeof createMemoryFiles> {
  const files = createMemoryFiles();
  const store = createTextStore(files, silent);
  for (let at = 0; at < reports; at++) store.save(HELPER_REPORT, `[${at},1]`);
  return files;
}

const steps: fc.Arbitrary<HelperStep> = fc.oneof(
  fc.integer({ min: 0, max: 70_000 }),
  fc.double({ min: 0, max: 70_000, noNaN: true }),
  fc.integer({ min: -9_000_000, max: 9_000_000 }).map((byMs) => [byMs] as const),
);

describe('the report of the helper', () => {
  it('has the same bytes as its JSON in a text store, whatever the helper does and whatever was stored', () => {
    const session = fc.record({ ofMs: fc.integer({ min: OF_MS, max: OF_MS + 9 }), steps: fc.array(steps) });
    fc.assert(
      fc.property(fc.array(session, { maxLength: 4 }), fc.integer({ min: 0, max: 3 }), (sessions, before) => {
        const files = filesWith(before);
        const write = createReportWriter(files, crc32Of);
        const expected = filesWith(before);
        const store = createTextStore(expected, silent);
        for (const { ofMs, steps } of sessions) {
          let texts = '';
          for (const [at, step] of steps.entries()) {
            texts += nextStepText(step);
            expect(write(ofMs, OF_MS + 50 * at, texts)).toBe(true);
            const seenAfterMs = OF_MS + 50 * at - ofMs;
            store.save(HELPER_REPORT, JSON.stringify([ofMs, seenAfterMs, ...steps.slice(0, at + 1)]));
            expect(files.contents).toEqual(expected.contents);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('can be read by a page', () => {
    const files = filesWith(2);
    createReportWriter(files, crc32Of)(OF_MS, OF_MS + 900, `${nextStepText(700)}${nextStepText([-5])}`);
    expect(readHelperReport(createTextStore(files, silent))).toEqual({
      ofMs: OF_MS,
      seenMs: OF_MS + 900,
      steps: [700, [-5]],
    });
  });

  it('is reported as a failure if the disk refuses it, costs no other report, and is stored with the next', () => {
    const files = filesWith(0);
    const read = () => readHelperReport(createTextStore(files, silent))?.steps;
    const names: string[] = [];
    let refuses = true;
    const refusing = {
      ...files,
      write(name: string, bytes: Uint8Array) {
        names.push(name);
        return !refuses && files.write(name, bytes);
      },
    };
    const write = createReportWriter(refusing, crc32Of);
    expect(write(OF_MS, OF_MS, ',1')).toBe(false);
    refuses = false;
    expect([write(OF_MS, OF_MS, ',1,2'), read()]).toEqual([true, [1, 2]]);
    refuses = true;
    expect([write(OF_MS, OF_MS, ',1,2,3'), read()]).toEqual([false, [1, 2]]);
    refuses = false;
    expect([write(OF_MS, OF_MS, ',1,2,3'), read()]).toEqual([true, [1, 2, 3]]);
    // A write that was refused may have torn its file, so the next one does not touch the other.
    const [first, second, third, fourth] = names;
    expect([second === first, third === first, fourth === third]).toEqual([true, false, true]);
  });

  it.each(['word-a', 'word-b'])(
    'is not written while an earlier one in %s cannot be read, and is written as soon as it can be',
    (name) => {
      const files = filesWith(2);
      for (const other of ['word-a', 'word-b']) if (other !== name) files.contents.delete(other);
      let reads = false;
      const blind = { ...files, read: (name: string) => (reads ? files.read(name) : null) };
      const before = new Map(files.contents);
      const write = createReportWriter(blind, crc32Of);
      expect([write(OF_MS, OF_MS, ',1'), files.contents]).toEqual([false, before]);
      reads = true;
      expect(write(OF_MS, OF_MS, ',1')).toBe(true);
      expect(readHelperReport(createTextStore(files, silent))?.steps).toEqual([1]);
    },
  );
});
