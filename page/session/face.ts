/** Draws the session view: widgets made once, patched where the view has changed. Decides nothing. */

import type { SessionLayout } from '../../utils/core/layout/session-layout.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import type { SessionView } from '../../utils/core/view/session-view.ts';
import type { Standby } from '../../utils/ports/standby.ts';
import { ringPart } from '../parts/ring.ts';
import { say } from '../parts/say.ts';
import { type TextPart, textPart } from '../parts/text.ts';
import { TEXT, toneColours } from '../parts/tones.ts';

/**
 * @param standby whether it runs is said on the page
 * @returns what shows a view
 */
export function createFace(layout: SessionLayout, standby: Standby): (view: SessionView) => void {
  const ring = ringPart(layout.ring, layout.ringWidthPx);
  const line = (at: 0 | 1 | 2 | 3 | 4): TextPart => textPart(layout.face[at], TEXT, '');
  const side = line(0);
  const big = line(1);
  const title = line(2);
  const hint = line(3);
  const note = line(4);
  // Texts are looked up only when what they say has changed, not at every tick.
  let shownWords = '';
  return (view) => {
    const { tone } = view;
    big.set(view.big);
    ring.set(view.sweepDeg, toneColours[tone]);
    const words = JSON.stringify([tone, view.side, view.title, view.hint]);
    if (words === shownWords) return;
    shownWords = words;
    side.set(view.side === null ? '' : say(view.side));
    title.set(say(view.title));
    hint.set(say(view.hint));
    hint.colour(toneColours[tone]);
    // While getting into place the targets stand there.
    note.set(
      tone === 'position' ? '' : say(phrase(standby.isListed() ? 'session.menu.standby' : 'session.menu')),
    );
  };
}
