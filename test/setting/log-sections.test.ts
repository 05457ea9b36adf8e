/** What the phone page shows of the log: history and export. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exportSection } from '../../setting/sections/export.ts';
import { historySection } from '../../setting/sections/history.ts';
import { plainRecord } from '../../tools/shared/plain-record.ts';
import { encodeFrame, type Frame, VOID } from '../../utils/core/log/frame.ts';
import { emptyDocument, formatPreferences } from '../../utils/core/preferences/document.ts';
import { withRoutineCodes } from '../../utils/core/preferences/own-routines.ts';
import { ownId } from '../../utils/core/routine/own-routine.ts';
import { encodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { isBlockKey } from '../../utils/core/sync/frame-block.ts';
import { PREFERENCES_KEY } from '../../utils/core/sync/phone-keys.ts';
import { phoneTexts } from '../../utils/core/text/catalogues.ts';
import { wallSit } from '../support/definitions.ts';
import { openSection, stubWidgets } from '../support/drawn-section.ts';
import { DAY_MS, ratedFrames, ratingFrame, sessionFrame, textsWith } from '../support/stored-log.ts';

vi.mock('i18n', () => ({ gettext: () => 'en-US' }));
beforeEach(stubWidgets);
afterEach(() => vi.unstubAllGlobals());

const en = phoneTexts['en-US'];
const NOW_MS = plainRecord.startedAtMs + 100 * DAY_MS;
describe('the history', () => {
  const open = (frames: readonly Frame[]) => openSection(textsWith(frames), historySection, NOW_MS);

  it('of an empty log says that it is empty, and has no buttons', () => {
    const page = open([]);
    expect([page.lines().length, page.labels()]).toEqual([1, []]);
  });

  it('has a heading for each month, and a line for each session, the newest first', () => {
    const page = open([sessionFrame(1), sessionFrame(2), sessionFrame(40), sessionFrame(41)]);
    expect(page.labels()).toHaveLength(4);
    expect(page.lines()).toHaveLength(2);
  });

  it('opens a session to its holds side by side, one at a time, and closes it again', () => {
    const page = open([sessionFrame(1, { beats: 3 }), sessionFrame(2, { beats: 9 })]);
    const toggle = (at: number): void => page.press(page.labels()[at] ?? '');
    const closed = [page.lines(), page.labels()];
    toggle(0);
    expect(page.lines().join()).toContain('9 lifts');
    expect(page.labels().map((label, at) => label === closed[1]?.[at])).toEqual([false, true]);
    toggle(1);
    expect(page.lines().some((line) => line.includes('9 lifts'))).toBe(false);
    expect(page.labels().map((label, at) => label === closed[1]?.[at])).toEqual([true, false]);
    toggle(1);
    expect([page.lines(), page.labels()]).toEqual(closed);
  });

  it('shows of an open session the answers that were given about it, and only those', () => {
    const silent = { painBefore: null, painAfter: null, contact: null };
    const lines = (over: object, rating: object | null = null): string => {
      const frames = [sessionFrame(1, { ...silent, ...over })];
      const page = open(rating === null ? frames : [...frames, ratingFrame(2, 1, rating)]);
      page.press(page.labels()[0] ?? '');
      return page.lines().join('\n');
    };
    const unrated = lines({});
    for (const one of [{ painBefore: 3 }, { painAfter: 3 }, { contact: 3 }]) {
      expect(lines(one)).not.toContain(en['history.unrated']);
      expect(lines(one)).toContain('3');
    }
    expect(lines({}, { morning: 'worse' })).not.toBe(unrated);
    const counts = { beats: 7, interruptions: 6, lostCues: 5, clockJumps: 4 };
    const counted = lines(counts).split('\n').length;
    expect(counted).toBe(
      lines({ beats: 0, interruptions: 0, lostCues: 0, clockJumps: 0 }).split('\n').length + 4,
    );
  });

  it('shows that a side had no hold, and how late a cue was', () => {
    const [hold] = plainRecord.holds;
    if (hold === undefined) throw new Error('no hold');
    const lines = (over: object): readonly string[] => {
      const page = open([sessionFrame(1, over)]);
      page.press(page.labels()[0] ?? '');
      return page.lines();
    };
    const holds = [{ ...hold, side: 'left' as const, lateMs: 1_200 }];
    const late = lines({ sides: ['left', 'right'], holds });
    const onTime = lines({ sides: ['left'], holds: [{ ...holds[0], lateMs: 0 }] });
    expect(late.some((line) => line.includes('1.2'))).toBe(true);
    expect(onTime.some((line) => line.includes('1.2'))).toBe(false);
    expect(late).toHaveLength(onTime.length + 2);
    const holdIn = (all: readonly string[]): string => all.find((line) => line.includes('75 s')) ?? '';
    expect(holdIn(late)).not.toBe(holdIn(onTime));
    expect(holdIn(late).startsWith(holdIn(onTime))).toBe(true);
  });

  it('shows each hold once, below its side', () => {
    const page = open([sessionFrame(1)]);
    page.press(page.labels()[0] ?? '');
    expect(page.lines().filter((line) => line.includes('75 s'))).toHaveLength(plainRecord.holds.length);
  });

  it('says of no side with holds that it had none', () => {
    const page = open([sessionFrame(1)]);
    page.press(page.labels()[0] ?? '');
    expect(page.lines()).not.toContain(en['history.none']);
  });

  it.each([
    [{ contactLeft: 6 }, 'left 6, right –'],
    [{ contactRight: 3 }, 'left –, right 3'],
    [{ contactLeft: 6, contactRight: 3 }, 'left 6, right 3'],
  ])('tells the soreness of each side where one was asked about: %j', (rating, told) => {
    const page = open([sessionFrame(1), ratingFrame(2, 1, rating)]);
    page.press(page.labels()[0] ?? '');
    expect(page.lines().join('\n')).toContain(told);
  });

  it('marks a session that a wrong clock has dated', () => {
    const right = open([sessionFrame(1)]).lines().length;
    const wrong = open([sessionFrame(1, { startedAtMs: NOW_MS + 30 * DAY_MS })]).lines().length;
    expect(wrong).toBe(right + 1);
  });

  it('reports records that are lost or damaged, with and without sessions', () => {
    const lost = encodeFrame(VOID, 2, new Uint8Array(0));
    expect(open([lost]).lines()[0]).toBe(en['phone.lost'].replace('{0}', '2'));
    expect(open([sessionFrame(1), lost]).lines()[0]).toContain('2026-01-');
    expect(open([sessionFrame(1), lost]).lines().length).toBe(open([sessionFrame(1)]).lines().length + 1);
  });

  it('has a way back from a page on which nothing is left', () => {
    const page = open([]);
    page.context().updateState({ history: ['{"beef":1}'] });
    expect([page.lines(), page.labels()]).toEqual([[], ['Newer sessions']]);
  });

  it('has 30 sessions on a page, and buttons to older and newer ones', () => {
    const page = open(Array.from({ length: 65 }, (_, at) => sessionFrame(at + 1)));
    const sessions = () => page.labels().filter((label) => /\d/.test(label)).length;
    const turns = () => page.labels().filter((label) => !/\d/.test(label));
    expect([sessions(), turns()]).toEqual([30, ['Older sessions']]);
    page.press('Older sessions');
    expect([sessions(), turns()]).toEqual([30, ['Newer sessions', 'Older sessions']]);
    page.press('Older sessions');
    expect([sessions(), turns()]).toEqual([5, ['Newer sessions']]);
    page.press('Newer sessions');
    page.press('Newer sessions');
    expect([sessions(), turns()]).toEqual([30, ['Older sessions']]);
  });
});

describe('the export', () => {
  const open = (frames: readonly Frame[]) => openSection(textsWith(frames), exportSection, NOW_MS);
  const KINDS = ['physio', 'CSV', 'JSON'];
  const label = (page: ReturnType<typeof open>, kind: string): string =>
    page.labels().find((one) => one.toLowerCase().includes(kind.toLowerCase())) ?? kind;

  it.each(KINDS)('of an empty log as %s says that there is nothing', (kind) => {
    const page = open([]);
    const before = page.lines().length;
    page.press(label(page, kind));
    expect(page.lines()).toHaveLength(before + 1);
    expect(page.labels()).toHaveLength(3);
  });

  it.each(KINDS)('as %s opens, is marked, and closes again', (kind) => {
    const page = open(
      ratedFrames(NOW_MS, [
        [5, 3, 4],
        [4, 2, 3],
      ]),
    );
    const name = label(page, kind);
    const plain = page.part(name).color;
    page.press(name);
    expect(page.labels()).toHaveLength(4);
    expect([plain, page.part(name).color]).toEqual(['default', 'primary']);
    const others = KINDS.filter((one) => one !== kind).map((one) => page.part(label(page, one)).color);
    expect(others).toEqual([plain, plain]);
    page.press(name);
    expect(page.labels()).toHaveLength(3);
  });

  it.each(KINDS)('names a routine of the wearer’s own as %s', (kind) => {
    const texts = textsWith([sessionFrame(1, { routine: ownId(wallSit) })]);
    const document = withRoutineCodes(emptyDocument, [encodeRoutine(wallSit)]);
    texts.setItem(PREFERENCES_KEY, formatPreferences(document));
    const page = openSection(texts, exportSection, NOW_MS);
    page.press(label(page, kind));
    const text = page.labels().flatMap((one) => page.values(one));
    expect(text.join('')).toContain(wallSit.name);
  });

  it('contains the values of every session', () => {
    const text = (kind: string): string => {
      const page = open(
        ratedFrames(NOW_MS, [
          [5, 3, 4],
          [9, 2, 3],
        ]),
      );
      page.press(label(page, kind));
      return page
        .labels()
        .map((one) => page.part(one).value ?? '')
        .join('');
    };
    expect(text('CSV').trim().split('\n').length).toBeGreaterThan(2);
    expect(JSON.parse(text('JSON'))).toMatchObject({ format: 'iliacus-log' });
    for (const line of text('physio').split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('opens at its first part, and at its last if it has become shorter', () => {
    const page = openSection(
      textsWith(Array.from({ length: 1_500 }, (_, at) => sessionFrame(at + 1))),
      exportSection,
      NOW_MS,
    );
    const part = (): string => page.labels().find((one) => one.startsWith('Part ')) ?? '';
    page.press(label(page, 'JSON'));
    page.press(page.labels().at(-1) ?? '');
    expect(part()).toMatch(/^Part 2 /);
    page.press(label(page, 'CSV'));
    expect(part()).toMatch(/^Part 1 /);
    page.context().updateState({ exportPart: 99 });
    const [, at = '', of = ''] = /^Part (\d+) of (\d+)/.exec(part()) ?? [];
    expect([at, at]).toEqual([of, expect.stringMatching(/./)]);
  });

  it('of a long log comes in parts, with buttons between them, and says what is damaged', () => {
    const texts = textsWith(Array.from({ length: 2_500 }, (_, at) => sessionFrame(at + 1)));
    const page = openSection(texts, exportSection, NOW_MS);
    page.press(label(page, 'JSON'));
    const of = (): number => page.labels().length;
    const parts: string[] = [];
    const read = (): void => void parts.push(page.labels().find((one) => one.startsWith('Part ')) ?? '');
    read();
    const first = of();
    page.press(page.labels().at(-1) ?? '');
    read();
    expect(of()).toBe(first + 1);
    while (of() === first + 1) {
      page.press(page.labels().at(-1) ?? '');
      read();
    }
    expect(of()).toBe(first);
    expect(new Set(parts).size).toBe(parts.length);
    const lines = page.lines().length;
    for (const [key, text] of texts.values)
      if (isBlockKey(key)) texts.setItem(key, text.replace(/.{9}$/, '!'));
    expect(page.lines().length).toBeGreaterThan(lines);
  });
});
