/**
 * Reads the genuine device catalogue, which `zeus` downloads into the home folder, and refuses one that was made by hand.
 * It reads no other file there: the account of the user is beside it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeviceModel } from 'zepp-watch-simulator';
import { isObject, listAt, objectAt, stringAt } from '../shared/json.ts';

export interface Catalogue {
  /** The device sources that it has, of those that the app serves. */
  readonly sources: ReadonlySet<number>;
}

/** `zeus` keeps a downloaded catalogue for three days, so one that expires later was made by hand. */
const LONGEST_LIFE_MS = 3 * 24 * 60 * 60 * 1000;

const FILE = '.zepp/.zeus_devices';
const REMEDY = 'run `npm run preview -- catalogue`, which fetches it';

/**
 * The catalogue in this home folder, or a sentence that says why there is none to pack with.
 *
 * @param served models that the app serves; the rows of others are not looked at
 */
export async function readGenuineCatalogue(
  home: string,
  nowMs: number,
  served: readonly DeviceModel[],
): Promise<Catalogue | string> {
  const text = await readFile(join(home, FILE), 'utf8').catch(() => null);
  if (text === null)
    return `The genuine device catalogue is missing (${FILE} in the home folder): ${REMEDY}.`;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return `The device catalogue ${FILE} is not readable: ${REMEDY} anew.`;
  }
  const expires = isObject(data) ? data.expiredTime : undefined;
  if (typeof expires !== 'number' || expires - nowMs > LONGEST_LIFE_MS)
    return `The device catalogue ${FILE} was made by hand, and its chips are guesses: ${REMEDY} anew.`;
  const servedSources = new Set(served.flatMap(({ deviceSources }) => deviceSources));
  const rows = listAt(data, 'devices').filter((row) => servedSources.has(sourceOf(row)));
  if (rows.length === 0)
    return `The device catalogue ${FILE} lacks every model that the app serves: ${REMEDY} anew.`;
  const bad = rows.find((row) => !isComplete(row));
  if (bad !== undefined)
    return `The device catalogue ${FILE} lacks the chip or the screen of "${stringAt(bad, 'productName') ?? '?'}": ${REMEDY} anew.`;
  return { sources: new Set(rows.map(sourceOf)) };
}

function isComplete(row: unknown): boolean {
  const value = objectAt(row, 'value');
  const chip = stringAt(objectAt(value, 'chip'), 'manufacturer') ?? '';
  const size = stringAt(objectAt(value, 'screen'), 'size') ?? '';
  return chip !== '' && size !== '';
}

function sourceOf(row: unknown): number {
  const source = isObject(row) ? row.deviceSource : undefined;
  return typeof source === 'number' ? source : -1;
}
