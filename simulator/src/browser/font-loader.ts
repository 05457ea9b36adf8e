/** Loads the packaged fonts for the characters that are drawn on a canvas, which does not load fonts by itself. */
import { fontOf } from '../draw/fonts.ts';

export interface FontLoader {
  /** Loads the glyphs of these texts that are not loaded yet. */
  load(texts: readonly string[]): void;
  /** Resolves when all glyphs asked for so far are loaded. */
  ready(): Promise<void>;
}

/** Characters that the Latin font lacks, and the rules of the font that has them. */
const FURTHER_FONTS = [
  { characters: /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/, rules: './fonts-chinese.css' },
  { characters: /\p{Extended_Pictographic}|\p{Regional_Indicator}/u, rules: './fonts-emoji.css' },
];

/** Adds the rules of a font to the page. */
function addRules(address: string): Promise<unknown> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
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
  const added = new Map<string, Promise<unknown>>();
  let pending: Promise<unknown> = Promise.resolve();

  const load = (texts: readonly string[]): void => {
    const fresh = new Set<string>();
    for (const text of texts) for (const character of text) if (!asked.has(character)) fresh.add(character);
    if (fresh.size === 0) return;
    const characters = [...fresh].join('');
    for (const character of fresh) asked.add(character);
    for (const { characters: others, rules } of FURTHER_FONTS)
      if (others.test(characters) && !added.has(rules)) added.set(rules, addRules(rules));
    const ready = Promise.all(added.values());
    const loads = [400, 700].map((weight) =>
      ready.then(() => document.fonts.load(fontOf(24, weight), characters)),
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
