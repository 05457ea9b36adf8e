/** The package file of any app. */
import { packageFile } from 'zepp-watch-simulator/load-app';
import { ensureBuilt } from '../package/build.ts';

/**
 * The path of a package file: without a path Iliacus is built, and a source folder is packed for every model that it serves.
 * @throws Error if there is nothing at `path`, or the folder does not pack
 */
export async function packageAt(path: string | undefined): Promise<string> {
  return path === undefined ? (await ensureBuilt()).simulatorZab : packageFile(path);
}
