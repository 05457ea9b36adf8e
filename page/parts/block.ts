/** A block of text over several lines, which never changes. */
import { align, text_style, widget } from '@zos/ui';
import type { Rect } from '../../utils/core/layout/screen.ts';
import type { TextLook } from './text.ts';
import { makeWidget } from './widget.ts';

export function blockPart(rect: Rect, look: TextLook, text: string): void {
  makeWidget(widget.TEXT, {
    ...rect,
    text,
    text_size: look.sizePx,
    color: look.colour,
    align_h: align.CENTER_H,
    align_v: align.TOP,
    text_style: text_style.WRAP,
  });
}
