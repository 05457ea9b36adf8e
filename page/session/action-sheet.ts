/**
 * The buttons of the session. While getting into place two stand at the bottom: ready, and the phase's action. The sheet
 * lies over the page: the phase's action, pause, skip, end. Opened by a long press anywhere while the hold runs on; only a
 * second tap acts; it closes itself. Both are made when they are wanted and deleted after: nothing hidden lies over the pane.
 */
import { widget } from '@zos/ui';
import type { Line } from '../../utils/core/layout/screen.ts';
import type { SessionLayout } from '../../utils/core/layout/session-layout.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import type { Action, SessionView } from '../../utils/core/view/session-view.ts';
import type { Clock } from '../../utils/ports/ports.ts';
import { BLACK, TEXT } from '../widgets/colours.ts';
import { type ButtonKind, buttonPart, makeWidget, textPart, type Widget } from '../widgets/parts.ts';
import { createRemover } from '../widgets/remover.ts';

const CLOSES_AFTER_MS = 5_000;

export type Answer = Action | 'ready' | 'skipped' | 'let-go' | 'stopped';

export interface ActionSheet {
  /** Follows the view: its targets, and the sheet for as long as it asks. */
  show(view: SessionView): void;
  open(view: SessionView): void;
  /** Gives its timers back. */
  release(): void;
}

/** The two buttons at the bottom, and the answer that the second gives. */
interface Targets {
  readonly ready: Widget;
  readonly action: Widget;
  readonly answer: Action;
}

export function createActionSheet(
  layout: SessionLayout,
  clock: Clock,
  onAnswer: (type: Answer) => void,
): ActionSheet {
  const { glass, sheet, targets: pair } = layout;
  const remover = createRemover(clock);
  let opened: Widget | null = null;
  let targets: Targets | null = null;
  let cancelClose = (): void => {};
  let seen: SessionView;

  function button(line: Line, kind: ButtonKind, answer: Answer, maker?: Widget): Widget {
    const tap = (): void => {
      close();
      onAnswer(answer);
      // An answer that changed nothing leaves the page as it was.
      show(seen);
    };
    return buttonPart(line, kind, phrase(`action.${answer}`), tap, maker);
  }

  function close(): void {
    cancelClose();
    if (opened !== null) remover.remove(opened);
    opened = null;
  }

  function open(view: SessionView): void {
    close();
    opened = makeWidget(widget.GROUP, glass);
    makeWidget(widget.FILL_RECT, { ...glass, color: BLACK }, opened);
    textPart(sheet.question, TEXT, view.hint, opened);
    button(sheet.action, 'go', view.action, opened);
    button(sheet.pause, 'plain', 'paused', opened);
    button(sheet.onward, 'plain', view.onward, opened);
    button(sheet.end, 'end', 'stopped', opened);
    // A question stays until it is answered.
    if (view.tone !== 'paused') cancelClose = clock.after(CLOSES_AFTER_MS, closeBySelf);
    show(view);
  }

  function closeBySelf(): void {
    close();
    show(seen);
  }

  function showTargets(wanted: Action | null): void {
    if (targets !== null && targets.answer !== wanted) {
      remover.remove(targets.ready);
      remover.remove(targets.action);
      targets = null;
    }
    if (wanted === null || targets !== null) return;
    targets = {
      ready: button(pair.ready, 'plain', 'ready'),
      action: button(pair.action, 'plain', wanted),
      answer: wanted,
    };
  }

  function show(view: SessionView): void {
    seen = view;
    if (view.tone === 'paused' && opened === null) open(view);
    showTargets(view.tone === 'position' && opened === null ? view.action : null);
  }

  return {
    open,
    show,
    release() {
      cancelClose();
      remover.release();
    },
  };
}
