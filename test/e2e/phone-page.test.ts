/** The phone page from the package, with the phone service beside it: what it shows and what its parts do. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { plainRecord } from '../../tools/shared/plain-record.ts';
import { jsonOf } from '../../utils/core/export/json.ts';
import { readImport } from '../../utils/core/export/read-import.ts';
import { isBlockKey } from '../../utils/core/sync/frame-block.ts';
import { checkedJsonText } from '../../utils/core/sync/phone-keys.ts';
import { createPackedWatch, openPacked, type PackedWatch } from '../support/packed-watch.ts';
import { openPhonePage } from '../support/phone-page.ts';
import { DAY_MS, ratingFrame, sessionFrame, textsWith, WATCH } from '../support/stored-log.ts';

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Sessions a day apart, the first of them sore and the last less. */
const frames = upTo(40).map((seq) => sessionFrame(seq, { contact: seq < 36 ? 8 : 4 }));
const startEpochMs = plainRecord.startedAtMs + 43 * DAY_MS;

function phoneWith(phoneStorage: Readonly<Record<string, string>> = stored()): PackedWatch {
  return createPackedWatch(app, 1, { phoneStorage, startEpochMs });
}

function stored(): Record<string, string> {
  return Object.fromEntries(textsWith(frames).values);
}

describe('the phone page', () => {
  it('of a new phone says in each section what it will show', async () => {
    const watch = phoneWith({});
    const page = await openPhonePage(watch);
    for (const text of ['No session yet: whenever you are ready', 'After your first rated sessions']) {
      expect(page.texts()).toContain(text);
    }
    expect(watch.sim.breaches).toEqual([]);
  });

  it('says when the next session is, and how it goes', async () => {
    const page = await openPhonePage(phoneWith());
    expect(page.texts()).toContain('Ready: any day from Mon 16 Feb to Tue 17 Feb.');
    expect(page.texts()).toContain('Less sore since January: 8\u00a0→\u00a04');
  });

  it('opens a session to its holds on each side, and closes it', async () => {
    const page = await openPhonePage(phoneWith());
    const label = page.buttons().find((text) => text.startsWith('Sat 14 Feb')) ?? 'none';
    await page.press(label);
    expect(page.texts()).toContain('Side: left\nIliacus, spot 1: 75 s, guided to the end\n');
    expect(page.texts()).toContain('Pain before 4, after 2; soreness on contact 4');
    await page.press('Sat 14 Feb');
    expect(page.texts()).not.toContain('Side: left');
  });

  it('pages to older sessions and back', async () => {
    const page = await openPhonePage(phoneWith());
    await page.press('Older sessions');
    expect(page.buttons().filter((text) => text.includes(' Feb, '))).toEqual([]);
    expect(page.buttons().filter((text) => text.includes(' Jan, '))).toHaveLength(10);
    expect(page.buttons()).not.toContain('Older sessions');
    await page.press('Newer sessions');
    expect(page.buttons().filter((text) => / (Jan|Feb), /.test(text))).toHaveLength(30);
  });

  it('writes nothing while it is built, whatever the wearer does', async () => {
    const watch = phoneWith();
    const page = await openPhonePage(watch);
    for (const label of ['CSV', 'JSON', 'For a physio', 'Advanced', 'Error reports', 'Older sessions'])
      await page.press(label);
    await page.change('Stage', '"active"');
    expect(watch.sim.breaches).toEqual([]);
  });
});

describe('a preference', () => {
  it('is stored by the service in a document, and waits for the watch', async () => {
    const watch = phoneWith();
    const page = await openPhonePage(watch);
    expect(page.value('Strength of the cues')).toBe('"normal"');
    await page.change('Strength of the cues', '"strong"');
    await page.change('Spots, left', '2');
    await page.change('Reminder', '7');
    await page.change('Kit', '"hook"');
    expect(watch.sim.phone.storage.has('cmd:config')).toBe(false);
    const { fields } = JSON.parse(checkedJsonText(watch.sim.phone.storage.get('preferences')) || '{}');
    expect(fields).toEqual({
      strength: { value: 'strong', revision: 1, writer: 'phone' },
      spots: { value: { left: 2, right: null }, revision: 1, writer: 'phone' },
      reminder: { value: { on: true, hour: 7 }, revision: 1, writer: 'phone' },
      tool: { value: 'hook', revision: 1, writer: 'phone' },
    });
    expect(page.texts().match(/Waiting for the watch/g)).toHaveLength(5);
    expect(page.value('Spots, left')).toBe('2');
  });

  it('is not reverted by another one that is changed before the page is drawn anew', async () => {
    const watch = phoneWith();
    const page = await openPhonePage(watch);
    await page.changeAtOnce([
      ['Strength of the cues', '"strong"'],
      ['Spots, left', '2'],
      ['Spots, right', '1'],
      ['Reminder', '7'],
    ]);
    const { fields } = JSON.parse(checkedJsonText(watch.sim.phone.storage.get('preferences')) || '{}');
    expect(fields).toMatchObject({
      strength: { value: 'strong' },
      spots: { value: { left: 2, right: 1 } },
      reminder: { value: { on: true, hour: 7 } },
    });
  });

  it('reaches the watch when its app is opened, and then no longer waits', async () => {
    const watch = phoneWith({});
    const page = await openPhonePage(watch);
    await page.change('Sides', '["right"]');
    expect(page.texts()).toContain('Waiting for the watch');
    await watch.launch();
    await watch.wait(5_000);
    watch.perform({ verb: 'key', key: 'home', action: 'click' });
    await watch.wait(2_000);
    await watch.launch();
    await watch.wait(5_000);
    expect(page.texts()).not.toContain('Waiting for the watch');
    expect(watch.texts().join('\n')).toMatch(/Right/);
  });
});

