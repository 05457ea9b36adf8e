/**
 * Loads the packaged fonts for the characters that are about to be drawn. A canvas does not wait for fonts, so a
 * text is drawn again once its glyphs are there.
 */

import { fontOf } from '../draw/fonts.ts';

export interface FontLoader {
  /** Asks for the glyphs of these texts; `onReady` follows when some of them were missing. */
  want(texts: readonly string[]): void;
  /** Resolves when the glyphs of everything wanted so far are loaded. */
  ready(): Promise<void>;
}

/** Latin is wanted from the start, so that the first drawing is right. */
const FIRST = 'ABCXYZabcxyz0123456789';

export function createFontLoader(onReady: () => void): FontLoader {
  const asked = new Set<string>();
  let pending: Promise<unknown> = Promise.resolve();

  const want = (texts: readonly string[]): void => {
    const fresh = new Set<string>();
    for (const text of texts) for (const character of text) if (!asked.has(character)) fresh.add(character);
    if (fresh.size === 0) return;
    const characters = [...fresh].join('');
    for (const character of fresh) asked.add(character);
    const loads = [400, 700].map((weight) => document.fonts.load(fontOf(24, weight), characters));
    pending = Promise.all([pending, ...loads]).then(onReady, onReady);
  };

  want([FIRST]);
  return {
    want,
    ready: async () => {
      await pending;
    },
  };
}
