/** A row of a list with two lines, which can be tapped as a whole. */
import { widget } from '@zos/ui';
import { guard } from '../../utils/run/guard.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { BUTTON, QUIET, TEXT } from './colours.ts';
import { makeWidget, type TextPart, textPart, type Words } from './parts.ts';
import type { CardPlace } from './rows-layout.ts';
import { touchPane } from './touch-pane.ts';

/** @returns its two lines. The larger one is white, the smaller one grey. */
export function cardPart(
  { capsule, upper, lower }: CardPlace,
  words: readonly [upper: Words, lower: Words],
  onTap: () => void,
): readonly [upper: TextPart, lower: TextPart] {
  makeWidget(widget.FILL_RECT, { ...capsule, radius: Math.floor(capsule.h / 2), color: BUTTON });
  const isUpperLarge = upper[1] > lower[1];
  const lines = [
    textPart(upper, isUpperLarge ? TEXT : QUIET, words[0]),
    textPart(lower, isUpperLarge ? QUIET : TEXT, words[1]),
  ] as const;
  // Above the lines: what a text does to a touch on a button below it is not documented.
  touchPane(capsule, { click_func: () => guard('card', appContext().report, onTap) });
  return lines;
}
