/** The lists in CONTRIBUTING.md: the drawings that a step may name, and the texts that a new routine needs. */
import { GLYPHS, HOLD_KITS } from '../../utils/core/routine/routine.ts';
import { withMarkedPart } from './marked-part.ts';

/** Keys of the texts that a routine and each of its steps need, with placeholders for their ids. */
const ROUTINE_KEYS: readonly string[] = ['routine.ID', 'phone.routine.ID'];
const STEP_KEYS: readonly string[] = [
  'step.STEP.KIT.place',
  'step.STEP.KIT.body',
  'step.STEP.KIT.move',
  'summary.place.STEP',
  'phone.step.STEP',
];

/** The document with these lists. */
export function withRoutineLists(text: string): string {
  const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');
  const lines = [
    `- Drawings: ${quoted(GLYPHS)}`,
    `- Texts of a routine: ${quoted(ROUTINE_KEYS)}`,
    `- Texts of each of its steps: ${quoted(STEP_KEYS)}`,
    `- Kits of a step: ${quoted(HOLD_KITS)}; a march has \`none\``,
  ];
  return withMarkedPart(text, 'lists', 'utils/core/routine/routine.ts', lines.join('\n'));
}
