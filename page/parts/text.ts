/** A line of text: created once, patched only when its text or colour has changed. */
import { align, prop, text_style, widget } from '@zos/ui';
import type { Rect } from '../../utils/core/layout/screen.ts';
import { makeWidget, type Widget } from './widget.ts';

export interface TextPart {
  set(text: string): void;
  colour(colour: number): void;
}

export interface TextLook {
  readonly sizePx: number;
  readonly colour: number;
}

export function textPart(rect: Rect, look: TextLook, text: string, maker?: Widget): TextPart {
  const options = {
    ...rect,
    text,
    text_size: look.sizePx,
    color: look.colour,
    align_h: align.CENTER_H,
    align_v: align.CENTER_V,
    text_style: text_style.ELLIPSIS,
  };
  const made = makeWidget(widget.TEXT, options, maker);
  let shownText = text;
  let shownColour = look.colour;
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
