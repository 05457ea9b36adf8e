/**
 * What is assumed about real watches and phones where nothing is published, or where the published sources disagree. A tester can choose
 * another value, so that an app is tried against each. The first value holds until then.
 */
import { FIELD_READINGS } from './assumption-tables/field-readings.ts';
import { UNPUBLISHED } from './assumption-tables/unpublished.ts';

const TABLE = { ...UNPUBLISHED, ...FIELD_READINGS };

type Table = typeof TABLE;
export type AssumptionName = keyof Table;
type ValueOf<Name extends AssumptionName> = Table[Name][0][number];

export const ASSUMPTION_NAMES = Object.keys(TABLE) as AssumptionName[];

/** One assumption. */
export interface Assumption {
  readonly name: AssumptionName;
  /** The usual value, its contrary, and others. */
  readonly values: readonly string[];
  /** The reading of the app's `docs/evidence.md` that it plays (`F3` to `F23`), or `''`. */
  readonly reading: string;
  /** Rows of that page (`E1` and so on), or `''`. */
  readonly evidence: string;
  readonly about: string;
}

/** All assumptions, in the order of the README's table. */
export const ASSUMPTION_ROWS: readonly Assumption[] = ASSUMPTION_NAMES.map((name) => {
  const [values, reading, evidence, about] = TABLE[name];
  return { name, values, reading, evidence, about };
});

/** The values of each assumption, by its name. */
export const ASSUMPTIONS = Object.fromEntries(
  ASSUMPTION_ROWS.map(({ name, values }) => [name, values]),
) as Readonly<Record<AssumptionName, readonly [usual: string, ...others: string[]]>>;

/** The readings that some assumption plays, in order. */
export const READINGS: readonly string[] = ASSUMPTION_ROWS.map((row) => row.reading).filter(
  (reading, index, all) => reading !== '' && all.indexOf(reading) === index,
);

export interface Assumptions {
  /** Whether the assumption has this value. */
  is<Name extends AssumptionName>(name: Name, value: ValueOf<Name>): boolean;
  /**
   * Chooses the value of an assumption.
   * @param name an assumption, a reading (`F5`: all its assumptions), or `all` readings
   * @param value one of the assumption's values, or `usual` or `reversed`: its first or its second value
   * @throws Error naming the assumptions or the values that exist
   */
  set(name: string, value: string): void;
}

/** The assumptions that a name stands for: one, or all of a reading or of all readings. */
function rowsOf(name: string): readonly Assumption[] {
  const rows = ASSUMPTION_ROWS.filter(
    (row) => row.name === name || (row.reading !== '' && (name === 'all' || name === row.reading)),
  );
  if (rows.length === 0)
    throw new Error(
      `Nothing is assumed about "${name}". There is: all, ${READINGS.concat(ASSUMPTION_NAMES).join(', ')}`,
    );
  return rows;
}

/** The value that a word stands for. */
function chosenValue({ name, values }: Assumption, word: string): string {
  const value = { usual: values[0], reversed: values[1] }[word] ?? word;
  if (values.indexOf(value) < 0) throw new Error(`${name} is one of ${values.join(', ')}, not "${word}"`);
  return value;
}

/**
 * Creates the assumptions of one simulation.
 * @param chosen values that hold from the start, by what `set` takes as a name
 */
export function createAssumptions(chosen: Readonly<Record<string, string>> = {}): Assumptions {
  const changed = new Map<string, string>();
  const assumptions: Assumptions = {
    is: (name, value) => (changed.get(name) ?? TABLE[name][0][0]) === value,
    set(name, word) {
      for (const row of rowsOf(name)) changed.set(row.name, chosenValue(row, word));
    },
  };
  for (const name of Object.keys(chosen)) assumptions.set(name, chosen[name] ?? '');
  return assumptions;
}
