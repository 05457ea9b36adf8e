/** The fonts that the simulator draws with. */

/** Families in the order of use: Latin, Cyrillic and Greek, then Simplified Chinese, then emoji. All are packaged. */
const FONT_FAMILIES = '"Noto Sans", "Noto Sans SC Variable", "Noto Emoji", sans-serif';

/** A font as CSS writes it. */
export function fontOf(sizePx: number, weight = 400): string {
  return `${weight} ${sizePx}px ${FONT_FAMILIES}`;
}
