/**
 * Tells the genuine device catalogue, which `zeus` fetches and keeps in the home folder, from one made by hand.
 * Reads that one file only: nothing of the account that lies beside it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject, listAt, objectAt, stringAt } from '../shared/json.ts';

export interface Catalogue {
  /** Device sources that it describes. */
  readonly sources: ReadonlySet<number>;
}

/** `zeus` lets a fetched catalogue live for three days; one that lives longer was written by somebody else. */
const longestLifeMs = 3 * 24 * 60 * 60 * 1000;

const remedy = 'Run `npx @zeppos/zeus-cli@1.9.1 cache update`, which fetches it.';

/** The catalogue of this home folder, or the sentence that says why there is none to pack with. */
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
  if (typeof expires !== 'number' || expires - nowMs > longestLifeMs)
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
