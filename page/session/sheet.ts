/**
 * The buttons of the session. While getting into place two stand at the bottom: ready, and the phase's action. The sheet
 * lies over the page: the phase's action, pause, skip, end. Opened by a long press anywhere while the hold runs on; only a
 * second tap acts; it closes itself. Built at its first opening: most sessions never see it.
 */
import { prop, widget } from '@zos/ui';
import type { Rect } from '../../utils/core/layout/screen.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import type { Action, SessionView } from '../../utils/core/view/session-view.ts';
import type { Clock } from '../../utils/ports/clock.ts';
import { type ButtonKind, buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { type TextPart, textPart } from '../parts/text.ts';
import { BLACK, TEXT } from '../parts/tones.ts';
import { makeWidget, type Widget } from '../parts/widget.ts';
import type { SessionLayout } from './layout.ts';

const CLOSES_AFTER_MS = 5_000;

export type Answer = Action | 'ready' | 'skipped' | 'stopped';

export interface Sheet {
  /** Follows the view: its targets, and the sheet for as long as it asks. */
  show(view: SessionView): void;
  open(view: SessionView): void;
}

export function createSheet(layout: SessionLayout, clock: Clock, onAnswer: (type: Answer) => void): Sheet {
  const { sheetPx, targetPx, sheetButtons, targets: pair } = layout;
  let group: Widget | null = null;
  let title: TextPart;
  let setMain: (type: Answer) => void;
  let opened = false;
  let cancelClose = (): void => {};
  let shown = true;
  const targets = makeWidget(widget.GROUP, layout.glass);
  button(targets, pair[0], targetPx, 'plain', 'ready');
  const setTarget = button(targets, pair[1], targetPx, 'plain', 'more-time');

  /** @returns what gives the button another answer */
  function button(
    maker: Widget,
    rect: Rect,
    sizePx: number,
    kind: ButtonKind,
    first: Answer,
  ): (type: Answer) => void {
    let answer = first;
    const text = (): string => say(phrase(`action.${answer}`));
    const tap = (): void => {
      close();
      onAnswer(answer);
    };
    const made = buttonPart(rect, { kind, sizePx, text: text() }, tap, maker);
    return (next) => {
      if (next === answer) return;
      answer = next;
      made.setProperty(prop.MORE, { ...rect, text: text() });
    };
  }

  function build(action: Action): Widget {
    const made = makeWidget(widget.GROUP, layout.glass);
    makeWidget(widget.FILL_RECT, { ...layout.glass, color: BLACK }, made);
    title = textPart(layout.sheetTitle, { sizePx: layout.hintPx, colour: TEXT }, '', made);
    setMain = button(made, sheetButtons[0], layout.titlePx, 'go', action);
    button(made, sheetButtons[1], sheetPx, 'plain', 'paused');
    button(made, sheetButtons[2], sheetPx, 'plain', 'skipped');
    button(made, sheetButtons[3], sheetPx, 'end', 'stopped');
    return made;
  }

  function close(): void {
    cancelClose();
    opened = false;
    if (group !== null) group.setProperty(prop.VISIBLE, false);
  }

  function open(view: SessionView): void {
    close();
    if (group === null) group = build(view.action);
    else group.setProperty(prop.VISIBLE, true);
    setMain(view.action);
    title.set(say(view.hint));
    opened = true;
    // A question stays until it is answered.
    if (view.tone !== 'paused') cancelClose = clock.after(CLOSES_AFTER_MS, close);
    show(view);
  }

  function show(view: SessionView): void {
    if (view.tone === 'paused' && !opened) open(view);
    const wanted = view.tone === 'position' && !opened;
    if (wanted) setTarget(view.action);
    if (wanted !== shown) targets.setProperty(prop.VISIBLE, wanted);
    shown = wanted;
  }

  return { open, show };
}