describe('the export', () => {
  it('as JSON gives an empty phone the same pages', async () => {
    const all = [...frames, ratingFrame(41, 40, { morning: 'worse', contact: 9 })];
    const first = await openPhonePage(phoneWith(Object.fromEntries(textsWith(all).values)));
    const sections = (text: string): string => text.slice(0, text.indexOf('Open a text'));
    const before = sections(first.texts());
    await first.press('JSON');
    const exported = String(first.value('Part 1 of 1: 41 records'));
    const watch = phoneWith({});
    const page = await openPhonePage(watch);
    await page.press('Advanced');
    await page.change('Import: paste', exported);
    expect(page.texts()).toContain('Imported: 41 new, 0 already there, 0 refused.');
    expect(sections(page.texts())).toBe(before);
    await page.change('Import: paste', exported);
    expect(page.texts()).toContain('Imported: 0 new, 41 already there, 0 refused.');
  });

  it('of a long log comes in parts that together have every record once', async () => {
    const many = upTo(600).map((seq) => sessionFrame(seq));
    const page = await openPhonePage(phoneWith(Object.fromEntries(textsWith(many).values)));
    await page.press('JSON');
    const seqs: number[] = [];
    for (let part = 1; part <= 3; part++) {
      const read = readImport(String(page.value(`Part ${part} of 3`)));
      if (!read.ok) throw new Error(read.fault.key);
      seqs.push(...read.value.frames.map(({ frame }) => frame.seq));
      if (part < 3) await page.press('Next part');
    }
    expect(seqs).toEqual(upTo(600));
    expect(page.buttons()).not.toContain('Next part');
  });
});

describe('delete everything', () => {
  it('asks twice, deletes, and does not accept the same records again', async () => {
    const watch = phoneWith();
    const page = await openPhonePage(watch);
    await page.press('Delete everything');
    await page.press('Yes, delete');
    await page.press('Keep everything');
    expect(watch.sim.phone.storage.has('log.beef.0')).toBe(true);
    await page.press('Delete everything');
    await page.press('Yes, delete');
    await page.press('Delete for good');
    expect([...watch.sim.phone.storage.keys()].filter(isBlockKey)).toEqual([]);
    expect(page.texts()).toContain('Deleted on this phone. Waiting for the watch.');
    await page.press('Advanced');
    await page.change('Import: paste', jsonOf([{ install: WATCH, frame: sessionFrame(3) }]));
    expect(page.texts()).toContain('Imported: 0 new, 0 already there, 1 refused.');
    expect(page.texts()).toContain('Refused: 1 deleted on this phone before.');
    expect([...watch.sim.phone.storage.keys()].filter(isBlockKey)).toEqual([]);
    await page.press('Bring back the 1 deleted records');
    expect(page.texts()).toContain('Imported: 1 new, 0 already there, 0 refused.');
    expect(page.buttons().join()).not.toContain('Bring back');
    expect([...watch.sim.phone.storage.keys()].filter(isBlockKey)).toEqual(['log.beef.0']);
  });
});

describe('a page state that is damaged', () => {
  it.each([
    '{"history":["no start"]}',
    '{"history":["{}x"],"exportPart":"a"}',
    '{',
    'null',
    '{"session":{}}',
  ])('%s opens the page as if nothing were open', async (state) => {
    const page = await openPhonePage(phoneWith({ ...stored(), 'page.state': state }));
    expect(page.texts()).not.toContain('could not be shown');
    expect(page.texts()).toContain('Less sore since January');
    expect(page.buttons()).toContain('Delete everything');
  });
});
