/**
 * Finds what is wrong with the widgets that a page shows: widgets off the glass or over each other, widgets that are too small, cut or too
 * pale, more lines than a glance can take in, and a page that does not show that it continues below.
 */
import type { DeviceModel, WidgetNode } from 'zepp-watch-simulator';
import { GO } from '../../page/widgets/colours.ts';
import type { Locale } from '../../utils/core/text/catalogues.ts';
import { blockOverflowPx, overflowPx, wrappedLines } from './advance-widths.ts';
import { BLACK, type Box, meet, type Part, type Shown, SLACK_PX, shownParts } from './widget-parts.ts';

/** Smallest target, px. */
const TARGET_PX = 60;
/** WCAG 2.1, 1.4.3. */
const CONTRAST = 4.5;
/** The platform's smallest type: 24 px on a glass of 480, 23 on one of 416; in between and below by the width. */
const LEAST_TYPE_PX = { on480: 24, on416: 23 };
/** The narrowest drawing on a glass of 480, px. A smaller one cannot be understood. */
const PICTURE_PX = 200;
/** The most lines that a wearer can take in beside a number. */
const LINES_BESIDE_NUMBER = 3;
/** The smallest size of a number that is read from a metre away, as a part of the smaller side. */
const NUMBER = 0.3;
/** How much of a part must show above the lower edge to be noticed, px. */
const PEEK_PX = 8;
/** Marks that end a phrase, which no line may begin with, and marks that open one, which no line may end with. */
const CLOSING_MARK = /^[，。；、？！：…”’）」』》】.,;:?!)]/;
const OPENING_MARK = /[（「『《【“‘(]$/;
/** A side that is written as a letter instead of its word. */
const SIDE_LETTERS: Readonly<Record<Locale, RegExp>> = {
  'en-US': /(?<![\p{L}'’])[LR](?![\p{L}'’])/u,
  'de-DE': /(?<![\p{L}'’])[LR](?![\p{L}'’])/u,
  'es-ES': /(?<![\p{L}'’])[ID](?![\p{L}'’])/u,
  'zh-CN': /(?<![\p{L}'’])[LR](?![\p{L}'’])/u,
};

const spanOf = ({ width, height }: DeviceModel): number => Math.min(width, height);

/** Smallest type on this glass, px. */
export function leastTypePx(spanPx: number): number {
  const { on480, on416 } = LEAST_TYPE_PX;
  if (spanPx < 416) return Math.round((on416 * spanPx) / 416);
  return Math.min(on480, Math.round(on416 + ((on480 - on416) * (spanPx - 416)) / (480 - 416)));
}

function luminance(colour: number): number {
  const [red = 0, green = 0, blue = 0] = [16, 8, 0].map((shift) => {
    const part = ((colour >> shift) & 255) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG's contrast of two colours, 1 to 21. */
export function contrast(one: number, other: number): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

type Point = readonly [number, number];

const corners = ({ left, top, right, bottom }: Box): readonly Point[] =>
  [left, right].flatMap((x) => [[x, top] as const, [x, bottom] as const]);

/** The outline of what is drawn: the four corners of a text, or the round ends of a button. */
function outline({ kind, box }: Part): readonly Point[] {
  if (kind === 'TEXT') return corners(box);
  const { left, top, right, bottom } = box;
  const radius = Math.min(bottom - top, right - left) / 2;
  return Array.from({ length: 17 }, (_, at) => -Math.PI / 2 + (at * Math.PI) / 16).flatMap((angle) => {
    const inPx = radius - Math.cos(angle) * radius;
    const y = (top + bottom) / 2 + Math.sin(angle) * radius;
    return [[left + inPx, y] as const, [right - inPx, y] as const];
  });
}

/** Whether a point is on the glass, by its rounded corners. A round glass consists of corners only. */
function isOnGlass(device: DeviceModel, [x, y]: Point): boolean {
  const cornerPx = device.shape === 'round' ? device.width / 2 : (device.cornerRadius ?? 0);
  const overX = Math.max(cornerPx - x, x - (device.width - cornerPx), 0);
  const overY = Math.max(cornerPx - y, y - (device.height - cornerPx), 0);
  return Math.hypot(overX, overY) <= cornerPx + SLACK_PX;
}

/** A page that is longer than the glass scrolls, so each part must be wholly visible at some scroll position. */
function isShown(device: DeviceModel, part: Part, scrollPx: number): boolean {
  const { top, bottom } = part.box;
  const least = Math.max(0, -top);
  const wanted = (top + bottom - device.height) / 2;
  // A part that is higher than half the glass is read while scrolling, so only its width counts.
  const isTall = bottom - top > device.height / 2;
  const offset = Math.min(Math.max(least, wanted), scrollPx);
  return outline(part).every(([x, y]) => isOnGlass(device, [x, isTall ? device.height / 2 : y - offset]));
}

const named = ({ text }: Part): string => `"${text.slice(0, 40)}"`;

/** What is wrong with one part, whatever its place on the page. */
function faultsOfPart(device: DeviceModel, part: Part, locale: Locale): readonly string[] {
  const { kind, text, rect, sizePx, isWrapped } = part;
  const faults: string[] = [];
  if (kind === 'BUTTON' && Math.min(rect.w, rect.h) < TARGET_PX) faults.push(`is ${rect.w} by ${rect.h} px`);
  for (const over of part.coveredBy) faults.push(`is covered by a ${over}`);
  // A button that is as black as the glass is a text that can be tapped, and has no visible round ends.
  const hasEnds = kind === 'BUTTON' && part.behind !== BLACK;
  const room = hasEnds ? { ...rect, w: rect.w - Math.round(rect.h / 2) } : rect;
  const overPx = isWrapped ? blockOverflowPx(text, room, sizePx) : overflowPx(text, room, sizePx);
  if (overPx > 0) faults.push(`is cut by ${overPx} px`);
  // A mark alone, such as the one that stands for a rating, is no line of a text.
  const lines = (isWrapped ? wrappedLines(text, sizePx, room.w) : text.length > 1 ? [text] : []).map((line) =>
    line.trim(),
  );
  if (lines.some((line) => CLOSING_MARK.test(line)))
    faults.push('has a line that begins with the mark that ends a phrase');
  if (lines.some((line) => OPENING_MARK.test(line)))
    faults.push('has a line that ends with the mark that opens a phrase');
  if (contrast(part.colour, part.behind) < CONTRAST) faults.push('is too pale');
  const leastPx = leastTypePx(spanOf(device));
  if (sizePx < leastPx) faults.push(`is ${sizePx} px high, less than ${leastPx}`);
  if (SIDE_LETTERS[locale].test(text)) faults.push('says a side by a letter');
  return faults.map((fault) => `${named(part)} ${fault}`);
}

/** What is wrong with the page before it is scrolled. */
function faultsAtRest(device: DeviceModel, { parts, cards, hasIndicator }: Shown): readonly string[] {
  const faults: string[] = [];
  const isWhole = (points: readonly Point[]): boolean => points.every((point) => isOnGlass(device, point));
  const peeks = ({ left, right, top }: Box): boolean =>
    isOnGlass(device, [(left + right) / 2, top + PEEK_PX]);
  // A button is recognised by its words, so its round ends may leave the glass before they do.
  const lines = parts.flatMap((part) => part.lines.map((box) => ({ part, box })));
  // The lowest visible part may be cut, because the page continues below.
  const [next] = lines.filter(({ box }) => peeks(box)).sort((a, b) => b.box.top - a.box.top);
  for (const { part, box } of lines) {
    const isNextBelow = part === next?.part && box.bottom > device.height / 2;
    if (peeks(box) && !isNextBelow && !isWhole(corners(box)))
      faults.push(`${named(part)} is cut by the glass at rest`);
  }
  for (const part of parts) {
    if (part.behind === GO && !isWhole(outline(part)))
      faults.push(`${named(part)} is to be pressed, and not whole on the glass at rest`);
  }
  const all = [...lines.map(({ box }) => box), ...parts.map(({ box }) => box), ...cards];
  const goesOn = all.some(({ top, bottom }) => bottom > device.height && top > 0);
  const isSignOfMore = (box: Box): boolean =>
    peeks(box) && !isWhole(corners(box)) && box.bottom > device.height;
  if (goesOn && !hasIndicator && !all.some(isSignOfMore))
    faults.push('nothing shows that the page goes on below');
  return faults;
}

/** Returns one sentence for each fault. */
export function lint(
  device: DeviceModel,
  widgets: readonly WidgetNode[],
  locale: Locale = 'en-US',
): readonly string[] {
  const shown = shownParts(device, widgets);
  const { parts, picturesPx } = shown;
  const faults: string[] = [];
  const longest = Math.max(device.height, ...parts.map(({ rect }) => rect.y + rect.h));
  // On a round glass, the platform lets the last part scroll up until it is in the middle.
  const scrollPx = longest > device.height ? longest - device.height / 2 : 0;
  for (const [at, part] of parts.entries()) {
    if (!isShown(device, part, scrollPx)) faults.push(`${named(part)} is not all on the glass`);
    faults.push(...faultsOfPart(device, part, locale));
    for (const other of parts.slice(at + 1)) {
      if (meet(part.box, other.box)) faults.push(`${named(part)} and ${named(other)} overlap`);
    }
  }
  faults.push(...faultsAtRest(device, shown));
  const isNumber = ({ kind, text, sizePx }: Part): boolean =>
    kind === 'TEXT' && /^\d+$/.test(text) && sizePx >= NUMBER * spanOf(device);
  const beside = parts.filter((part) => part.kind === 'TEXT' && !isNumber(part)).length;
  if (parts.some(isNumber) && beside > LINES_BESIDE_NUMBER)
    faults.push(`${beside} lines stand beside the number`);
  const leastPx = Math.floor((PICTURE_PX * spanOf(device)) / 480);
  for (const widthPx of picturesPx)
    if (widthPx < leastPx) faults.push(`a drawing is ${widthPx} px wide, less than ${leastPx}`);
  return faults;
}
