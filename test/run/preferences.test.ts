import { describe, expect, it } from 'vitest';
import { parsePreferences, stageKeptS } from '../../utils/core/preferences/document.ts';
import type { PlanSummary } from '../../utils/core/routine/plan-summary.ts';
import {
  PAGE_PREFERENCES,
  PREFERENCES_DOCUMENT,
  PREFERENCES_FROM_PHONE,
  REFUSED_ADVICE,
  WAITING_CHANGES,
} from '../../utils/core/stored-names.ts';
import { applyPreferences } from '../../utils/run/apply-preferences.ts';
import { guard } from '../../utils/run/guard.ts';
import {
  changePreferences,
  loadPreferences,
  newWatch,
  savePreferences,
  type WatchPreferences,
} from '../../utils/run/preferences.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles, PowerLoss } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';

function storeWith(text: string | null) {
  const { report, lines } = createRecordingReport();
  const files = createMemoryFiles();
  const store = createTextStore(files, report);
  if (text !== null) store.save('prefs', text);
  return { store, report, lines, files };
}

/** Local day and hour. */
const NOON = [20_000, 12] as const;

const SUMMARY: PlanSummary = {
  kit: 'ball',
  band: true,
  sides: ['left'],
  left: 1,
  right: 0,
  lifts: 10,
  minutes: 4,
  rest: { earliestDays: 2, latestDays: 3 },
};

describe('preferences', () => {
  it('that another version of the app has applied are applied again, since it may not have known every field', () => {
    const { store, report } = storeWith(null);
    savePreferences(store, { ...newWatch, planSummary: SUMMARY });
    expect(loadPreferences(store, report).planSummary).toEqual(SUMMARY);
    const { appliedBy, ...others } = JSON.parse(store.load('prefs'));
    expect(appliedBy).toMatch(/./);
    for (const other of [others, { ...others, appliedBy: 'another' }]) {
      store.save('prefs', JSON.stringify(other));
      expect(loadPreferences(store, report)).toMatchObject({ safetySeen: false, planSummary: null });
    }
  });

  it('are those of a new watch at first, without a report', () => {
    const { store, report, lines } = storeWith(null);
    expect(loadPreferences(store, report)).toEqual(newWatch);
    expect(newWatch).toMatchObject({
      safetySeen: false,
      helper: 'unasked',
      coachDone: false,
      cardSeen: false,
      reminderOffered: false,
    });
    expect(lines).toEqual([]);
  });

  it('are read back as they were saved', () => {
    const { store, report } = storeWith(null);
    const chosen = {
      ...newWatch,
      safetySeen: true,
      kit: 'hook',
      planSummary: SUMMARY,
    } satisfies WatchPreferences;
    expect(savePreferences(store, chosen)).toBe(true);
    expect(loadPreferences(store, report)).toEqual(chosen);
  });

  it('are stored under the names that version 0.1.0 gave them', () => {
    const { store } = storeWith(null);
    savePreferences(store, { ...newWatch, kit: 'hook', planSummary: SUMMARY });
    const { kit: tool, ...others } = SUMMARY;
    expect(JSON.parse(store.load(PAGE_PREFERENCES))).toMatchObject({
      version: 2,
      standby: 'unasked',
      choices: { phase: 'sore', tool: 'hook', spots: { left: null, right: null } },
      routine: 'hip-release',
      brief: { tool, ...others },
    });
  });

  it('of an older version are taken over, with what it did not know as on a new watch', () => {
    const text =
      '{"version":1,"safetySeen":true,"standby":"allowed","choices":{"phase":"active","tool":"hook","band":false,"sides":["right"],"lingerS":40}}';
    const { store, report, lines } = storeWith(text);
    expect(loadPreferences(store, report)).toEqual({
      ...newWatch,
      safetySeen: true,
      helper: 'allowed',
      stage: 'active',
      kit: 'hook',
      band: false,
      sides: ['right'],
      lingerS: 40,
    });
    expect(lines).toEqual([]);
  });

  it.each(['{"version":3,"safetySeen":true}', '{"version":1,', 'null', '5'])(
    'are the defaults, with a report, if %j is stored',
    (text) => {
      const { store, report, lines } = storeWith(text);
      // A wearer with stored preferences has read the safety page.
      expect(loadPreferences(store, report)).toEqual({ ...newWatch, safetySeen: true });
      expect(lines).toEqual(['prefs: are not readable by this version; the defaults are used']);
    },
  );
});

