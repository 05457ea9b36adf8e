/**
 * The buttons of the session. While getting into place two stand at the bottom: ready, and the phase's action. The sheet
 * lies over the page: the phase's action, pause, skip, end. Opened by a long press anywhere while the hold runs on; only a
 * second tap acts; it closes itself. Built at its first opening: most sessions never see it.
 */
import { prop, widget } from '@zos/ui';
import type { Line } from '../../utils/core/layout/screen.ts';
import type { SessionLayout } from '../../utils/core/layout/session-layout.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import type { Action, SessionView } from '../../utils/core/view/session-view.ts';
import type { Clock } from '../../utils/ports/clock.ts';
import { type ButtonKind, buttonPart } from '../widgets/button.ts';
import { BLACK, TEXT } from '../widgets/colours.ts';
import { type TextPart, textPart } from '../widgets/text.ts';
import { translate } from '../widgets/translate.ts';
import { makeWidget, type Widget } from '../widgets/widget.ts';

const CLOSES_AFTER_MS = 5_000;

export type Answer = Action | 'ready' | 'skipped' | 'let-go' | 'stopped';

export interface ActionSheet {
  /** Follows the view: its targets, and the sheet for as long as it asks. */
  show(view: SessionView): void;
  open(view: SessionView): void;
}

export function createActionSheet(
  layout: SessionLayout,
  clock: Clock,
  onAnswer: (type: Answer) => void,
): ActionSheet {
  const { glass, sheet, targets: pair } = layout;
  let group: Widget | null = null;
  let title: TextPart;
  let setMain: (type: Answer) => void;
  let setOnward: (type: Answer) => void;
  let opened = false;
  let cancelClose = (): void => {};
  let shown = true;
  let seen: SessionView;
  const targets = makeWidget(widget.GROUP, glass);
  button(targets, pair.ready, 'plain', 'ready');
  const setTarget = button(targets, pair.action, 'plain', 'more-time');

  /** @returns what gives the button another answer */
  function button(maker: Widget, line: Line, kind: ButtonKind, first: Answer): (type: Answer) => void {
    let answer = first;
    const text = (): string => translate(phrase(`action.${answer}`));
    const tap = (): void => {
      close();
      onAnswer(answer);
      // An answer that changed nothing leaves the page as it was.
      show(seen);
    };
    const made = buttonPart(line, kind, text(), tap, maker);
    return (next) => {
      if (next === answer) return;
      answer = next;
      made.setProperty(prop.MORE, { ...line[0], text: text() });
    };
  }

  function build(action: Action): Widget {
    const made = makeWidget(widget.GROUP, glass);
    makeWidget(widget.FILL_RECT, { ...glass, color: BLACK }, made);
    title = textPart(sheet.question, TEXT, '', made);
    setMain = button(made, sheet.action, 'go', action);
    button(made, sheet.pause, 'plain', 'paused');
    setOnward = button(made, sheet.onward, 'plain', 'skipped');
    button(made, sheet.end, 'end', 'stopped');
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
    setOnward(view.onward);
    title.set(translate(view.hint));
    opened = true;
    // A question stays until it is answered.
    if (view.tone !== 'paused') cancelClose = clock.after(CLOSES_AFTER_MS, closeBySelf);
    show(view);
  }

  function closeBySelf(): void {
    close();
    show(seen);
  }

  function show(view: SessionView): void {
    seen = view;
    if (view.tone === 'paused' && !opened) open(view);
    const wanted = view.tone === 'position' && !opened;
    if (wanted) setTarget(view.action);
    if (wanted !== shown) targets.setProperty(prop.VISIBLE, wanted);
    shown = wanted;
  }

  return { open, show };
}
