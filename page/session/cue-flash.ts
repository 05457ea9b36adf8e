/**
 * What a cue looks like while it is felt: a large sign over the number, and a bright edge, for about a second. A shape says
 * which it is, never colour alone. One group, shown and hidden as a whole, under the pane that takes touches.
 */
import { prop, widget } from '@zos/ui';
import type { Cue } from '../../utils/core/cue/vocabulary.ts';
import type { SessionLayout } from '../../utils/core/layout/session-layout.ts';
import type { Clock } from '../../utils/ports/ports.ts';
import { BLACK, TEXT } from '../widgets/colours.ts';
import { makeWidget } from '../widgets/parts.ts';

/** Between two ticks, so that no tick has this to write too. */
const SHOWN_MS = 900;

/** @returns what shows a cue */
export function createCueFlash(layout: SessionLayout, clock: Clock): (cue: Cue) => void {
  const group = makeWidget(widget.GROUP, layout.glass);
  const { x } = layout.glyph;
  // Over the number and the drawing beside it; what it covers of the ring, the edge lies over.
  const under = { ...layout.dial.number[0], x, w: layout.glass.w - 2 * x, color: BLACK };
  makeWidget(widget.FILL_RECT, under, group);
  const sign = makeWidget(widget.IMG, { ...layout.sign, src: 'cue/start.png' }, group);
  const edge = {
    ...layout.ring,
    start_angle: 0,
    end_angle: 360,
    line_width: 2 * layout.ringWidthPx,
    color: TEXT,
  };
  makeWidget(widget.ARC, edge, group);
  const show = (shown: boolean): void => group.setProperty(prop.VISIBLE, shown);
  show(false);
  let cancel = (): void => {};
  return ({ name, to }) => {
    cancel();
    sign.setProperty(prop.SRC, `cue/${to || name}.png`);
    show(true);
    cancel = clock.after(SHOWN_MS, () => show(false));
  };
}
