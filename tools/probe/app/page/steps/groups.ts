/** Asks about the two groups of buzzes, three in six entries and six in eleven, that P17 and P19 play. */
import { Vibrator } from '@zos/sensor';
import type { Entry, EntryTypes } from '../../core/buzzes.ts';
import type { Stage } from '../stage.ts';

/** From the start of the first group to that of the second, ms. */
export const ELEVEN_AFTER_MS = 4_000;
/** From the start of the first group to the end of the second and a little more, ms. */
export const GROUPS_MS = 8_500;

/**
 * @param lead what stands before the question
 * @param six the check that the group of six entries answers
 * @param eleven the check that the group of eleven entries answers
 */
export function askGroups(stage: Stage, lead: string, six: string, eleven: string, then: () => void): void {
  const askSix = (): void => {
    stage.answer(eleven, false);
    stage.ask(`${lead}Did you feel three buzzes first?`, six, then, 'Yes, three');
  };
  const bothFelt = (): void => {
    stage.answer(six, true);
    stage.answer(eleven, true);
    then();
  };
  stage.show(
    `${lead}Did you feel three buzzes, a break, then six?`,
    ['Yes, 3 and 6', bothFelt],
    ['No', askSix],
  );
}

/** Plays these entries in place of whatever plays. */
export function play(entries: (types: EntryTypes) => Entry[]): void {
  const vibrator = new Vibrator();
  vibrator.stop();
  vibrator.start(entries(vibrator.getType()));
}
