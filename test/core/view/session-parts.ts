/** What the session page shows at the same time, as rectangles. */
import type { Line, Rect } from '../../../utils/core/layout/screen.ts';
import { sessionLayout } from '../../../utils/core/layout/session-layout.ts';
import { textWidthPx } from '../../support/advance-widths.ts';
import type { Glass } from '../../support/glasses.ts';

export interface Part {
  readonly name: string;
  readonly kind: 'text' | 'button' | 'picture';
  readonly rect: Rect;
}

export const text = (name: string, line: Line): Part => ({ name, kind: 'text', rect: line[0] });
export const button = (name: string, line: Line): Part => ({ name, kind: 'button', rect: line[0] });

export const picture = (name: string, rect: Rect): Part => ({ name, kind: 'picture', rect });

/** The parts beside the number, which has at most three digits in a hold. */
export function holdParts(glass: Glass): readonly Part[] {
  const { side, number, line, note } = sessionLayout(glass).dial;
  const w = textWidthPx('444', number[1]);
  const digits = { ...number[0], x: number[0].x + (number[0].w - w) / 2, w };
  return [text('side', side), text('number', [digits, number[1]]), text('line', line), text('note', note)];
}

/** A march shows two digits, and beside them the number of all lifts. */
export function marchParts(glass: Glass): readonly Part[] {
  const { number } = sessionLayout(glass).dial;
  const w = textWidthPx('44', number[1]);
  const digits = { ...number[0], x: number[0].x + (number[0].w - w) / 2, w };
  return [
    ...holdParts(glass).filter(({ name }) => name !== 'number' && name !== 'note'),
    text('number', [digits, number[1]]),
    text('unit', sessionLayout(glass).unit(2)),
  ];
}

export function positionParts(glass: Glass): readonly Part[] {
  const { dial, targets } = sessionLayout(glass);
  return [
    text('side', dial.side),
    text('place', dial.place),
    text('line', dial.line),
    button('ready', targets.ready),
    button('more time', targets.moreTime),
  ];
}

export function menuParts(glass: Glass): readonly Part[] {
  const { title, action, pairs } = sessionLayout(glass).menu;
  return [
    text('title', title),
    button('action', action),
    ...pairs.map((line, at) => button(`button ${at + 1}`, line)),
  ];
}

export const pauseParts = (glass: Glass): readonly Part[] => {
  const { title, note, go, end } = sessionLayout(glass).pause;
  return [text('title', title), text('note', note), button('go', go), button('end', end)];
};

/** The lines of a cue of this look. */
export const cueParts =
  (look: 'word' | 'side' | 'drawing') =>
  (glass: Glass): readonly Part[] => {
    const { cue } = sessionLayout(glass);
    return [text('felt', cue.felt), ...cue[look].map((line, at) => text(`line ${at + 1}`, line))];
  };

export const withUndo = (partsOf: (glass: Glass) => readonly Part[]) => (glass: Glass) => [
  ...partsOf(glass),
  button('undo', sessionLayout(glass).cue.undo),
];
