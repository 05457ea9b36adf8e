/**
 * Shows a cue for five seconds: a group over the page, created for it and deleted afterwards, and over the group a separate
 * pane, so that a long press opens the menu here too.
 */
import { deleteWidget, widget } from '@zos/ui';
import type { Screen } from '../../utils/core/layout/screen.ts';
import { pulseBoxes, type SessionLayout } from '../../utils/core/layout/session-layout.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import type { CueView } from '../../utils/core/view/cue-view.ts';
import type { Clock } from '../../utils/ports/ports.ts';
import { BLACK, QUIET, TEXT, toneColours } from '../widgets/colours.ts';
import { buttonPart, makeWidget, picturePart, textPart, type Widget } from '../widgets/parts.ts';
import type { Remover } from '../widgets/remover.ts';
import { type TouchActions, touchPane } from '../widgets/touch-pane.ts';

const SHOWN_MS = 5_000;

export interface CueScreen {
  /** @param onUndo undoes the touch that caused the cue; left out if there was none */
  show(view: CueView, onUndo?: () => void): void;
  hide(): void;
  /** Releases its timer. */
  release(): void;
}

/** @param pane what touches of the screen do */
export function createCueScreen(
  layout: SessionLayout,
  screen: Screen,
  clock: Clock,
  remover: Remover,
  pane: TouchActions,
): CueScreen {
  const { glass } = layout;
  let shown: Widget[] = [];
  const panes: Widget[] = [];
  let hasTargetsBelow = false;
  let cancel = (): void => {};

  /** @param remove how: by its own timer it may delete at once, which writes no property in a tick that has some to write */
  function hide(remove: (made: Widget) => void = remover.remove): void {
    cancel();
    for (const made of shown) remove(made);
    shown = [];
    // The newest pane stays until the next cue is over: a press that has begun on it is heard to its end. But while getting into
    // place there are buttons under it.
    const kept = hasTargetsBelow ? 0 : 1;
    for (const pane of panes.splice(0, panes.length - kept)) remove(pane);
  }

  return {
    hide: () => hide(),
    release: () => cancel(),
    show({ tone, pulsesMs, felt, picture, look, lines }, onUndo) {
      hide();
      const group = makeWidget(widget.GROUP, glass);
      const color = toneColours[tone];
      const { cue } = layout;
      makeWidget(widget.FILL_RECT, { ...glass, color: BLACK }, group);
      makeWidget(layout.hasBar ? widget.STROKE_RECT : widget.ARC, { ...cue.rim, color }, group);
      for (const box of pulseBoxes(screen, pulsesMs))
        makeWidget(widget.FILL_RECT, { ...box, radius: box.h / 2, color }, group);
      if (felt !== null) textPart(cue.felt, QUIET, felt, group);
      if (picture !== '') picturePart(cue.picture, picture, group);
      lines.forEach(([words, meaning], at) => {
        const line = cue[look][at];
        if (line !== undefined) textPart(line, meaning === null ? TEXT : toneColours[meaning], words, group);
      });
      panes.push(touchPane(glass, pane));
      shown = [group];
      if (onUndo !== undefined) shown.push(buttonPart(cue.undo, 'plain', phrase('action.undone'), onUndo));
      hasTargetsBelow = tone === 'position';
      cancel = clock.after(SHOWN_MS, () => hide(deleteWidget));
    },
  };
}
