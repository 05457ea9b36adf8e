/**
 * Measures texts in the fonts that the simulator draws with: the sum of advance widths from the packaged Noto Sans. It leaves out kerning,
 * which would only make texts narrower. Chinese characters are one em wide, as in Noto Sans SC.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { layoutLines } from 'zepp-watch-simulator/line-breaks';
import { installedFile, projectAt, repositoryRoot } from '../../tools/shared/project.ts';
import type { Rect } from '../../utils/core/layout/screen.ts';

/** Line height on a watch: 116 % of the size (Zepp OS design guide, visual/font). */
const LINE_HEIGHT = 1.16;

const SUBSETS = ['latin', 'latin-ext'];

/** Advance widths by code point, in parts of the em. */
const advances = new Map<number, number>();
for (const subset of SUBSETS) {
  const file = join('files', `noto-sans-${subset}-400-normal.woff`);
  const bytes = readFileSync(installedFile(projectAt(repositoryRoot), '@fontsource/noto-sans', file));
  for (const [code, advance] of advancesOf(bytes)) if (!advances.has(code)) advances.set(code, advance);
}

/**
 * Width of a line, px.
 * @throws Error for a character that the fonts lack: a watch would show a box
 */
export function textWidthPx(text: string, sizePx: number): number {
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const advance = isWide(code) ? 1 : advances.get(code);
    if (advance === undefined) throw new Error(`no font has "${character}" of "${text}"`);
    ems += advance;
  }
  return ems * sizePx;
}

/** Wraps a text into lines of a width. */
export function wrappedLines(text: string, sizePx: number, widthPx: number): readonly string[] {
  return layoutLines(text, widthPx, 'wrap', (line) => textWidthPx(line, sizePx));
}

/** How much wider a line of text is than its rectangle, px; 0 if it fits. */
export function overflowPx(text: string, rect: Rect, sizePx: number): number {
  return Math.max(0, Math.ceil(textWidthPx(text, sizePx) - rect.w));
}

/** How much higher a wrapped text is than its rectangle, px; 0 if it fits. */
export function blockOverflowPx(text: string, rect: Rect, sizePx: number): number {
  const heightPx = wrappedLines(text, sizePx, rect.w).length * sizePx * LINE_HEIGHT;
  return Math.max(0, Math.ceil(heightPx - rect.h));
}

/** Chinese characters, their punctuation and full-width forms. */
function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60)
  );
}

/** Reads a table of a WOFF file (W3C WOFF 1.0: a directory of tables, each compressed by zlib or plain). */
function tableOf(woff: Buffer, name: string): Buffer {
  const count = woff.readUInt16BE(12);
  for (let at = 44; at < 44 + count * 20; at += 20) {
    if (woff.toString('latin1', at, at + 4) !== name) continue;
    const offset = woff.readUInt32BE(at + 4);
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(at + 8));
    return packed.length < woff.readUInt32BE(at + 12) ? inflateSync(packed) : packed;
  }
  throw new Error(`the font has no ${name} table`);
}

function advancesOf(woff: Buffer): readonly (readonly [number, number])[] {
  const unitsPerEm = tableOf(woff, 'head').readUInt16BE(18);
  const metricCount = tableOf(woff, 'hhea').readUInt16BE(34);
  const metrics = tableOf(woff, 'hmtx');
  // Glyphs beyond the last metric share its width.
  const widthOf = (glyph: number): number =>
    metrics.readUInt16BE(Math.min(glyph, metricCount - 1) * 4) / unitsPerEm;
  return glyphsOf(tableOf(woff, 'cmap')).map(([code, glyph]) => [code, widthOf(glyph)] as const);
}

/** Code points and their glyphs, from the map's segments (format 4). */
function glyphsOf(cmap: Buffer): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let record = 4; record < 4 + cmap.readUInt16BE(2) * 8; record += 8) {
    const at = cmap.readUInt32BE(record + 4);
    if (cmap.readUInt16BE(at) !== 4) continue;
    const twice = cmap.readUInt16BE(at + 6);
    for (let segment = 0; segment < twice; segment += 2) {
      const end = cmap.readUInt16BE(at + 14 + segment);
      const start = cmap.readUInt16BE(at + 16 + twice + segment);
      const delta = cmap.readUInt16BE(at + 16 + 2 * twice + segment);
      const rangeAt = at + 16 + 3 * twice + segment;
      const range = cmap.readUInt16BE(rangeAt);
      for (let code = start; code <= end && code < 0xffff; code++) {
        const listed = range === 0 ? code : cmap.readUInt16BE(rangeAt + range + (code - start) * 2);
        if (listed !== 0) found.push([code, (listed + delta) & 0xffff]);
      }
    }
  }
  return found;
}
