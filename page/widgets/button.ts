/** A capsule button. */
import { widget } from '@zos/ui';
import type { Line } from '../../utils/core/layout/screen.ts';
import { BUTTON, BUTTON_PRESSED, END, END_PRESSED, GO, GO_PRESSED, TEXT } from './colours.ts';
import { makeWidget, type Widget } from './widget.ts';

export type ButtonKind = 'go' | 'plain' | 'end';

const FILLS: Readonly<Record<ButtonKind, readonly [number, number]>> = {
  go: [GO, GO_PRESSED],
  plain: [BUTTON, BUTTON_PRESSED],
  end: [END, END_PRESSED],
};

export function buttonPart(
  line: Line,
  kind: ButtonKind,
  text: string,
  onTap: () => void,
  maker?: Widget,
): Widget {
  const fill = FILLS[kind];
  const options = {
    ...line[0],
    text,
    text_size: line[1],
    color: TEXT,
    normal_color: fill[0],
    press_color: fill[1],
    radius: Math.floor(line[0].h / 2),
    click_func: onTap,
  };
  return makeWidget(widget.BUTTON, options, maker);
}
