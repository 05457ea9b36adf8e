/** The ring at the rim: a track and what is done of it, clockwise from the top. */
import { prop, widget } from '@zos/ui';
import type { Rect } from '../../utils/core/layout/screen.ts';
import { TRACK } from './colours.ts';
import { makeWidget } from './parts.ts';

/** The platform counts degrees from three o'clock. */
const TOP_DEG = -90;

export function ringPart(rect: Rect, lineWidthPx: number) {
  const lookTo = (endDeg: number) => ({
    ...rect,
    start_angle: TOP_DEG,
    end_angle: endDeg,
    color: TRACK as number,
    line_width: lineWidthPx,
  });
  makeWidget(widget.ARC, lookTo(TOP_DEG + 360));
  // The same for every turn, so that a second leaves nothing behind to be collected; whoever reads it late reads the newest.
  const look = lookTo(TOP_DEG + 1);
  const made = makeWidget(widget.ARC, look);
  return {
    set(sweepDeg: number, colour: number): void {
      // An arc from an angle to itself is drawn as nothing on some models and as a full ring on others.
      const endDeg = TOP_DEG + Math.max(1, sweepDeg);
      if (endDeg === look.end_angle && colour === look.color) return;
      look.end_angle = endDeg;
      look.color = colour;
      made.setProperty(prop.MORE, look);
    },
  };
}
