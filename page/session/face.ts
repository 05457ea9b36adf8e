/** Draws the session view: widgets made once, patched where the view has changed. Decides nothing. */
import { prop, widget } from '@zos/ui';
import type { SessionLayout } from '../../utils/core/layout/session-layout.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import type { WatchKey } from '../../utils/core/text/watch-en.ts';
import type { Dial, SessionView } from '../../utils/core/view/session-view.ts';
import type { House } from '../../utils/zos/house.ts';
import { ringPart } from '../parts/ring.ts';
import { say } from '../parts/say.ts';
import { type TextPart, textPart } from '../parts/text.ts';
import { TEXT, toneColours } from '../parts/tones.ts';
import { makeWidget } from '../parts/widget.ts';

export interface Face {
  /** The number and the ring alone, which is all that most seconds change. */
  turn(dial: Dial): void;
  draw(view: SessionView): void;
}

/** @param house whether its standby runs is said on the page; in its first session, what was felt too */
export function createFace(layout: SessionLayout, { standby, coach }: House): Face {
  const ring = ringPart(layout.ring, layout.ringWidthPx);
  const line = (at: 0 | 1 | 2 | 3 | 4): TextPart => textPart(layout.face[at], TEXT, '');
  const glyph = makeWidget(widget.IMG, { ...layout.glyph, src: '' });
  const side = line(0);
  const big = line(1);
  const title = line(2);
  const hint = line(3);
  const note = line(4);
  let drawn = '';
  let colour: number = TEXT;

  function turn(dial: Dial): void {
    big.set(dial.big);
    ring.set(dial.sweepDeg, colour);
  }

  return {
    turn,
    draw(view) {
      const { tone } = view;
      colour = toneColours[tone];
      turn(view);
      if (view.glyph !== drawn) {
        drawn = view.glyph;
        glyph.setProperty(prop.SRC, `glyph/${drawn}.png`);
      }
      side.set(view.side === null ? '' : say(view.side));
      title.set(say(view.title));
      hint.colour(colour);
      const words = say(view.hint);
      const told = coach ? say(phrase(`coach.${view.hint.key}` as WatchKey, ...view.hint.values)) : '';
      // While getting into place the targets stand where the note is.
      const isPlacing = tone === 'position';
      hint.set(isPlacing && coach ? told : words);
      note.set(
        isPlacing ? '' : told || say(phrase(standby.isListed() ? 'session.menu.standby' : 'session.menu')),
      );
    },
  };
}
