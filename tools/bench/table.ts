/** The result of a benchmark: rows with named columns. */

export type Cell = string | number;

export interface Table {
  readonly name: string;
  readonly command: string;
  /** What is compared with what, and under which conditions. */
  readonly compares: string;
  /** Every row has the same columns; the first names the row. */
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** Options of every benchmark. */
export interface BenchOptions {
  /** Source folders of other apps. */
  readonly peers: readonly string[];
  /** Few repetitions: shows that it runs, and gives no time worth quoting. */
  readonly isQuick: boolean;
}

export type Benchmark = (options: BenchOptions) => Promise<readonly Table[]>;

/** The table as text, with the numbers aligned to the right. */
export function tableText({ name, command, compares, rows }: Table): string {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => String(row[column] ?? '').length)),
  );
  const line = (cells: readonly Cell[]): string =>
    cells
      .map((cell, at) =>
        at === 0 ? String(cell).padEnd(widths[at] ?? 0) : String(cell).padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const body = rows.map((row) => line(columns.map((column) => row[column] ?? '')));
  return [`## ${name}`, compares, `$ ${command}`, '', line(columns), ...body, ''].join('\n');
}

/** `value` divided by `against`, such as `0.43`, or a dash if that is not possible. */
export function ratio(value: number, against: number | undefined): Cell {
  return against === undefined || against === 0 ? '-' : Number((value / against).toFixed(2));
}

/** The median of `values`, and the distance between the quartiles in per cent of it. */
export function spreadOf(values: readonly number[]): {
  readonly median: number;
  readonly spreadPercent: number;
} {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const median = at(0.5);
  return { median, spreadPercent: median === 0 ? 0 : Math.round((100 * (at(0.75) - at(0.25))) / median) };
}
