import { describe, expect, it } from 'vitest';
import { newWearer } from '../../utils/core/routine/plan.ts';
import { guard } from '../../utils/run/guard.ts';
import { firstPreferences, loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { createSlotStore } from '../../utils/run/slot-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';

function storeWith(text: string | null) {
  const { report, lines } = createRecordingReport();
  const store = createSlotStore(createMemoryFiles(), report);
  if (text !== null) store.save('prefs', text);
  return { store, report, lines };
}

describe('preferences', () => {
  it('are a new wearer’s at first, without a word', () => {
    const { store, report, lines } = storeWith(null);
    expect(loadPreferences(store, report)).toEqual(firstPreferences);
    expect(firstPreferences.safetySeen).toBe(false);
    expect(lines).toEqual([]);
  });

  it('come back as they were saved', () => {
    const { store, report } = storeWith(null);
    const chosen = {
      ...firstPreferences,
      safetySeen: true,
      choices: { ...newWearer, tool: 'hook' },
    } as const;
    expect(savePreferences(store, chosen)).toBe(true);
    expect(loadPreferences(store, report)).toEqual(chosen);
  });

  it('keep the defaults of what an older app did not store', () => {
    const { store, report, lines } = storeWith('{"version":1,"safetySeen":true}');
    expect(loadPreferences(store, report)).toEqual({ ...firstPreferences, safetySeen: true });
    expect(lines).toEqual([]);
  });

  it.each(['{"version":2,"safetySeen":true}', '{"version":1,', 'null', '5'])(
    'are the defaults with a sentence where %j is stored',
    (text) => {
      const { store, report, lines } = storeWith(text);
      expect(loadPreferences(store, report)).toEqual(firstPreferences);
      expect(lines).toEqual(['prefs: are not readable by this version; the defaults are used']);
    },
  );
});

describe('a guarded callback', () => {
  it('runs, and what it throws is told with the name of the entry and goes no further', () => {
    const { report, lines } = createRecordingReport();
    let runs = 0;
    guard('page/x build', report, () => runs++);
    guard('page/x build', report, () => {
      throw new Error('no such slot');
    });
    guard('page/x build', report, () => {
      throw 'a text';
    });
    expect([runs, lines]).toEqual([1, ['page/x build: no such slot', 'page/x build: a text']]);
  });
});
