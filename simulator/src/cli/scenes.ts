/** Chooses the moments of an app that are drawn: pages by name, every page, or the end of a script. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

export interface Scene {
  /** Begins the names of the files. */
  readonly name: string;
  readonly script: string;
}

export interface SceneRequest {
  /** Pages of the app's manifest. */
  readonly pages: readonly string[];
  readonly wanted: readonly string[];
  readonly all: boolean;
  /** A script file. */
  readonly script?: string | undefined;
}

/** Virtual time that a page gets to draw itself and to hear from its phone. */
const SETTLING = 'wait 1s';

/**
 * Returns the scenes: the first page by default.
 * @throws Error if a page is not in the manifest, or both a script and pages are asked for
 */
export async function scenesOf({ pages, wanted, all, script }: SceneRequest): Promise<readonly Scene[]> {
  if (script !== undefined) {
    if (all || wanted.length > 0) throw new Error('a script leads to one moment: leave out --page and --all');
    return [{ name: basename(script).replace(/\.[^.]*$/, ''), script: await readFile(script, 'utf8') }];
  }
  const chosen = all ? pages : wanted.map((word) => pageNamed(pages, word));
  const [first] = pages;
  if (chosen.length === 0 && first !== undefined) {
    return [{ name: fileName(first), script: `launch\n${SETTLING}` }];
  }
  return chosen.map((page) => ({ name: fileName(page), script: `launch ${page}\n${SETTLING}` }));
}

/** A page by its path or by one folder or file name of it: `home` for `page/home/index.page`. */
function pageNamed(pages: readonly string[], word: string): string {
  const found = pages.find((page) => page === word) ?? pages.find((page) => page.split('/').includes(word));
  if (found === undefined) throw new Error(`the app has no page "${word}"; it has: ${pages.join(', ')}`);
  return found;
}

function fileName(page: string): string {
  return page
    .replace(/^pages?\//, '')
    .replace(/\/index(?:\.page)?$/, '')
    .replace(/[^\w.-]+/g, '-');
}
