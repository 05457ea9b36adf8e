/** Checks that the pictures of the store listing exist and have the size and the kind that the store asks for. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Edge of a picture of the store listing. */
export const picturePx = 360;
/** Edge of the round icon of the store listing. */
export const iconPx = 240;

const fewestPictures = 3;
/** PNG colour type: red, green, blue and transparency. */
const withTransparency = 6;

/** A sentence for each picture that is missing or that the store would refuse. */
export async function imageProblems(root: string): Promise<readonly string[]> {
  const folder = join(root, 'store', 'pictures');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.png')).sort();
  const problems: string[] = [];
  if (names.length < fewestPictures)
    problems.push(
      `store/pictures holds ${names.length} pictures; the store wants ${fewestPictures} or more.`,
    );
  for (const name of names) problems.push(...(await oneImage(root, `store/pictures/${name}`, picturePx)));
  problems.push(...(await oneImage(root, 'store/icon-240.png', iconPx)));
  return problems;
}

async function oneImage(root: string, file: string, edgePx: number): Promise<readonly string[]> {
  const bytes = await readFile(join(root, file)).catch(() => null);
  if (bytes === null) return [`${file} is missing: run \`npm run pictures -- store\`.`];
  if (bytes.length < 26 || bytes.toString('latin1', 12, 16) !== 'IHDR') return [`${file} is not a PNG.`];
  const [width, height, kind] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes.readUInt8(25)];
  if (width !== edgePx || height !== edgePx)
    return [
      `${file} is ${width}x${height} instead of ${edgePx}x${edgePx}: run \`npm run pictures -- store\`.`,
    ];
  return kind === withTransparency ? [] : [`${file} has no transparency: run \`npm run pictures -- store\`.`];
}
