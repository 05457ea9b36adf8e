/** Every rectangle of every page stays on every glass, no two that show together overlap, and buttons can be hit. */
import { describe, expect, it } from 'vitest';
import { homeLayout } from '../../../page/home/layout.ts';
import { summaryLayout } from '../../../page/summary/layout.ts';
import { readingLayout } from '../../../page/widgets/reading-layout.ts';
import { type Line, narrower, type Rect, widestBox } from '../../../utils/core/layout/screen.ts';
import { sessionLayout } from '../../../utils/core/layout/session-layout.ts';
import { textWidthPx } from '../../support/advance-widths.ts';
import { allGlasses, type Glass } from '../../support/glasses.ts';

interface Part {
  readonly name: string;
  readonly kind: 'text' | 'button' | 'picture';
  readonly rect: Rect;
}

/** A point is on the glass: inside the rectangle whose corners are rounded off. Rounding may cost a pixel. */
function isOn(glass: Glass, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x > glass.widthPx || y > glass.heightPx) return false;
  const overX = Math.max(glass.cornerPx - x, x - (glass.widthPx - glass.cornerPx), 0);
  const overY = Math.max(glass.cornerPx - y, y - (glass.heightPx - glass.cornerPx), 0);
  return Math.hypot(overX, overY) <= glass.cornerPx + 1;
}

/** What is drawn of a part: a text's letters fill the middle two thirds of its height, a button is a capsule. */
function outline({ kind, rect: { x, y, w, h } }: Part): readonly (readonly [number, number])[] {
  if (kind === 'text') {
    return [y + h / 6, y + (5 * h) / 6].flatMap((line) => [[x, line] as const, [x + w, line] as const]);
  }
  if (kind === 'picture') return [x, x + w].flatMap((at) => [[at, y] as const, [at, y + h] as const]);
  const radius = Math.min(h, w) / 2;
  return Array.from({ length: 33 }, (_, at) => -Math.PI / 2 + (at * Math.PI) / 32).flatMap((angle) => {
    const across = Math.cos(angle) * radius;
    const line = y + h / 2 + Math.sin(angle) * radius;
    return [[x + radius - across, line] as const, [x + w - radius + across, line] as const];
  });
}

const offGlass = (glass: Glass, parts: readonly Part[]): readonly string[] =>
  parts.filter((part) => !outline(part).every(([x, y]) => isOn(glass, x, y))).map((part) => part.name);

const text = (name: string, line: Line): Part => ({ name, kind: 'text', rect: line[0] });
const button = (name: string, line: Line): Part => ({ name, kind: 'button', rect: line[0] });

const picture = (name: string, rect: Rect): Part => ({ name, kind: 'picture', rect });

/** Top and bottom of what is drawn. */
const extent = ({ kind, rect: { y, h } }: Part): readonly [number, number] =>
  kind === 'text' ? [y + h / 6, y + (5 * h) / 6] : [y, y + h];

/** Left and right of what is drawn; a text fills its row. */
const sides = ({ rect: { x, w } }: Part): readonly [number, number] => [x, x + w];

const cross = (one: readonly [number, number], other: readonly [number, number]): boolean =>
  one[0] < other[1] && other[0] < one[1];

/** Pairs that show at the same time and overlap. */
function overlaps(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((one, at) =>
    parts.slice(at + 1).flatMap((other) => {
      const both = cross(extent(one), extent(other)) && cross(sides(one), sides(other));
      return both ? [`${one.name} and ${other.name}`] : [];
    }),
  );
}

/** `part` when its middle has been scrolled to the middle of the glass. */
const scrolled = (glass: Glass, part: Part): Part => ({
  ...part,
  rect: { ...part.rect, y: (glass.heightPx - part.rect.h) / 2 },
});

const homeParts = (glass: Glass): readonly Part[] => {
  const layout = homeLayout(glass, true);
  return [
    text('hip', layout.hip),
    text('work', layout.work),
    text('day', layout.day),
    text('note', layout.note),
    button('start', layout.start),
    button('routine', layout.routine),
    button('more', layout.more),
  ];
};

const dialParts = (glass: Glass): readonly Part[] =>
  Object.entries(sessionLayout(glass).dial).map(([name, line]) => text(name, line));

/** The picture of what the body does, round it what is drawn of its neighbours. */
function glyphParts(glass: Glass): readonly Part[] {
  const { dial, glyph } = sessionLayout(glass);
  const [number, sizePx] = dial.number;
  // No hold is as long as four digits, and a countdown has two after its sign.
  const w = textWidthPx('444', sizePx);
  const digits = { ...number, x: number.x + (number.w - w) / 2, w };
  return [
    text('side', dial.side),
    text('number', [digits, sizePx]),
    text('title', dial.title),
    picture('glyph', glyph),
  ];
}

/** The sign of a cue lies over the number. */
const cueParts = (glass: Glass): readonly Part[] => [
  ...dialParts(glass).filter(({ name }) => name !== 'number'),
  picture('sign', sessionLayout(glass).sign),
];

/** While getting into place the note makes room. */
const positionParts = (glass: Glass): readonly Part[] => [
  ...dialParts(glass).filter(({ name }) => name !== 'note'),
  ...Object.entries(sessionLayout(glass).targets).map(([name, line]) => button(name, line)),
];

