/** A line of text: created once, patched only when its text or colour has changed. */
import { align, prop, text_style, widget } from '@zos/ui';
import type { Line } from '../../utils/core/layout/screen.ts';
import { makeWidget, type Widget } from './widget.ts';

export interface TextPart {
  set(text: string): void;
  colour(colour: number): void;
}

export function textPart(line: Line, colour: number, text: string, maker?: Widget): TextPart {
  const options = {
    ...line[0],
    text,
    text_size: line[1],
    color: colour,
    align_h: align.CENTER_H,
    align_v: align.CENTER_V,
    text_style: text_style.ELLIPSIS,
  };
  const made = makeWidget(widget.TEXT, options, maker);
  let shownText = text;
  let shownColour = colour;
  return {
    set(next) {
      if (next === shownText) return;
      shownText = next;
      made.setProperty(prop.TEXT, next);
    },
    colour(next) {
      if (next === shownColour) return;
      shownColour = next;
      made.setProperty(prop.COLOR, next);
    },
  };
}