describe('applying', () => {
  it('keeps fields that only an older or a later version knows, without a report', () => {
    const { store, report, lines } = storeWith(null);
    const fields = {
      turned: { value: true, revision: 1, writer: 'phone' },
      wrist: { value: 'right', revision: 2, writer: 'watch' },
    };
    store.save(PREFERENCES_FROM_PHONE, phone(fields));
    store.save(WAITING_CHANGES, '{"wrist":"left","band":false}');
    applyPreferences(store, report, NOON);
    expect(JSON.parse(store.load(PREFERENCES_DOCUMENT)).fields).toEqual({
      ...fields,
      band: { value: false, revision: 1, writer: 'watch' },
    });
    expect(lines).toEqual([]);
  });

  const phone = (fields: object): string => JSON.stringify({ version: 2, fields });

  it('takes in what the phone sent, once, and asks for a new summary of the plan', () => {
    const { store, report } = storeWith(null);
    savePreferences(store, { ...newWatch, planSummary: SUMMARY });
    store.save(
      PREFERENCES_FROM_PHONE,
      phone({
        tool: { value: 'hook', revision: 1, writer: 'phone' },
        strength: { value: 'strong', revision: 1, writer: 'phone' },
      }),
    );
    applyPreferences(store, report, NOON);
    expect(loadPreferences(store, report)).toMatchObject({
      kit: 'hook',
      strength: 'strong',
      planSummary: null,
    });
    expect(store.load(PREFERENCES_FROM_PHONE)).toBe('');
  });

  it('takes several waiting changes together, the last of each field', () => {
    const { store, report } = storeWith(null);
    changePreferences(store, { kit: 'hook', sides: ['right', 'left'] });
    changePreferences(store, { kit: 'ball', lingerS: 'until-say' });
    applyPreferences(store, report, NOON);
    expect(loadPreferences(store, report)).toMatchObject({
      kit: 'ball',
      sides: ['right', 'left'],
      lingerS: 'until-say',
    });
    expect(store.load(WAITING_CHANGES)).toBe('');
  });

  it('reports a value out of its range by name and range, and takes in the rest', () => {
    const { store, report, lines } = storeWith(null);
    store.save(
      PREFERENCES_FROM_PHONE,
      phone({
        beatS: { value: 90, revision: 1, writer: 'phone' },
        band: { value: false, revision: 1, writer: 'phone' },
      }),
    );
    applyPreferences(store, report, NOON);
    expect(loadPreferences(store, report)).toMatchObject({ band: false, beatS: null });
    expect(lines).toEqual([
      'config: preferences/beatS must be a whole number from 2 to 8 or null, is 90; the default is used',
    ]);
  });

  it('gives no reminder on a day on which the hour had passed when it was changed', () => {
    const { store, report } = storeWith(null);
    const change = (hour: number, now: readonly [number, number]): number => {
      changePreferences(store, { reminder: { on: true, hour } });
      applyPreferences(store, report, now);
      return loadPreferences(store, report).quietDay;
    };
    expect(change(18, [20_000, 19])).toBe(0);
    expect(change(20, [20_001, 17])).toBe(0);
    expect(change(21, [20_001, 20])).toBe(20_001);
    expect(change(22, [20_002, 9])).toBe(20_001);
  });

  it('loses nothing that could not be stored', () => {
    const { store, report, files } = storeWith(null);
    changePreferences(store, { kit: 'hook' });
    files.fault = { kind: 'refuses' };
    applyPreferences(store, report, NOON);
    expect(store.load(WAITING_CHANGES)).not.toBe('');
  });
});

describe('a change of preferences', () => {
  it.each([PREFERENCES_DOCUMENT, PAGE_PREFERENCES])('waits on if "%s" could not be stored', (only) => {
    const { store, report, files } = storeWith(null);
    changePreferences(store, { kit: 'hook' });
    files.fault = { kind: 'refuses', only };
    applyPreferences(store, report, NOON);
    expect(store.load(WAITING_CHANGES)).not.toBe('');
  });

  it('takes back no refusal of another stage, even if the note of the refusal is lost', () => {
    const { store, report } = storeWith(null);
    store.save(REFUSED_ADVICE, '3 1767700000');
    applyPreferences(store, report, NOON);
    store.save(REFUSED_ADVICE, '');
    applyPreferences(store, report, NOON);
    const { document } = parsePreferences(store.load(PREFERENCES_DOCUMENT));
    expect(stageKeptS(document)).toBe(1_767_700_000);
  });
});

describe('applying while the power fails', () => {
  const settled = (contents: Map<string, Uint8Array>): string => {
    const { report } = createRecordingReport();
    const store = createTextStore(createMemoryFiles(contents), report);
    applyPreferences(store, report, NOON);
    return JSON.stringify([
      store.load(PREFERENCES_DOCUMENT),
      store.load(PREFERENCES_FROM_PHONE),
      store.load(WAITING_CHANGES),
      loadPreferences(store, report),
    ]);
  };
  const waiting = () => {
    const { store, report, files } = storeWith(null);
    changePreferences(store, { kit: 'hook', lingerS: 30 });
    applyPreferences(store, report, NOON);
    changePreferences(store, { kit: 'ball', placeS: 10 });
    store.save(
      PREFERENCES_FROM_PHONE,
      JSON.stringify({
        version: 2,
        fields: { strength: { value: 'gentle', revision: 1, writer: 'phone' } },
      }),
    );
    return files.contents;
  };
  const whole = settled(waiting());

  it.each([0, 1, 2, 3].flatMap((atWrite) => [-1, 0, 12].map((keptBytes) => [atWrite, keptBytes] as const)))(
    'in write %i after %i bytes has the same result at the next launch',
    (atWrite, keptBytes) => {
      const contents = waiting();
      const { report } = createRecordingReport();
      const files = createMemoryFiles(contents);
      files.fault = { kind: 'dies', atWrite, keptBytes };
      expect(() => applyPreferences(createTextStore(files, report), report, NOON)).toThrow(PowerLoss);
      expect(settled(contents)).toBe(whole);
    },
  );
});

describe('a guarded callback', () => {
  it('runs, and its exception is reported with the name of the entry and goes no further', () => {
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
