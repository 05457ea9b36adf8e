/** The ring at the rim: a track and what is done of it, clockwise from the top. */
import { prop, widget } from '@zos/ui';
import type { Rect } from '../../utils/core/layout/screen.ts';
import { TRACK } from './tones.ts';
import { makeWidget } from './widget.ts';

export interface RingPart {
  set(sweepDeg: number, colour: number): void;
}

/** The platform counts degrees from three o'clock. */
const TOP_DEG = -90;

export function ringPart(rect: Rect, lineWidthPx: number): RingPart {
  const look = (sweepDeg: number, colour: number) => ({
    ...rect,
    start_angle: TOP_DEG,
    end_angle: TOP_DEG + sweepDeg,
    color: colour,
    line_width: lineWidthPx,
  });
  makeWidget(widget.ARC, look(360, TRACK));
  let shownSweepDeg = 1;
  let shownColour: number = TRACK;
  const made = makeWidget(widget.ARC, look(shownSweepDeg, shownColour));
  return {
    set(sweepDeg, colour) {
      // An arc from an angle to itself is drawn as nothing on some models and as a full ring on others.
      const sweep = Math.max(1, sweepDeg);
      if (sweep === shownSweepDeg && colour === shownColour) return;
      shownSweepDeg = sweep;
      shownColour = colour;
      made.setProperty(prop.MORE, look(sweep, colour));
    },
  };
}
