/**
 * Reads the genuine device catalogue, which `zeus` downloads into the home folder, and refuses one that was made by hand.
 * It reads no other file there: the account of the user is beside it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject, listAt, objectAt, stringAt } from '../shared/json.ts';

export interface Catalogue {
  /** The device sources that it has. */
  readonly sources: ReadonlySet<number>;
}

/** `zeus` keeps a downloaded catalogue for three days, so one that expires later was made by hand. */
const LONGEST_LIFE_MS = 3 * 24 * 60 * 60 * 1000;

const remedy = 'Run `npx @zeppos/zeus-cli@1.9.1 cache update`, which fetches it.';

/** The catalogue in this home folder, or a sentence that says why there is none to pack with. */
export async function readGenuineCatalogue(home: string, nowMs: number): Promise<Catalogue | string> {
  const name = '.zepp/.zeus_devices';
  const text = await readFile(join(home, name), 'utf8').catch(() => null);
  if (text === null) return `The genuine device catalogue is missing (${name} in the home folder). ${remedy}`;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return `The device catalogue ${name} is not readable. Delete it. ${remedy}`;
  }
  const expires = isObject(data) ? data.expiredTime : undefined;
  if (typeof expires !== 'number' || expires - nowMs > LONGEST_LIFE_MS)
    return `The device catalogue ${name} was made by hand: its chips are guesses. Delete it. ${remedy}`;
  const rows = listAt(data, 'devices');
  const bad = rows.find((row) => !isComplete(row));
  if (rows.length === 0 || bad !== undefined)
    return `The device catalogue ${name} lacks ${rows.length === 0 ? 'its devices' : `the chip or the screen of "${stringAt(bad, 'productName') ?? '?'}"`}. Delete it. ${remedy}`;
  return { sources: new Set(rows.map(sourceOf)) };
}

function isComplete(row: unknown): boolean {
  const value = objectAt(row, 'value');
  const chip = stringAt(objectAt(value, 'chip'), 'manufacturer') ?? '';
  const size = stringAt(objectAt(value, 'screen'), 'size') ?? '';
  return sourceOf(row) >= 0 && chip !== '' && size !== '';
}

function sourceOf(row: unknown): number {
  const source = isObject(row) ? row.deviceSource : undefined;
  return typeof source === 'number' ? source : -1;
}
