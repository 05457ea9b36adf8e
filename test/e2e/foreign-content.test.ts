/** Stored texts with a right checksum and a content that this app never writes: home shows Start, and a session runs and is logged. */
import { describe, expect, it } from 'vitest';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { FOREIGN_TEXTS, STORED_TEXTS } from '../../tools/sweep/log/foreign-texts.ts';
import { scanFrames } from '../../utils/core/log/frame.ts';
import { encodeSnapshot } from '../../utils/core/session/snapshot.ts';
import { startSession } from '../../utils/core/session/transitions.ts';
import type { StoredText } from '../../utils/core/stored-names.ts';
import * as names from '../../utils/core/stored-names.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { planWith } from '../support/arbitraries.ts';
import { usualStyle } from '../support/cue-style.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';
import { HOME, launchedWatch, untilSummary } from '../support/worn-watch.ts';

/** The stored texts of a watch in use, except for one. */
function folderWith(name: StoredText, text: string): Map<string, Uint8Array> {
  const files = new Map(usedWatch({ soreBack: true }));
  const store = createTextStore(createMemoryFiles(files), createRecordingReport().report);
  for (let time = 0; time < 2; time++) store.save(name, text);
  return files;
}

async function startsFrom(files: Map<string, Uint8Array>, goesOn = false, on = 'Balance 2'): Promise<void> {
  const watch = await launchedWatch({ files, on });
  await watch.advance(2_000);
  expect([watch.sim.watch.page, watch.texts().includes('Start')]).toEqual([HOME, true]);
  if (!goesOn) return;
  await watch.tapText('Start');
  await untilSummary(watch);
  expect(scanFrames(watch.sim.files.get('log0') ?? new Uint8Array(0)).frames.length).toBeGreaterThan(0);
}

describe.each(STORED_TEXTS)('the text %s', (name) => {
  // Falcon has no helper, so no question about it comes before home if the answer is lost.
  it.each(FOREIGN_TEXTS)('with %s leaves Start on home', (text) =>
    startsFrom(folderWith(name, text), false, name === names.PAGE_PREFERENCES ? 'Falcon' : undefined),
  );
});

describe('an open session of version 1 that contradicts itself', () => {
  const nowMs = Date.UTC(2026, 0, 5, 6, 30);
  const [state] = startSession(planWith(), nowMs, 60, usualStyle);
  const sound = JSON.parse(encodeSnapshot(state, 0)) as { readonly state: Record<string, unknown> };
  const plan = sound.state.plan as object;
  const wrong: readonly (readonly [string, Record<string, unknown>])[] = [
    ['a slot beyond its plan', { slot: 99 }],
    ['no slots', { plan: { ...plan, slots: [] } }],
    [
      'a hold in its march',
      { slot: (plan as { slots: object[] }).slots.length - 1, phase: { at: 'hold', sinceMs: 1, untilMs: 2 } },
    ],
    ['a phase that there is not', { phase: { at: 'flying', sinceMs: 1, untilMs: 2 } }],
    ['a phase without instants', { phase: { at: 'position' } }],
    ['tries that are none', { tries: [null] }],
    [
      'a try beyond its plan',
      { tries: [{ slot: 50, seconds: 1, positionedS: 1, reached: 1, outcome: 'stopped', lateMs: 0 }] },
    ],
    ['a text for its start', { startedAtMs: 'now' }],
  ];

  it.each(wrong)('%s is set aside, and another session runs and is logged', async (_, over) => {
    const text = JSON.stringify({ ...sound, state: { ...sound.state, ...over } });
    await startsFrom(folderWith('open', text), true);
  });
});
