/** Stored texts with a right checksum and a content that this app never writes: they count as missing, which is reported once. */
import { describe, expect, it } from 'vitest';
import { asciiJson } from '../../utils/core/base/ascii-json.ts';
import { routineOf } from '../../utils/core/routine/own-routine.ts';
import { LAST_SESSION, OWN_ROUTINES, PAIN_BEFORE, type StoredText } from '../../utils/core/stored-names.ts';
import { lastSession, noteIfNone, noteSession } from '../../utils/run/last-session.ts';
import { loadOwnRoutines } from '../../utils/run/own-routines.ts';
import { keepPainBeforeUntil, painBefore, recentPainBefore } from '../../utils/run/pain-before.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { hipDefinition, wallSit } from '../support/definitions.ts';
import { MONDAY_MS } from '../support/manual-clock.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';

function storeWith(name: StoredText, text: string) {
  const { report, lines } = createRecordingReport();
  const store = createTextStore(createMemoryFiles(), report);
  store.save(name, text);
  return { store, lines };
}

const NO_DATA = ['null', 'true', '0', '""', '{}', '{', 'x'];

describe('"pain now"', () => {
  it.each([
    ...NO_DATA,
    '[]',
    '[4]',
    '[11,1767600000000]',
    '[-1,1767600000000]',
    '[4.5,1767600000000]',
    '["4",1767600000000]',
    '[null,1767600000000]',
    '[4,"1767600000000"]',
    '{"0":4,"1":1767600000000}',
  ])('of %s is no answer', (text) => {
    const { store, lines } = storeWith(PAIN_BEFORE, text);
    expect([painBefore(store), recentPainBefore(store, 1_767_600_000_000)]).toEqual([null, null]);
    expect(lines).toEqual([`${PAIN_BEFORE}: is not readable and is not used`]);
  });

  it.each([0, 10])('of %i is one', (pain) => {
    const { store, lines } = storeWith(PAIN_BEFORE, `[${pain},${MONDAY_MS}]`);
    expect(recentPainBefore(store, MONDAY_MS)).toBe(pain);
    expect(lines).toEqual([]);
  });

  it('that nobody has answered is not kept', () => {
    const { store, lines } = storeWith(PAIN_BEFORE, '');
    keepPainBeforeUntil(store, MONDAY_MS);
    expect([store.load(PAIN_BEFORE), painBefore(store), lines]).toEqual(['', null, []]);
  });
});

describe('the note of the last sessions', () => {
  const noted = { startedAtMs: MONDAY_MS, zoneOffsetMin: 60, morning: 'same', seq: 5 };

  it.each([
    ...NO_DATA,
    '[[]]',
    `["${MONDAY_MS}",60,null,5]`,
    `[${MONDAY_MS},"60",null,5]`,
    `[${MONDAY_MS},60,null,"5"]`,
    `[${MONDAY_MS},60,"fine",5]`,
    `[${MONDAY_MS},60,7,5]`,
    `[[${MONDAY_MS},60,null,5],[${MONDAY_MS},60,"fine",4]]`,
    `[[${MONDAY_MS},60,null,5],null]`,
  ])('of %s has no session', (text) => {
    const { store, lines } = storeWith(LAST_SESSION, text);
    expect(lastSession(store)).toBeNull();
    expect(lines).toEqual([`${LAST_SESSION}: is not readable and is not used`]);
  });

  it.each([
    ['of version 0.1.0', `[${MONDAY_MS},60,"same",5]`],
    ['of a list', `[[${MONDAY_MS},60,"same",5,0,""],[0,0,null,4,1,"x"]]`],
  ])('%s is read', (_, text) => {
    expect(lastSession(storeWith(LAST_SESSION, text).store)).toMatchObject(noted);
  });

  it('is not replaced by a session that only the phone knows', () => {
    const { store } = storeWith(LAST_SESSION, '');
    noteSession(store, { ...noted, morning: null });
    const phones = { lastSessionS: MONDAY_MS / 1000 + 60, lastStageCode: 2, lastRoutine: 'x' };
    noteIfNone(store, phones, 0);
    expect(lastSession(store)).toMatchObject({ seq: 5, startedAtMs: MONDAY_MS });
    expect(store.load('stage-in')).toBe('');
  });
});

describe('own routines', () => {
  const own = [hipDefinition, wallSit].map((definition) => {
    return { name: definition.name, routine: routineOf(definition) };
  });
  const without = (part: string): string => {
    const copy = JSON.parse(asciiJson(own));
    const names = part.split('.');
    const last = names.pop() ?? '';
    delete names.reduce((data, name) => data[name], copy[1])[last];
    return asciiJson(copy);
  };
  const spoilt = (at: number, change: (step: Record<string, unknown>) => void): string => {
    const copy = JSON.parse(asciiJson(own));
    change(copy[at].routine.steps.find((step: { kind: string }) => step.kind === 'hold'));
    return asciiJson(copy);
  };

  it('are read as they were stored', () => {
    const { store, lines } = storeWith(OWN_ROUTINES, asciiJson(own));
    expect(loadOwnRoutines(store)).toEqual(own);
    expect(lines).toEqual([]);
  });

  it.each([
    ...NO_DATA,
    '[{}]',
    spoilt(0, (step) => delete step.doses),
    spoilt(1, (step) => delete step.doses),
    spoilt(0, (step) => delete step.spots),
    spoilt(0, (step) => Object.assign(step, { spots: { sore: 1, active: 1 } })),
    spoilt(0, (step) => Object.assign(step, { spots: { sore: 1, active: 1, maintenance: '1' } })),
    spoilt(1, (step) => Object.assign(step, { lines: [1] })),
    ...['name', 'routine', 'routine.id', 'routine.rest', 'routine.linger', 'routine.linger.usualS'].map(
      without,
    ),
    ...['routine.steps', 'routine.steps.0.id', 'routine.steps.0.kind', 'routine.steps.0.lines'].map(without),
  ])('of %s count as none', (text) => {
    const { store, lines } = storeWith(OWN_ROUTINES, text);
    expect(loadOwnRoutines(store)).toEqual([]);
    expect(lines).toEqual([`${OWN_ROUTINES}: is not readable and is not used`]);
  });
});
