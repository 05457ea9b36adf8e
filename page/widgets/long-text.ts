/** A page with a title, a text as long as it needs to be, and a button under it. */
import { getTextLayout } from '@zos/ui';
import { buttonPart } from './button.ts';
import { TEXT } from './colours.ts';
import { type LongTextLayout, longTextLayout } from './long-text-layout.ts';
import { paragraphPart } from './paragraph.ts';
import { openScreen } from './screen.ts';
import { textPart } from './text.ts';

export interface LongText {
  readonly title: string;
  readonly body: string;
  /** What the button says. */
  readonly accept: string;
}

/** @returns where the parts are, for a page that puts something more under them */
export function drawLongText({ title, body, accept }: LongText, onAccept: () => void): LongTextLayout {
  const layout = longTextLayout(openScreen(), (widthPx, sizePx) => {
    return getTextLayout(body, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, title);
  paragraphPart(layout.body, TEXT, body);
  buttonPart(layout.accept, 'go', accept, onAccept);
  return layout;
}
