/** Loads the packaged fonts for the characters that are drawn on a canvas, which does not load fonts by itself. */
import { fontOf } from '../draw/fonts.ts';

export interface FontLoader {
  /** Loads the glyphs of these texts that are not loaded yet. */
  load(texts: readonly string[]): void;
  /** Resolves when all glyphs asked for so far are loaded. */
  ready(): Promise<void>;
}

/** Characters that the Latin font has not. */
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Adds the rules of the Chinese font to the page, once. */
function addChinese(): Promise<unknown> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = './fonts-chinese.css';
  document.head.append(link);
  return new Promise((resolve) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
  });
}

/** Latin letters are loaded at the start, so that the first drawing is right. */
const FIRST = 'ABCXYZabcxyz0123456789';

export function createFontLoader(): FontLoader {
  const asked = new Set<string>();
  let chinese: Promise<unknown> | undefined;
  let pending: Promise<unknown> = Promise.resolve();

  const load = (texts: readonly string[]): void => {
    const fresh = new Set<string>();
    for (const text of texts) for (const character of text) if (!asked.has(character)) fresh.add(character);
    if (fresh.size === 0) return;
    const characters = [...fresh].join('');
    for (const character of fresh) asked.add(character);
    if (CHINESE.test(characters)) chinese ??= addChinese();
    const rules = chinese ?? Promise.resolve();
    const loads = [400, 700].map((weight) =>
      rules.then(() => document.fonts.load(fontOf(24, weight), characters)),
    );
    pending = Promise.all([pending, ...loads]).catch(() => undefined);
  };

  load([FIRST]);
  return {
    load,
    ready: async () => {
      await pending;
    },
  };
}
