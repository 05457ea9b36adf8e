import { numberOf, type Props } from '../engine/values.ts';

/**
 * What a painter needs: a Canvas-2D-like surface, the pictures of the package and the wearer's finger.
 * Types and prop readers only; knows no engine and no page.
 */

/** The part of `CanvasRenderingContext2D` that the painters use. */
export type Surface = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'ellipse'
  | 'rect'
  | 'roundRect'
  | 'clip'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'fillText'
  | 'measureText'
  | 'drawImage'
  | 'translate'
  | 'rotate'
  | 'createLinearGradient'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

/** A picture that can be drawn now. */
export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly source: CanvasImageSource;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly w: number;
  readonly h: number;
}

/** Everything that a painter may markup at besides its widget. */
export interface DrawContext {
  readonly surface: Surface;
  /** The package's picture by the path that the app gave, or undefined while (or if) there is none. */
  readonly picture: (path: string) => Picture | undefined;
  /** Where the finger rests on the glass, px, in the coordinates of the widget being drawn; null when nowhere. */
  readonly finger: Point | null;
  /** Size of the glass, px: the default size of containers. */
  readonly glass: { readonly widthPx: number; readonly heightPx: number };
}

export function rectOf(props: Props): Rect {
  return {
    x: numberOf(props.x, 0),
    y: numberOf(props.y, 0),
    w: numberOf(props.w, 0),
    h: numberOf(props.h, 0),
  };
}

export function contains(rect: Rect, point: Point | null): boolean {
  return (
    point !== null &&
    point.x >= rect.x &&
    point.y >= rect.y &&
    point.x < rect.x + rect.w &&
    point.y < rect.y + rect.h
  );
}

/** The same context for something whose corner lies at `x`, `y`. */
export function translated(context: DrawContext, x: number, y: number): DrawContext {
  const { finger } = context;
  return { ...context, finger: finger === null ? null : { x: finger.x - x, y: finger.y - y } };
}
