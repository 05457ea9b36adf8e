/** The pictures of what the body does, from the same sources as those of the watch. */
import type { Glyph } from '../../utils/core/routine/routine.ts';
import back from '../pictures/art/draw/back-ball-left.svg';
import calf from '../pictures/art/draw/calf-none-left.svg';
import front from '../pictures/art/draw/front-ball-left.svg';
import kneel from '../pictures/art/draw/kneel-none-left.svg';
import march from '../pictures/art/draw/march-left.svg';

const PICTURES: Readonly<Record<Glyph, string | null>> = { front, back, march, kneel, calf, none: null };

/** The address of a drawing's picture; null where nothing is drawn. */
export function pictureOf(glyph: Glyph): string | null {
  return PICTURES[glyph];
}
