/** A page to be read: a title, a drawing where there is one, words, and one or two buttons. The screen stays lit for the reading. */
import { widget } from '@zos/ui';
import type { Phrase } from '../../utils/core/text/phrase.ts';
import { QUIET, TEXT } from './colours.ts';
import { keepLitForReading } from './keep-lit.ts';
import { buttonPart, fittedPart, makeWidget, openScreen, textPart } from './parts.ts';
import { readingLayout } from './reading-layout.ts';

export type ReadingButton = readonly [words: Phrase, onTap: () => void];

export interface ReadingPage {
  readonly title: Phrase;
  readonly body: Phrase;
  /** Name of a drawing of the help. */
  readonly picture?: string;
  readonly next: ReadingButton;
  /** The way to decline, under the first. */
  readonly second?: ReadingButton;
}

export function drawReadingPage({ title, body, picture, next, second }: ReadingPage): void {
  keepLitForReading();
  const layout = readingLayout(openScreen(), {
    hasPicture: picture !== undefined,
    buttons: second === undefined ? 1 : 2,
  });
  textPart(layout.title, QUIET, title);
  if (picture !== undefined) makeWidget(widget.IMG, { ...layout.picture, src: `help/${picture}.png` });
  fittedPart(layout.body, TEXT, body);
  buttonPart(layout.next, 'go', ...next);
  if (second !== undefined) buttonPart(layout.secondButton, 'plain', ...second);
}
