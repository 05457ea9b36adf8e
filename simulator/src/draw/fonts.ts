/**
 * The numbers behind `align` and `text_style` as the simulated `@zos/ui` hands them to apps. The documents give
 * names only; what matters is that the painters and the module agree, which a test checks.
 */

export const ALIGN = { LEFT: 0, RIGHT: 1, CENTER_H: 2, TOP: 3, BOTTOM: 4, CENTER_V: 5 } as const;

export const TEXT_STYLE = { WRAP: 0, CHAR_WRAP: 1, ELLIPSIS: 2, NONE: 3 } as const;

/** Families in the order of markup-up: Latin, Cyrillic and Greek first, then Simplified Chinese. Both are packaged. */
export const FONT_FAMILIES = '"Noto Sans", "Noto Sans SC Variable", sans-serif';

/** Noto Sans line height on a watch, 116 % of the size (Zepp OS design guide, visual/font). */
export const LINE_HEIGHT = 1.16;

export function fontOf(sizePx: number, weight = 400): string {
  return `${weight} ${sizePx}px ${FONT_FAMILIES}`;
}
