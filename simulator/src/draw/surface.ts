import { numberOf, type Props } from '../engine/values.ts';

/** The types that the drawing functions share, and the boxes of widgets. */
/** The part of `CanvasRenderingContext2D` that the drawing functions use. */
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

/** A point, px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box with its upper left corner, px. */
export interface Rect extends Point {
  readonly w: number;
  readonly h: number;
}

/** Everything that a drawing function needs besides the widget. */
export interface DrawContext {
  readonly surface: Surface;
  /** The picture at a path as the app gave it, or undefined while it is being decoded or where there is none. */
  readonly picture: (path: string) => Picture | undefined;
  /** The finger on the screen, px, in the coordinates of the widgets that are drawn; null without one. */
  readonly finger: Point | null;
  /** Size of the screen, which containers without a size take. */
  readonly glass: { readonly widthPx: number; readonly heightPx: number };
  /** How far a page of a swiper lies from the one before, px. */
  readonly swiperStep: Point;
}

/** The box that a widget has by its properties, px. */
export function rectOf(props: Props): Rect {
  return {
    x: numberOf(props.x, 0),
    y: numberOf(props.y, 0),
    w: numberOf(props.w, 0),
    h: numberOf(props.h, 0),
  };
}

/** Whether a point lies in a box. */
export function contains(rect: Rect, point: Point | null): boolean {
  return (
    point !== null &&
    point.x >= rect.x &&
    point.y >= rect.y &&
    point.x < rect.x + rect.w &&
    point.y < rect.y + rect.h
  );
}

/** The same context for widgets whose coordinates count from the point `x`, `y`. */
export function translated(context: DrawContext, x: number, y: number): DrawContext {
  const { finger } = context;
  return { ...context, finger: finger === null ? null : { x: finger.x - x, y: finger.y - y } };
}
