/**
 * What pages are made of: texts, paragraphs and buttons. One narrow type describes the platform's widgets:
 * `@zeppos/device-types` 4.0.0 refuses plain text in `setProperty`, exact optional properties in `createWidget`, and does not
 * know groups' own `createWidget`.
 */
import { align, createWidget, getTextLayout, prop, setStatusBarVisible, text_style, widget } from '@zos/ui';
import {
  evenLines,
  fitBlock,
  type Line,
  type Rect,
  type Screen,
  type TextHeight,
} from '../../utils/core/layout/screen.ts';
import type { Phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { readScreen } from '../../utils/zos/screen-size.ts';
import { translate } from '../../utils/zos/translate.ts';
import { BLACK, BUTTON, BUTTON_PRESSED, END, END_PRESSED, GO, GO_PRESSED, QUIET, TEXT } from './colours.ts';

export interface Widget {
  setProperty(property: number, value: unknown): void;
  addEventListener(event: number, listener: () => void): void;
  /** Groups only. */
  createWidget(kind: unknown, options: object): Widget;
}

/** A phrase, which is shown in the watch's language, or a text that is shown as it is. */
export type Words = Phrase | string;

/** `quiet`: a text that can be tapped. */
export type ButtonKind = 'go' | 'plain' | 'end' | 'quiet';

const FILLS: Readonly<Record<ButtonKind, readonly [number, number]>> = {
  go: [GO, GO_PRESSED],
  plain: [BUTTON, BUTTON_PRESSED],
  end: [END, END_PRESSED],
  quiet: [BLACK, BUTTON],
};

/** The whole glass for this page. Square models show a bar with the app's name over its top; the page needs the room. */
export function openScreen(): Screen {
  const screen = readScreen();
  if (screen.shape === 'square') setStatusBarVisible(false);
  return screen;
}

/** @param maker a group; the page if left out */
export function makeWidget(kind: unknown, options: object, maker?: Widget): Widget {
  if (maker !== undefined) return maker.createWidget(kind, options);
  return createWidget(kind as never, options as never) as unknown as Widget;
}

export interface TextPart {
  set(words: Words): void;
  colour(colour: number): void;
}

/** A line of text: created once, patched only when its text or colour has changed. */
export function textPart(line: Line, colour: number, words: Words, maker?: Widget): TextPart {
  let shownText = textOf(words);
  let shownColour = colour;
  const made = makeText(line, colour, shownText, align.CENTER_V, text_style.ELLIPSIS, maker);
  return {
    set(next) {
      const text = textOf(next);
      if (text === shownText) return;
      shownText = text;
      made.setProperty(prop.TEXT, text);
    },
    colour(next) {
      if (next === shownColour) return;
      shownColour = next;
      made.setProperty(prop.COLOR, next);
    },
  };
}

/** A line of text that never changes, for a page that deletes it. */
export function textWidget(line: Line, colour: number, words: Words): Widget {
  return makeText(line, colour, textOf(words), align.CENTER_V, text_style.ELLIPSIS);
}

/** A drawing of a position, scaled to its box. @param name without folder and ending; empty for none yet */
export function picturePart(box: Rect, name: string, maker?: Widget): Widget {
  return makeWidget(widget.IMG, { ...box, src: pictureFile(name), auto_scale: true }, maker);
}

export function pictureFile(name: string): string {
  return name && `draw/${name}.png`;
}

/** A line of text from the left of its box, which never changes. */
export function leftTextPart(line: Line, colour: number, words: Words): void {
  makeText(line, colour, textOf(words), align.CENTER_V, text_style.ELLIPSIS, undefined, align.LEFT);
}

/** A block of text over several lines, which never changes. */
export function paragraphPart(line: Line, colour: number, words: Words, maker?: Widget): void {
  makeText(line, colour, textOf(words), align.TOP, text_style.WRAP, maker);
}

/** The same with lines of about one length, for words and not for a list. */
export function evenParagraphPart(line: Line, colour: number, words: Words, maker?: Widget): void {
  const text = textOf(words);
  paragraphPart(evenLines(line, heightOf(text)), colour, text, maker);
}

/**
 * A block of text in the largest type that its box has room for, in the middle of it, with lines of about one length. The lines of a list
 * begin under each other.
 * @param line has the smallest type
 */
export function fittedPart(line: Line, colour: number, words: Words): void {
  const text = textOf(words);
  const fitted = evenLines(fitBlock(line, heightOf(text)), heightOf(text));
  const alignH = text.indexOf('•') < 0 ? align.CENTER_H : align.LEFT;
  makeText(fitted, colour, text, align.TOP, text_style.WRAP, undefined, alignH);
}

/** @returns what measures `text` */
export function heightOf(text: string): TextHeight {
  return (widthPx, sizePx) => getTextLayout(text, { text_size: sizePx, text_width: widthPx }).height;
}

/** A capsule button. */
export function buttonPart(
  [rect, sizePx]: Line,
  kind: ButtonKind,
  words: Words,
  onTap: () => void,
  maker?: Widget,
): Widget {
  const [fill, pressedFill] = FILLS[kind];
  const options = {
    ...rect,
    text: textOf(words),
    text_size: sizePx,
    color: kind === 'quiet' ? QUIET : TEXT,
    normal_color: fill,
    press_color: pressedFill,
    radius: Math.floor(rect.h / 2),
    click_func: () => guard('button', appContext().report, onTap),
  };
  return makeWidget(widget.BUTTON, options, maker);
}

function makeText(
  [rect, sizePx]: Line,
  colour: number,
  text: string,
  alignV: number,
  style: number,
  maker?: Widget,
  alignH: number = align.CENTER_H,
): Widget {
  const look = {
    text_size: sizePx,
    color: colour,
    align_h: alignH,
    align_v: alignV,
    text_style: style,
  };
  return makeWidget(widget.TEXT, { ...rect, text, ...look }, maker);
}

function textOf(words: Words): string {
  return typeof words === 'string' ? words : translate(words);
}
