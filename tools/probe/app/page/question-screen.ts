/** The one screen of the probe: a title, a text, and at most three buttons, made once and changed in place. */
import { align, deleteWidget, event, prop, text_style, widget } from '@zos/ui';
import { makeWidget, type Widget } from '../../../../page/widgets/parts.ts';
import { narrower, type Screen, spanPx, widestBox } from '../../../../utils/core/layout/screen.ts';
import type { Choice, Pad } from './stage.ts';

export interface QuestionScreen {
  show(title: string, text: string, choices: readonly Choice[]): void;
  /** Puts a pad over the text. @returns what takes it away */
  pad(pad: Pad): () => void;
  /** A QR code in the place of the text. */
  code(content: string): void;
}

/** A square of this part of the glass stays within a round one. */
const CODE_PART = 0.66;
const FILLS = [0x1f8f53, 0x2b3038, 0x2b3038];
const PRESSED = 0x464d59;

export function createQuestionScreen(screen: Screen): QuestionScreen {
  const span = spanPx(screen);
  const middle = screen.heightPx / 2;
  const row = (from: number, to: number) => widestBox(screen, middle + span * from, span * (to - from), 8);
  const bodyRect = narrower(row(-0.33, 0.1), Math.round(span * 0.8));
  const text = (rect: object, sizePx: number, color: number): Widget =>
    makeWidget(widget.TEXT, {
      ...rect,
      text: '',
      text_size: Math.round(sizePx),
      color,
      align_h: align.CENTER_H,
      align_v: align.CENTER_V,
      text_style: text_style.WRAP,
    });
  const title = text(row(-0.44, -0.34), span * 0.055, 0x7fb2ff);
  const body = text(bodyRect, span * 0.052, 0xffffff);
  let shown: readonly Choice[] = [];
  /** How far the buttons are moved down, px: below the code the page scrolls. */
  let belowPx = 0;
  const rects = [row(0.11, 0.22), row(0.23, 0.34), row(0.35, 0.45)].map((rect) =>
    narrower(rect, Math.round(span * 0.62)),
  );
  const look = (at: number, label: string): object => ({
    ...rects[at],
    y: (rects[at]?.y ?? 0) - (belowPx === 0 ? 0 : middle) + belowPx,
    text: label,
    text_size: Math.round(span * 0.05),
    color: 0xffffff,
    normal_color: FILLS[at],
    press_color: PRESSED,
    radius: Math.floor((rects[at]?.h ?? 0) / 2),
    click_func: () => shown[at]?.[1](),
  });
  const buttons = rects.map((_, at) => makeWidget(widget.BUTTON, look(at, '')));

  function button(label: string, { onLongPress }: Pad): Widget {
    return makeWidget(widget.BUTTON, {
      ...bodyRect,
      text: label,
      text_size: Math.round(span * 0.05),
      color: 0xffffff,
      normal_color: FILLS[1],
      press_color: PRESSED,
      radius: 20,
      longpress_func: onLongPress,
    });
  }

  function rectangle({ onDown, onUp }: Pad): Widget {
    const made = makeWidget(widget.FILL_RECT, { ...bodyRect, color: 0, alpha: 0 });
    if (onDown !== undefined) made.addEventListener(event.CLICK_DOWN, onDown);
    if (onUp !== undefined) made.addEventListener(event.CLICK_UP, onUp);
    return made;
  }

  function hiddenGroup(): Widget {
    const group = makeWidget(widget.GROUP, bodyRect);
    makeWidget(widget.FILL_RECT, { x: 0, y: 0, w: bodyRect.w, h: bodyRect.h, color: 0 }, group);
    group.setProperty(prop.VISIBLE, false);
    return group;
  }

  return {
    show(titleText, bodyText, choices) {
      shown = choices;
      title.setProperty(prop.TEXT, titleText);
      body.setProperty(prop.TEXT, bodyText);
      buttons.forEach((one, at) => {
        const label = choices[at]?.[0];
        if (label !== undefined) one.setProperty(prop.MORE, look(at, label));
        one.setProperty(prop.VISIBLE, label !== undefined);
      });
    },
    pad(pad) {
      const made = [pad.label === undefined ? rectangle(pad) : button(pad.label, pad)];
      if (pad.isUnderHiddenGroup === true) made.push(hiddenGroup());
      return () => {
        for (const one of made.splice(0)) deleteWidget(one);
      };
    },
    code(content) {
      const edge = Math.round(span * CODE_PART);
      const x = Math.round((screen.widthPx - edge) / 2);
      makeWidget(widget.QRCODE, { content, x, y: Math.round(middle - edge / 2), w: edge, h: edge });
      belowPx = screen.heightPx;
    },
  };
}
