/** A block of text over several lines, which never changes. */
import { align, text_style, widget } from '@zos/ui';
import type { Line } from '../../utils/core/layout/screen.ts';
import { makeWidget, type Widget } from './widget.ts';

export function paragraphPart(line: Line, colour: number, text: string, maker?: Widget): void {
  makeWidget(
    widget.TEXT,
    {
      ...line[0],
      text,
      text_size: line[1],
      color: colour,
      align_h: align.CENTER_H,
      align_v: align.TOP,
      text_style: text_style.WRAP,
    },
    maker,
  );
}
