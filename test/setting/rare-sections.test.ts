/** Deleting everything, importing, and the error reports on the phone page. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { advancedSection } from '../../setting/sections/advanced.ts';
import { eraseSection } from '../../setting/sections/erase.ts';
import { importView } from '../../setting/sections/import.ts';
import { preferencesSection } from '../../setting/sections/preferences.ts';
import { jsonOf } from '../../utils/core/export/json.ts';
import { preferenceControls } from '../../utils/core/preferences/preference-rows.ts';
import { addReport } from '../../utils/core/report-ring.ts';
import { RING_KEYS } from '../../utils/core/ring-entries.ts';
import { commandKey } from '../../utils/core/sync/phone-commands.ts';
import {
  FAILED_COMMANDS_KEY,
  IMPORT_RESULT_KEY,
  importResultText,
  PREFERENCES_KEY,
} from '../../utils/core/sync/phone-keys.ts';
import { phoneTexts } from '../../utils/core/text/catalogues.ts';
import { openSection, stubWidgets } from '../support/drawn-section.ts';
import { createMemoryTexts } from '../support/memory-texts.ts';
import { sessionFrame, WATCH } from '../support/stored-log.ts';

vi.mock('i18n', () => ({ gettext: () => 'en-US' }));
beforeEach(stubWidgets);
afterEach(() => vi.unstubAllGlobals());

const NOW_MS = Date.UTC(2026, 10, 29, 12);
const en = phoneTexts['en-US'];
const open = (draw: Parameters<typeof openSection>[1], texts = createMemoryTexts()) => ({
  texts,
  ...openSection(texts, draw, NOW_MS),
});

describe('"delete everything"', () => {
  it('asks twice before it posts anything, and can be cancelled at each question', () => {
    const page = open(eraseSection);
    expect(page.labels()).toEqual([en['erase.ask']]);
    page.press(en['erase.ask']);
    expect(page.labels()).toEqual([en['erase.keep'], en['erase.ask-again']]);
    expect(page.lines()).toContain(en['erase.sure']);
    page.press(en['erase.keep']);
    expect(page.labels()).toEqual([en['erase.ask']]);
    page.press(en['erase.ask']);
    page.press(en['erase.ask-again']);
    expect(page.labels()).toEqual([en['erase.keep'], en['erase.now']]);
    expect(page.lines()).toContain(en['erase.last']);
    expect(page.texts.getItem(commandKey({ kind: 'erase' }))).toBeNull();
    page.press(en['erase.now']);
    expect(page.texts.getItem(commandKey({ kind: 'erase' }))).not.toBeNull();
    expect([page.labels(), page.lines().at(-1)]).toEqual([[], en['erase.waiting']]);
  });

  it('closes what is open, since it will be gone', () => {
    const page = open(eraseSection);
    page.context().updateState({ session: 'x', history: ['{"beef":1}'], exportKind: 'csv', exportPart: 3 });
    for (const label of ['erase.ask', 'erase.ask-again', 'erase.now'] as const) page.press(en[label]);
    expect(page.context().state).toMatchObject({ session: '', history: [], exportKind: '', exportPart: 0 });
    expect(page.context().state.eraseAsked).toBe(0);
  });

  it('says that it failed, and that a watch has not heard of it yet', () => {
    const page = open(eraseSection);
    const quiet = page.lines();
    page.texts.setItem(FAILED_COMMANDS_KEY, commandKey({ kind: 'erase' }));
    expect(page.lines()).toEqual([...quiet, en['fault.full']]);
    page.texts.setItem(FAILED_COMMANDS_KEY, commandKey({ kind: 'import' }));
    expect(page.lines()).toEqual(quiet);
  });
});

describe('an import', () => {
  const exported = jsonOf([{ install: WATCH, frame: sessionFrame(1) }], () => undefined);

  it('of an export is posted, and one of anything else is refused with the reason', () => {
    const page = open(importView);
    expect(page.lines()).toEqual([]);
    page.type(en['import.label'], 'no export');
    expect(page.lines()).toHaveLength(1);
    expect(page.texts.getItem(commandKey({ kind: 'import' }))).toBeNull();
    page.type(en['import.label'], exported);
    expect(page.texts.getItem(commandKey({ kind: 'import' }))).toContain('iliacus-log');
    expect(page.lines()).toEqual([en['import.waiting']]);
  });

  it.each(['', '  \n '])('of %j does nothing', (text) => {
    const page = open(importView);
    page.type(en['import.label'], text);
    expect(page.texts.toObject()).toEqual({});
  });

  it('that waits to restore what was deleted says so too', () => {
    const page = open(importView);
    page.texts.setItem(commandKey({ kind: 'restore' }), 'x');
    expect(page.lines()).toEqual([en['import.waiting']]);
  });

  it('shows its counts and its reasons, and offers to restore deleted sessions only if there are any', () => {
    const page = open(importView);
    const shows = (reasons: object, lost: number): readonly string[] => {
      page.texts.setItem(IMPORT_RESULT_KEY, importResultText({ added: 4, known: 3, lost, reasons }));
      return page.lines();
    };
    expect(shows({}, 0)).toHaveLength(1);
    expect(page.labels()).toHaveLength(1);
    const [, why = ''] = shows({ cut: 2, other: 5 }, 7);
    expect([why.includes('2'), why.includes('5'), page.labels().length]).toEqual([true, true, 1]);
    const lines = shows({ deleted: 6 }, 6);
    expect([lines.length, lines.at(-1)]).toEqual([3, en['import.deleted']]);
    page.press(page.labels().at(-1) ?? '');
    expect(page.texts.getItem(commandKey({ kind: 'restore' }))).not.toBeNull();
  });

  it.each(['import', 'restore'] as const)('says that there was no room for the last %s', (kind) => {
    const page = open(importView);
    page.texts.setItem(FAILED_COMMANDS_KEY, commandKey({ kind }));
    expect(page.lines()).toEqual([en['fault.full']]);
  });
});

describe('the section for experts', () => {
  it('is closed at first, opens, and closes again', () => {
    const page = open(advancedSection);
    const closed = [page.lines(), page.labels()];
    expect(closed).toEqual([[en['advanced.what']], [en['advanced.open']]]);
    page.press(en['advanced.open']);
    expect(page.labels()).toContain(en['import.label']);
    expect(page.labels()).toContain(en['export.reports']);
    page.press(en['advanced.close']);
    expect([page.lines(), page.labels()]).toEqual(closed);
  });

  it('has each preference that is not among the usual ones, and none of those', () => {
    const usual = open(preferencesSection).labels();
    const page = open(advancedSection);
    page.press(en['advanced.open']);
    const labels = preferenceControls.map(({ control }) => page.context().translate(control.phoneLabel));
    const rare = labels.filter((label) => !usual.includes(label));
    expect(rare.length).toBeGreaterThan(0);
    expect(new Set(page.labels().filter((label) => labels.includes(label)))).toEqual(new Set(rare));
  });

  it('has the error reports of watch and phone, with their times and what protected the session', () => {
    const page = open(advancedSection);
    page.press(en['advanced.open']);
    const isOpen = (): boolean => page.labels().filter((label) => label === en['export.reports']).length > 1;
    expect(isOpen()).toBe(false);
    page.press(en['export.reports']);
    expect(isOpen()).toBe(true);
    const text = (): string => page.values(en['export.reports']).join('');
    expect(text()).toBe(en['export.no-reports']);
    for (const [at, key] of RING_KEYS.entries())
      page.texts.setItem(key, addReport('', `part${at}: stuck`, NOW_MS + at * 1_000, 's'));
    const lines = text().split('\n');
    expect(lines).toHaveLength(RING_KEYS.length);
    expect(lines[0]).toMatch(/^2026-11-29T12:00:0\dZ \w+ part\d: stuck \(.+\)$/);
    page.press(en['export.reports']);
    expect(isOpen()).toBe(false);
  });
});

it('a preference with an impossible value is named', () => {
  const page = open(preferencesSection);
  const quiet = page.lines();
  const fields = { tool: { value: 'broom', revision: 1, writer: 'phone' } };
  page.texts.setItem(PREFERENCES_KEY, JSON.stringify({ version: 2, fields }));
  const said = page.lines().filter((line) => !quiet.includes(line));
  const control = preferenceControls.find(({ name }) => name === 'kit');
  const label = control ? page.context().translate(control.control.phoneLabel) : 'no control';
  expect(said).toContainEqual(expect.stringContaining(label));
});
