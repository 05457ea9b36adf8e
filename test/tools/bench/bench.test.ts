/**
 * The benchmarks in their quick form: each gives its tables, and counts stay within their limits. No test checks a time, because a busy
 * machine would change it.
 */
import { describe, expect, it } from 'vitest';
import { BENCHMARKS } from '../../../tools/bench/benchmarks.ts';
import { ratio, spreadOf, type Table, tableText } from '../../../tools/bench/table.ts';
import { benchLog, ENCODER_BUDGET_BYTES } from '../../../tools/bench/tables/log.ts';

const LIMIT_MS = 300_000;
const made = new Map<string, Promise<readonly Table[]>>();

function tablesOf(name: string): Promise<readonly Table[]> {
  const benchmark = BENCHMARKS.get(name);
  if (benchmark === undefined) throw new Error(`no benchmark ${name}`);
  const tables = made.get(name) ?? benchmark({ peers: [], isQuick: true });
  made.set(name, tables);
  return tables;
}

async function rowsOf(benchmark: string, table: string): Promise<Table['rows']> {
  const found = (await tablesOf(benchmark)).find(({ name }) => name === table);
  if (found === undefined) throw new Error(`${benchmark} gives no table ${table}`);
  return found.rows;
}

it.each([...BENCHMARKS.keys()])(
  '%s says its command and what it compares, and fills every column of every row',
  async (name) => {
    const tables = await tablesOf(name);
    expect(tables.length).toBeGreaterThan(0);
    for (const { command, compares, rows } of tables) {
      expect(command).toContain(`npm run bench -- ${name}`);
      expect(compares.length).toBeGreaterThan(20);
      expect(rows.length).toBeGreaterThan(0);
      const columns = Object.keys(rows[0] ?? {});
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(columns);
        for (const cell of Object.values(row)) expect(cell).not.toBeNaN();
      }
    }
  },
  LIMIT_MS,
);

describe('on the watch', () => {
  it('a tick of the session page writes at most two properties and allocates no object that stays', async () => {
    const [ours] = await rowsOf('cost', 'tick');
    expect(ours?.what).toContain('Iliacus');
    expect(ours?.writes).toBeLessThanOrEqual(2);
    expect(ours?.['objects kept']).toBeLessThan(1);
  });

  it('a tick of the session page is at most 2.15 times the work of a text update in a page of zml’s examples', async () => {
    const [ours, ...peers] = await rowsOf('cost', 'tick');
    expect(ours?.instructions).toBeGreaterThan(1_000);
    const updates = peers.filter(({ what }) => String(what).endsWith('one text update'));
    expect(updates.length).toBeGreaterThan(1);
    // The goal is 2; up to 2.08 is measured (`docs/benchmarks.md`).
    for (const row of updates) expect(row['work, ours / theirs']).toBeLessThanOrEqual(2.15);
  });

  it('opening home is at most 1.65 times the work of opening any of zml’s examples', async () => {
    const [ours, ...peers] = await rowsOf('cost', 'start');
    expect(ours?.['work, ours / theirs']).toBe(1);
    // The goal is 1.5; 1.62 is measured (`docs/benchmarks.md`).
    for (const row of peers) expect(row['work, ours / theirs']).toBeLessThanOrEqual(1.65);
  });

  it('end, relaunch and alarm take at most 105 % of the work of version 0.1.0; launch and Start, which do more than they did, 114 % and 143 %', async () => {
    const rows = await rowsOf('cost', 'journeys');
    expect(rows.length).toBe(5);
    for (const row of rows) {
      // The goal is 105 % for each; 114 % and 142 % are measured of launch and Start (`docs/benchmarks.md`).
      const above: Readonly<Record<string, number>> = { 'launch to home': 1.14, 'Start to session': 1.43 };
      const most = above[String(row.journey)] ?? 1.05;
      expect(row['now / 0.1.0'], String(row.journey)).toBeLessThanOrEqual(most);
    }
  });

  it('the session page takes at most 62 % of the memory that the best peer takes', async () => {
    const [ours] = await rowsOf('cost', 'heap');
    expect(ours?.what).toContain('session page');
    // The goal is 40 %; 61 % is measured, with all that the session's page can show (`docs/benchmarks.md`).
    expect(ours?.page).toBeLessThanOrEqual(405_380 * 0.62);
  });

  it('Start reads and writes as much with a long log as with a short one', async () => {
    const [short, long] = await rowsOf('growth', 'growth on the watch');
    expect(Number(long?.records)).toBeGreaterThan(Number(short?.records));
    expect(long?.['start reads']).toBe(short?.['start reads']);
    expect(long?.['start writes']).toBe(short?.['start writes']);
    const work = 'start, million instructions';
    expect(Number(long?.[work])).toBeLessThan(1.1 * Number(short?.[work]));
  });

  it('each peer is packed, compiled and opened, and its pages have bytes and widgets', async () => {
    for (const row of await rowsOf('size', 'bytecode in all'))
      expect(row['heaviest page']).toBeGreaterThan(1_000);
    for (const row of await rowsOf('cost', 'heap')) expect(row.widgets).toBeGreaterThan(0);
  });
});

it('the session encoder has at most four kilobytes', async () => {
  expect((await benchLog()).encoderBytes).toBeLessThanOrEqual(ENCODER_BUDGET_BYTES);
});

it('a table as text aligns names left and numbers right', () => {
  const text = tableText({
    name: 'n',
    command: 'c',
    compares: 'a with b',
    rows: [
      { app: 'x', bytes: 12 },
      { app: 'longer', bytes: 3 },
    ],
  });
  expect(text.split('\n').slice(4, 7)).toEqual(['app     bytes', 'x          12', 'longer      3']);
});

it('a ratio without a divisor is a dash', () => {
  expect([ratio(1, 4), ratio(1, 0), ratio(1, undefined)]).toEqual([0.25, '-', '-']);
});

it('the spread is the distance of the quartiles in per cent of the middle', () => {
  expect(spreadOf([5, 1, 2, 3, 4])).toEqual({ median: 3, spreadPercent: 67 });
});
