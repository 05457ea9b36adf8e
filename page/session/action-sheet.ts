/**
 * The buttons of the session. While the wearer gets into place, two are at the bottom: ready, and more time. The menu lies over
 * the page while the hold continues, and so do the pause and the question whether to end. All are created when needed and
 * deleted afterwards, so that nothing hidden lies over the pane.
 */
import { widget } from '@zos/ui';
import type { Line } from '../../utils/core/layout/screen.ts';
import type { SessionLayout } from '../../utils/core/layout/session-layout.ts';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { MENU_MS } from '../../utils/core/tuning.ts';
import type { Action, SessionView } from '../../utils/core/view/session-view.ts';
import type { Clock } from '../../utils/ports/ports.ts';
import { BLACK, QUIET, TEXT } from '../widgets/colours.ts';
import {
  type ButtonKind,
  buttonPart,
  makeWidget,
  type TextPart,
  textPart,
  type Widget,
} from '../widgets/parts.ts';
import type { Remover } from '../widgets/remover.ts';

export type SessionTouch = Action | 'ready' | 'skipped' | 'let-go' | 'stopped';

/** What lies over the page. */
type Sheet = 'menu' | 'pause' | 'end';

export interface ActionSheet {
  /** Follows the view: shows the buttons at the bottom and the pause, and closes a menu whose phase is over. */
  show(view: SessionView): void;
  /** The number has changed. Returns whether something lies over it, so that it need not be drawn. */
  turn(big: string): boolean;
  openMenu(view: SessionView): void;
  /** Goes one step back; returns false if there was nothing to go back from. */
  back(): boolean;
  isOpen(): boolean;
  /** Releases its timer. */
  release(): void;
}

/** @param onClose called when the page is visible again */
export function createActionSheet(
  layout: SessionLayout,
  first: SessionView,
  clock: Clock,
  remover: Remover,
  onAnswer: (type: SessionTouch) => void,
  onClose: () => void,
): ActionSheet {
  const { glass, targets: pair } = layout;
  let opened: Widget | null = null;
  let sheet: Sheet = 'menu';
  let title: TextPart | null = null;
  let targets: readonly Widget[] = [];
  let cancelClose = (): void => {};
  let seen = first;

  function button(
    line: Line,
    kind: ButtonKind,
    name: SessionTouch | 'end' | 'back',
    maker?: Widget,
    words: SessionTouch | 'end' | 'back' = name,
  ): Widget {
    const tap = (): void => {
      if (name === 'end') open('end');
      else if (name === 'back') back();
      else {
        close();
        onAnswer(name);
        // If the answer changed nothing, the page stays as it was.
        show(seen);
      }
    };
    return buttonPart(line, kind, phrase(`action.${words}`), tap, maker);
  }

  function close(): void {
    cancelClose();
    if (opened !== null) {
      remover.remove(opened);
      onClose();
    }
    opened = null;
    title = null;
  }

  function open(wanted: Sheet): void {
    close();
    sheet = wanted;
    const group = makeWidget(widget.GROUP, glass);
    opened = group;
    makeWidget(widget.FILL_RECT, { ...glass, color: BLACK }, group);
    const { pause } = layout;
    if (sheet === 'end') {
      textPart(pause.title, TEXT, phrase('menu.end'), group);
      button(pause.go, 'end', 'stopped', group);
      button(pause.end, 'plain', 'back', group);
    } else if (sheet === 'pause') {
      textPart(pause.title, TEXT, seen.line || '', group);
      textPart(pause.note, QUIET, seen.note || '', group);
      button(pause.go, 'go', 'resumed', group);
      button(pause.end, 'end', 'end', group, 'stopped');
    } else drawMenu(group);
    // A question stays until it is answered.
    if (seen.tone !== 'paused') cancelClose = clock.after(MENU_MS, closeBySelf);
    showTargets(false);
  }

  function drawMenu(group: Widget): void {
    const { menu } = layout;
    title = textPart(menu.title, QUIET, titleOf(seen.big), group);
    button(menu.action, 'go', seen.action, group);
    const [left, right, third, fourth] = menu.pairs as [Line, Line, Line, Line];
    // The large button is "pause" already.
    if (seen.action === 'paused') button(menu.wide, 'plain', seen.onward, group);
    else {
      button(left, 'plain', 'paused', group);
      button(right, 'plain', seen.onward, group);
    }
    button(third, 'end', 'end', group);
    button(fourth, 'plain', 'back', group);
  }

  function titleOf(big: string): Phrase {
    return big === '' || seen.unit !== null || seen.tone === 'position'
      ? phrase('menu.title')
      : phrase('menu.running', big);
  }

  function closeBySelf(): void {
    close();
    show(seen);
  }

  function back(): boolean {
    if (opened === null || sheet === 'pause') return false;
    closeBySelf();
    return true;
  }

  function showTargets(isWanted: boolean): void {
    if (isWanted === targets.length > 0) return;
    for (const target of targets) remover.remove(target);
    targets = isWanted
      ? [button(pair.ready, 'plain', 'ready'), button(pair.moreTime, 'plain', 'more-time')]
      : [];
  }

  function show(view: SessionView): void {
    // The meaning of its buttons has changed.
    if (seen.tone !== view.tone || seen.slot !== view.slot) close();
    seen = view;
    if (view.tone === 'paused' && opened === null) open('pause');
    showTargets(view.tone === 'position' && opened === null);
  }

  return {
    show,
    back,
    isOpen: () => opened !== null,
    openMenu(view) {
      seen = view;
      open(view.tone === 'paused' ? 'pause' : 'menu');
    },
    turn(big) {
      if (title !== null) title.set(titleOf(big));
      return opened !== null;
    },
    release: () => cancelClose(),
  };
}
