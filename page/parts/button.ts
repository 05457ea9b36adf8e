/** A capsule button. */
import { widget } from '@zos/ui';
import type { Rect } from '../../utils/core/layout/screen.ts';
import { BUTTON, BUTTON_PRESSED, END, END_PRESSED, GO, GO_PRESSED, TEXT } from './tones.ts';
import { makeWidget, type Widget } from './widget.ts';

export type ButtonKind = 'go' | 'plain' | 'end';

export interface ButtonLook {
  readonly kind: ButtonKind;
  readonly sizePx: number;
  readonly text: string;
}

const FILLS: Readonly<Record<ButtonKind, readonly [number, number]>> = {
  go: [GO, GO_PRESSED],
  plain: [BUTTON, BUTTON_PRESSED],
  end: [END, END_PRESSED],
};

export function buttonPart(rect: Rect, look: ButtonLook, onTap: () => void, maker?: Widget): Widget {
  const [normal, pressed] = FILLS[look.kind];
  const options = {
    ...rect,
    text: look.text,
    text_size: look.sizePx,
    color: TEXT,
    normal_color: normal,
    press_color: pressed,
    radius: Math.floor(rect.h / 2),
    click_func: onTap,
  };
  return makeWidget(widget.BUTTON, options, maker);
}
