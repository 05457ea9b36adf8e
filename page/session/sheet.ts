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

const ANSWERS = [
  ['go', 'sheet.continue', 'resumed'],
  ['plain', 'sheet.skip', 'skipped'],
  ['end', 'sheet.end', 'stopped'],
] as const;

export interface Sheet {
  /** @param stays true: it is a question, and waits for its answer. */
  open(question: Phrase, stays: boolean): void;
  isOpen(): boolean;
}

export function createSheet(layout: SessionLayout, clock: Clock, onAnswer: (type: Answer) => void): Sheet {
  let group: Widget | null = null;
  let title: TextPart | null = null;
  let opened = false;
  let cancelClose = (): void => {};

  function build(): Widget {
    const made = makeWidget(widget.GROUP, layout.glass);
    makeWidget(widget.FILL_RECT, { ...layout.glass, color: BLACK }, made);
    title = textPart(layout.sheetTitle, { sizePx: layout.hintPx, colour: TEXT }, '', made);
    ANSWERS.forEach(([kind, key, type], at) => {
      const rect = layout.sheetButtons[at];
      if (rect === undefined) return;
      buttonPart(
        rect,
        { kind, sizePx: layout.sheetPx, text: say(phrase(key)) },
        () => {
          close();
          onAnswer(type);
        },
        made,
      );
    });
    return made;
  }

  function close(): void {
    cancelClose();
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
