/**
 * The sheet over the session: continue, skip, end. Opened by a long press anywhere while the hold runs on; only a second
 * tap acts; it closes itself. Built at its first opening: most sessions never see it.
 */
import { prop, widget } from '@zos/ui';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import type { Clock } from '../../utils/ports/clock.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { type TextPart, textPart } from '../parts/text.ts';
import { BLACK, TEXT } from '../parts/tones.ts';
import { makeWidget, type Widget } from '../parts/widget.ts';
import type { SessionLayout } from './layout.ts';

const CLOSES_AFTER_MS = 5_000;

export type Answer = 'resumed' | 'skipped' | 'stopped';

export interface Sheet {
  /** @param stays true: it is a question, and waits for its answer. */
  open(question: Phrase, stays: boolean): void;
  isOpen(): boolean;
}

export function createSheet(layout: SessionLayout, clock: Clock, onAnswer: (type: Answer) => void): Sheet {
  let group: Widget | null = null;
  let title: TextPart | null = null;
  let opened = false;
  let cancelClose: (() => void) | null = null;

  function build(): Widget {
    const made = makeWidget(widget.GROUP, layout.glass);
    makeWidget(widget.FILL_RECT, { ...layout.glass, color: BLACK }, made);
    title = textPart(layout.sheetTitle, { sizePx: layout.hintPx, colour: TEXT }, '', made);
    const [first, second, third] = layout.sheetButtons;
    const sizePx = layout.sheetPx;
    const answer = (type: Answer) => () => {
      close();
      onAnswer(type);
    };
    buttonPart(first, { kind: 'go', sizePx, text: say(phrase('sheet.continue')) }, answer('resumed'), made);
    buttonPart(second, { kind: 'plain', sizePx, text: say(phrase('sheet.skip')) }, answer('skipped'), made);
    buttonPart(third, { kind: 'end', sizePx, text: say(phrase('sheet.end')) }, answer('stopped'), made);
    return made;
  }

  function close(): void {
    if (cancelClose !== null) cancelClose();
    cancelClose = null;
    opened = false;
    if (group !== null) group.setProperty(prop.VISIBLE, false);
  }

  return {
    isOpen: () => opened,
    open(question, stays) {
      close();
      if (group === null) group = build();
      else group.setProperty(prop.VISIBLE, true);
      if (title !== null) title.set(say(question));
      opened = true;
      if (!stays) cancelClose = clock.after(CLOSES_AFTER_MS, close);
    },
  };
}
