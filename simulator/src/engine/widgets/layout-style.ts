/** The styles of layouts: names, shorthands and tags (guides/framework/device/layout.md). */
import { type LengthUnits, lengthPx } from './layout-length.ts';

/** A style with the names of the documents: `flex-flow`, `justify-content`. */
export type LayoutStyle = Readonly<Record<string, unknown>>;

export interface Size {
  readonly w: number;
  readonly h: number;
}

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** A node of the tree. */
export interface LayoutNode {
  readonly style: LayoutStyle;
  readonly children: readonly LayoutNode[];
  /** Size of the content of a node without children; `limitPx` is the width that it may take. */
  readonly contentSize: (limitPx: number | undefined) => Size;
}

export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Brings a style into one form: `flex_flow` and `flex-flow` are the same, and `padding` and `gap` stand for their parts. */
export function normalizedStyle(style: Readonly<Record<string, unknown>>): LayoutStyle {
  const normalized: Record<string, unknown> = {};
  for (const key of Object.keys(style)) normalized[key.replace(/_/g, '-')] = style[key];
  return normalized;
}

export function words(value: unknown): string[] {
  return String(value ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
}

export function hasTag({ style }: LayoutNode, tag: string): boolean {
  return words(style.tags).indexOf(tag) >= 0;
}

/** Padding or margin, px: the shorthand has one to four lengths, in the order of CSS. */
export function edgesOf(style: LayoutStyle, name: string, units: LengthUnits): Edges {
  const all = words(style[name]);
  const part = (side: string, ...places: readonly number[]): number => {
    const place = places.find((index) => all[index] !== undefined);
    const short = typeof style[name] === 'number' ? style[name] : all[place ?? 0];
    return lengthPx(style[`${name}-${side}`] ?? short, units) ?? 0;
  };
  return {
    top: part('top', 0),
    right: part('right', 1, 0),
    bottom: part('bottom', 2, 0),
    left: part('left', 3, 1, 0),
  };
}

export function gapsOf(
  style: LayoutStyle,
  units: LengthUnits,
): { readonly row: number; readonly column: number } {
  const [row, column] = typeof style.gap === 'number' ? [style.gap] : words(style.gap);
  return {
    row: lengthPx(style['row-gap'] ?? row, units) ?? 0,
    column: lengthPx(style['column-gap'] ?? column ?? row, units) ?? 0,
  };
}

/** The name of an alignment; `flex-start` and `start` are the same. */
export function how(value: unknown, fallback: string): string {
  return value === undefined
    ? fallback
    : String(value)
        .trim()
        .replace(/^flex-/, '');
}
