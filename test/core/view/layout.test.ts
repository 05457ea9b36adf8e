/** Every rectangle of every page stays on every glass, no two that show together overlap, and buttons can be hit. */
import { describe, expect, it } from 'vitest';
import { feelTestLayout } from '../../../page/feel-test/layout.ts';
import { homeLayout } from '../../../page/home/layout.ts';
import { askLayout } from '../../../page/widgets/ask-layout.ts';
import { progressDot } from '../../../page/widgets/progress-layout.ts';
import { readingLayout } from '../../../page/widgets/reading-layout.ts';
import { listLayout } from '../../../page/widgets/rows-layout.ts';
import { summaryLayout } from '../../../page/widgets/summary-layout.ts';
import { type Circle, narrower, widestBox } from '../../../utils/core/layout/screen.ts';
import { pulseBoxes, sessionLayout } from '../../../utils/core/layout/session-layout.ts';
import { allGlasses, type Glass } from '../../support/glasses.ts';
import {
  button,
  cueParts,
  holdParts,
  marchParts,
  menuParts,
  type Part,
  pauseParts,
  picture,
  positionParts,
  text,
  withUndo,
} from './session-parts.ts';

/** Whether a point is on the glass: inside the rectangle with its rounded corners. Rounding may cost a pixel. */
function isOn(glass: Glass, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x > glass.widthPx || y > glass.heightPx) return false;
  const overX = Math.max(glass.cornerPx - x, x - (glass.widthPx - glass.cornerPx), 0);
  const overY = Math.max(glass.cornerPx - y, y - (glass.heightPx - glass.cornerPx), 0);
  return Math.hypot(overX, overY) <= glass.cornerPx + 1;
}

/** The drawn outline of a part: a text's letters fill the middle two thirds of its height, and a button is a capsule. */
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

/** `part` after its middle was scrolled to the middle of the glass. */
const scrolled = (glass: Glass, part: Part): Part => ({
  ...part,
  rect: { ...part.rect, y: (glass.heightPx - part.rect.h) / 2 },
});

const homeParts = (glass: Glass): readonly Part[] => {
  const layout = homeLayout(glass, true);
  return [
    text('sides', layout.sides),
    text('amounts', layout.amounts),
    text('day', layout.day),
    text('note', layout.note),
    button('start', layout.start),
    button('routine', layout.routine),
    button('more', layout.more),
  ];
};

