/** Draws the session view: widgets made once, patched where the view has changed. Decides nothing. */
import { prop, widget } from '@zos/ui';
import type { SessionLayout } from '../../utils/core/layout/session-layout.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import type { WatchKey } from '../../utils/core/text/watch-en.ts';
import type { Dial, SessionView } from '../../utils/core/view/session-view.ts';
import type { Helper } from '../../utils/ports/ports.ts';
import { translate } from '../../utils/zos/translate.ts';
import { TEXT, toneColours } from '../widgets/colours.ts';
import { makeWidget, type TextPart, textPart } from '../widgets/parts.ts';
import { ringPart } from '../widgets/ring.ts';

export interface SessionDial {
  /** The number and the ring alone, which is all that most seconds change. */
  turn(dial: Dial): void;
  draw(view: SessionView): void;
}

/**
 * @param helper whether it runs is said on the page
 * @param isCoaching what was felt is said in words, too: the wearer's first session
 */
export function createSessionDial(layout: SessionLayout, helper: Helper, isCoaching: boolean): SessionDial {
  const ring = ringPart(layout.ring, layout.ringWidthPx);
  const text = (name: keyof SessionLayout['dial']): TextPart => textPart(layout.dial[name], TEXT, '');
  const glyph = makeWidget(widget.IMG, { ...layout.glyph, src: '' });
  const side = text('side');
  const big = text('number');
  const title = text('title');
  const hint = text('hint');
  const note = text('note');
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
      side.set(view.side === null ? '' : translate(view.side));
      title.set(view.title);
      hint.colour(colour);
      const words = translate(view.hint);
      const told = isCoaching
        ? translate(phrase(`coach.${view.hint.key}` as WatchKey, ...view.hint.values))
        : '';
      // While getting into place the targets stand where the note is.
      const isPlacing = tone === 'position';
      hint.set(isPlacing && isCoaching ? told : words);
      note.set(
        isPlacing
          ? ''
          : told || translate(phrase(helper.isListed() ? 'session.menu.helper' : 'session.menu')),
      );
    },
  };
}
