/** Draws the session view: widgets made once, patched where the view has changed. Decides nothing. */

import { phrase } from '../../utils/core/text/phrase.ts';
import type { SessionView } from '../../utils/core/view/session-view.ts';
import type { Standby } from '../../utils/ports/standby.ts';
import { ringPart } from '../parts/ring.ts';
import { say } from '../parts/say.ts';
import { textPart } from '../parts/text.ts';
import { QUIET, TEXT, toneColours } from '../parts/tones.ts';
import type { SessionLayout } from './layout.ts';

export interface Face {
  show(view: SessionView): void;
}

/** @param standby whether it runs is said on the page */
export function createFace(layout: SessionLayout, standby: Standby): Face {
  const ring = ringPart(layout.ring, layout.ringWidthPx);
  const side = textPart(layout.side, { sizePx: layout.sidePx, colour: TEXT }, '');
  const big = textPart(layout.big, { sizePx: layout.bigPx, colour: TEXT }, '');
  const title = textPart(layout.title, { sizePx: layout.titlePx, colour: TEXT }, '');
  const hint = textPart(layout.hint, { sizePx: layout.hintPx, colour: TEXT }, '');
  const note = textPart(layout.note, { sizePx: layout.notePx, colour: QUIET }, '');
  // Texts are looked up only when what they say has changed, not at every tick.
  let shownWords = '';
  return {
    show(view) {
      big.set(view.big);
      ring.set(view.sweepDeg, toneColours[view.tone]);
      const words = JSON.stringify([view.tone, view.side, view.title, view.hint]);
      if (words === shownWords) return;
      shownWords = words;
      side.set(view.side === null ? '' : say(view.side));
      title.set(say(view.title));
      hint.set(say(view.hint));
      hint.colour(toneColours[view.tone]);
      // While getting into place the targets stand there.
      note.set(
        view.tone === 'position'
          ? ''
          : say(phrase(standby.isListed() ? 'session.menu.standby' : 'session.menu')),
      );
    },
  };
}
