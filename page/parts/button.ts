/** A capsule button. */
import { widget } from '@zos/ui';
import type { Rect } from '../../utils/core/layout/screen.ts';
import { colours } from './tones.ts';
import { makeWidget, type Widget } from './widget.ts';

export type ButtonKind = 'go' | 'plain' | 'end';

export interface ButtonLook {
  readonly kind: ButtonKind;
  readonly sizePx: number;
  readonly text: string;
}

const FILLS: Readonly<Record<ButtonKind, readonly [number, number]>> = {
  go: [colours.go, colours.goPressed],
  plain: [colours.button, colours.buttonPressed],
  end: [colours.end, colours.endPressed],
};

export function buttonPart(rect: Rect, look: ButtonLook, onTap: () => void, maker?: Widget): void {
  const [normal, pressed] = FILLS[look.kind];
  const options = {
    ...rect,
    text: look.text,
    text_size: look.sizePx,
    color: colours.text,
    normal_color: normal,
    press_color: pressed,
    radius: Math.floor(rect.h / 2),
    click_func: onTap,
  };
  makeWidget(widget.BUTTON, options, maker);
}