const summaryParts = (glass: Glass, countsPx: number): readonly Part[] => {
  const layout = summaryLayout(glass, [() => countsPx, () => 150], 3);
  return [
    text('title', layout.title),
    text('next', layout.next),
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
  ['a hold', holdParts],
  ['a march', marchParts],
  ['getting into place', positionParts],
  ['the menu', menuParts],
  ['a pause', pauseParts],
  ['a cue with a large word', cueParts('word')],
  ['a cue with a side', withUndo(cueParts('side'))],
  ['a cue with a drawing', cueParts('drawing')],
  ['a page to be read', readingParts],
  ['a page of the help', helpParts],
  ['the summary of a default session', (glass) => summaryParts(glass, 5)],
  ['a long summary', (glass) => summaryParts(glass, 20)],
];

it('the tests cover round and square glasses of every size', () => {
  const sizes = allGlasses.map(({ widthPx, heightPx }) => `${widthPx}x${heightPx}`);
  const known = ['390x450', '416x416', '432x514', '454x454', '466x466', '480x480'];
  expect(sizes).toEqual(expect.arrayContaining(known));
});

describe.each(allGlasses)('on a $shape glass of $widthPx by $heightPx', (glass) => {
  it.each(pages.slice(0, 11))('all of %s is on the glass', (_page, partsOf) => {
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

  it.each(pages.slice(11))(
    'the parts of %s above the middle are on the glass, and the others after scrolling',
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

  /** The parts that reach out of a circle of `radius` px around the middle of the glass. */
  function outside(radius: number, parts: readonly Part[]): readonly string[] {
    const inside: Glass = { shape: 'round', widthPx: 2 * radius, heightPx: 2 * radius, cornerPx: radius };
    const moved = parts.map((part) => ({
      ...part,
      rect: {
        ...part.rect,
        x: part.rect.x - glass.widthPx / 2 + radius,
        y: part.rect.y - glass.heightPx / 2 + radius,
      },
    }));
    return offGlass(inside, moved);
  }

  it('nothing of the session reaches into the ring', () => {
    const { ring, ringWidthPx, picture: box } = sessionLayout(glass);
    const parts = [...holdParts(glass), ...marchParts(glass), ...positionParts(glass)];
    const narrow = glass.shape === 'square' ? [] : [...parts, picture('drawing', box)];
    expect(outside(ring.w / 2 - ringWidthPx, narrow)).toEqual([]);
  });

  it('nothing of a cue reaches into its rim', () => {
    const { cue } = sessionLayout(glass);
    const all = pages.filter(([name]) => name.startsWith('a cue')).flatMap(([, partsOf]) => partsOf(glass));
    const pulses = pulseBoxes(glass, [2_000, 2_000]).map((rect) => picture('pulse', rect));
    const narrow = glass.shape === 'square' ? [] : [...all, ...pulses, picture('drawing', cue.picture)];
    expect(outside(Math.min(glass.widthPx, glass.heightPx) / 2 - cue.rim.line_width, narrow)).toEqual([]);
  });

  it('the drawings are at least 200 px wide, and do not touch what is below them', () => {
    const { picture: box, cue, dial } = sessionLayout(glass);
    expect(Math.min(box.w, cue.picture.w)).toBeGreaterThanOrEqual(200);
    for (const [drawn, under] of [
      [box, dial.place],
      [cue.picture, cue.drawing[0] ?? cue.felt],
    ] as const)
      expect(drawn.y + drawn.h).toBeLessThanOrEqual(under[0].y + under[0].h / 6 + 1);
  });

  it('the marks are on the ring and the dots below the lines, however many there are', () => {
    const { ring, ringWidthPx, dot, mark, dial } = sessionLayout(glass);
    const far = (circle: Circle): number =>
      Math.hypot(circle.center_x - glass.widthPx / 2, circle.center_y - glass.heightPx / 2);
    for (const deg of [0, 120, 180, 360])
      expect(Math.abs(far(mark(deg)) - (ring.w - ringWidthPx) / 2)).toBeLessThanOrEqual(1);
    const dots = Array.from({ length: 13 }, (_, at) => dot(at, 13));
    for (const circle of dots) {
      expect(far(circle) + circle.radius).toBeLessThan(ring.w / 2 - ringWidthPx);
      expect(circle.center_y - circle.radius).toBeGreaterThan(dial.note[0].y + (dial.note[0].h * 5) / 6);
    }
    for (const [at, circle] of dots.slice(1).entries())
      expect(circle.center_x - (dots[at]?.center_x ?? 0)).toBeGreaterThan(2 * circle.radius);
  });

  it('the dots of the first run are separate, on the glass, and above the title and the question of every page', () => {
    const dots = Array.from({ length: 13 }, (_, at) => progressDot(glass, at, 13));
    const texts = [readingLayout(glass).title, askLayout(glass, 3).question, feelTestLayout(glass).title];
    const top = Math.min(...texts.map(([{ y, h }]) => y + h / 6));
    for (const { center_x, center_y, radius } of dots) {
      expect(center_y + radius).toBeLessThan(top);
      for (const x of [center_x - radius, center_x + radius])
        expect(isOn(glass, x, center_y - radius)).toBe(true);
    }
    for (const [at, { center_x, radius }] of dots.slice(1).entries())
      expect(center_x - (dots[at]?.center_x ?? 0)).toBeGreaterThan(2 * radius);
  });

  it('a row outside the glass has no width', () => {
    expect(glass.shape === 'square' ? 0 : widestBox(glass, -glass.heightPx, 20, 0).w).toBe(0);
  });
});

it('a row that is cut stays in the middle', () => {
  expect(narrower({ x: 10, y: 5, w: 100, h: 20 }, 60)).toEqual({ x: 30, y: 5, w: 60, h: 20 });
});

it('a row that fits is not cut', () => {
  expect(narrower({ x: 10, y: 5, w: 50, h: 20 }, 60)).toEqual({ x: 10, y: 5, w: 50, h: 20 });
});

it.each(allGlasses)(
  'on a $shape glass of $widthPx by $heightPx a remark is nearer to its own row than to the next',
  (glass) => {
    const layout = listLayout(glass);
    layout.heading();
    const { capsule } = layout.card('lower');
    const [remark] = layout.remarkBelow();
    const next = layout.card('lower');
    const abovePx = remark.y - (capsule.y + capsule.h);
    const belowPx = next.capsule.y - (remark.y + remark.h);
    expect(abovePx).toBeGreaterThanOrEqual(0);
    expect(belowPx).toBeGreaterThan(2 * abovePx);
  },
);
