/** Asks about the two groups of buzzes, three in six entries and six in eleven, that P17 and P19 play. */
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
  const answer = (isSix: boolean, isEleven: boolean): void => {
    stage.answer(six, isSix);
    stage.answer(eleven, isEleven);
    then();
  };
  const askSix = (): void =>
    stage.show(
      `${lead}Did you feel three buzzes first?`,
      ['Yes, three', () => answer(true, false)],
      ['No', () => answer(false, false)],
    );
  stage.show(
    `${lead}Did you feel three buzzes, a break, then six?`,
    ['Yes, 3 and 6', () => answer(true, true)],
    ['No', askSix],
  );
}
