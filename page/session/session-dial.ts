/** Draws the session view: creates its widgets once and updates what has changed. It decides nothing. */
import { deleteWidget, prop, widget } from '@zos/ui';
import type { SessionLayout } from '../../utils/core/layout/session-layout.ts';
import type { Phrase } from '../../utils/core/text/phrase.ts';
import type { Dial, SessionView } from '../../utils/core/view/session-view.ts';
import { dotColour, QUIET, TEXT, toneColours } from '../widgets/colours.ts';
import {
  makeWidget,
  pictureFile,
  picturePart,
  type TextPart,
  textPart,
  textWidget,
  type Widget,
} from '../widgets/parts.ts';
import { ringPart } from '../widgets/ring.ts';

export interface SessionDial {
  /** What time alone changes. */
  turn(dial: Dial): void;
  draw(view: SessionView): void;
}

export function createSessionDial(layout: SessionLayout): SessionDial {
  const ring = ringPart(layout.ring, layout.ringWidthPx);
  const text = (name: keyof SessionLayout['dial'], colour: number): TextPart =>
    textPart(layout.dial[name], colour, '');
  const picture = picturePart(layout.picture, '');
  const side = text('side', TEXT);
  const number = text('number', TEXT);
  const place = text('place', TEXT);
  const line = text('line', TEXT);
  const note = text('note', QUIET);
  let drawnPicture = '';
  let said: Dial | null = null;
  let colour: number = TEXT;
  let dotsOf = '';
  let dots: Widget[] = [];

  function turn(dial: Dial): void {
    number.set(dial.big);
    // In most seconds the words stay the same, and looking them up is most of a second's work.
    const { line: words, place: where } = dial;
    const isSaid =
      said !== null &&
      (words === said.line || (words?.key === said.line?.key && words?.values[0] === said.line?.values[0])) &&
      where?.key === said.place?.key &&
      where?.values[0] === said.place?.values[0];
    if (!isSaid) {
      said = dial;
      place.set(where || '');
      line.set(words || '');
      line.colour(toneColours[dial.lineTone]);
    }
    ring.set(dial.sweepDeg, colour);
  }

  /** The marks on the ring, a dot for each slot, and the unit of the number. They are created when a hold begins, which saves work at Start. */
  function drawDots({ tone, marksDeg, slot, slots, big, unit, isDimmed }: SessionView): void {
    const name = isDimmed ? '' : tone + slot + (unit === null ? '' : big.length);
    if (name === dotsOf) return;
    dotsOf = name;
    // They take no touches, so they may be deleted at once.
    for (const dot of dots) deleteWidget(dot);
    dots = [];
    if (isDimmed || (tone !== 'hold' && tone !== 'linger' && tone !== 'march')) return;
    const circle = (where: object, color: number): Widget => makeWidget(widget.CIRCLE, { ...where, color });
    dots = [
      ...marksDeg.map((deg) => circle(layout.mark(deg), TEXT)),
      ...Array.from({ length: slots }, (_, at) => circle(layout.dot(at, slots), dotColour(at, slot))),
    ];
    if (unit !== null) dots.push(textWidget(layout.unit(big.length), QUIET, unit));
  }

  return {
    turn,
    draw(view) {
      const words = (part: TextPart, said: Phrase | null): void => part.set(said || '');
      colour = toneColours[view.tone];
      turn(view);
      if (view.picture !== drawnPicture) {
        drawnPicture = view.picture;
        picture.setProperty(prop.SRC, pictureFile(drawnPicture));
      }
      words(side, view.side);
      words(note, view.note);
      drawDots(view);
    },
  };
}