const sheetParts = (glass: Glass): readonly Part[] => {
  const { question, ...buttons } = sessionLayout(glass).sheet;
  return [text('question', question), ...Object.entries(buttons).map(([name, line]) => button(name, line))];
};

const summaryParts = (glass: Glass, lineCount: number): readonly Part[] => {
  const layout = summaryLayout(glass, lineCount, () => 150);
  return [
    text('title', layout.title),
    ...layout.lines.map((rect, at) => text(`line ${at + 1}`, rect)),
    text('sync', layout.sync),
    ...layout.ratings.map((line, at) => button(`rating ${at + 1}`, line)),
    button('close', layout.close),
  ];
};

const readingParts = (glass: Glass): readonly Part[] => {
  const { title, body, next, secondButton } = readingLayout(glass, { buttons: 2 });
  return [text('title', title), text('body', body), button('next', next), button('second', secondButton)];
};

const helpParts = (glass: Glass): readonly Part[] => {
  const layout = readingLayout(glass, { hasPicture: true });
  return [
    text('title', layout.title),
    picture('drawing', layout.picture),
    text('body', layout.body),
    button('next', layout.next),
  ];
};

const pages: readonly (readonly [string, (glass: Glass) => readonly Part[]])[] = [
  ['home', homeParts],
  ['the session', dialParts],
  ['getting into place', positionParts],
  ['what the body does', glyphParts],
  ['a cue', cueParts],
  ['the sheet', sheetParts],
  ['a page to be read', readingParts],
  ['a page of the help', helpParts],
  ['the summary of a default session', (glass) => summaryParts(glass, 5)],
  ['a long summary', (glass) => summaryParts(glass, 20)],
];

it('round and square glasses of every size are looked at', () => {
  const sizes = allGlasses.map(({ widthPx, heightPx }) => `${widthPx}x${heightPx}`);
  const known = ['390x450', '416x416', '432x514', '454x454', '466x466', '480x480'];
  expect(sizes).toEqual(expect.arrayContaining(known));
});

describe.each(allGlasses)('on a $shape glass of $widthPx by $heightPx', (glass) => {
  it.each(pages.slice(0, 8))('all of %s is on the glass', (_page, partsOf) => {
    expect(offGlass(glass, partsOf(glass))).toEqual([]);
  });

  it.each(pages)('no two parts of %s overlap', (_page, partsOf) => {
    expect(overlaps(partsOf(glass))).toEqual([]);
  });

  it.each(pages)('buttons of %s are at least 60 px high and no narrower than high', (_page, partsOf) => {
    for (const { rect } of partsOf(glass).filter((part) => part.kind === 'button')) {
      expect(rect.h).toBeGreaterThanOrEqual(60);
      expect(rect.w).toBeGreaterThanOrEqual(rect.h);
    }
  });

  it.each(pages.slice(6))(
    'what %s shows above the middle is on the glass, the rest when scrolled there',
    (_page, partsOf) => {
      const parts = partsOf(glass).map((part) => {
        const isAbove = part.rect.y + part.rect.h / 2 <= glass.heightPx / 2;
        return isAbove || part.name === 'body' ? part : scrolled(glass, part);
      });
      expect(
        offGlass(
          glass,
          parts.filter((part) => part.name !== 'body'),
        ),
      ).toEqual([]);
    },
  );

  it('the ring is on the glass, round and in the middle', () => {
    const { ring } = sessionLayout(glass);
    expect(ring.w).toBe(ring.h);
    expect(Math.min(ring.x, ring.y)).toBeGreaterThanOrEqual(0);
    expect(2 * ring.x + ring.w).toBeCloseTo(glass.widthPx, -1);
    expect(2 * ring.y + ring.h).toBeCloseTo(glass.heightPx, -1);
  });

  it('nothing of the session reaches into the ring', () => {
    const { ring, ringWidthPx } = sessionLayout(glass);
    const radius = ring.w / 2 - ringWidthPx;
    const inside: Glass = { shape: 'round', widthPx: 2 * radius, heightPx: 2 * radius, cornerPx: radius };
    const parts = [...dialParts(glass), picture('glyph', sessionLayout(glass).glyph)].map((part) => ({
      ...part,
      rect: { ...part.rect, x: part.rect.x - ring.x - ringWidthPx, y: part.rect.y - ring.y - ringWidthPx },
    }));
    expect(glass.shape === 'square' ? [] : offGlass(inside, parts)).toEqual([]);
  });

  it('a row beyond the glass has no width', () => {
    expect(glass.shape === 'square' ? 0 : widestBox(glass, -glass.heightPx, 20, 0).w).toBe(0);
  });
});

it('a row that is cut stays in the middle', () => {
  expect(narrower({ x: 10, y: 5, w: 100, h: 20 }, 60)).toEqual({ x: 30, y: 5, w: 60, h: 20 });
});

it('a row that fits is not cut', () => {
  expect(narrower({ x: 10, y: 5, w: 50, h: 20 }, 60)).toEqual({ x: 10, y: 5, w: 50, h: 20 });
});
