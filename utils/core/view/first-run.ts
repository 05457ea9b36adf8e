/** The steps of the first run. Their names are stored and must not change. */
import type { HoldKit } from '../routine/routine.ts';

/** The steps that the welcome page shows, in the order in which a new wearer sees them. The feel test comes before the card of the cues. */
export const WELCOME_STEPS = [
  'safety',
  'safety-stop',
  'safety-ask',
  'safety-ask-more',
  'sides',
  'kit',
  'band',
  'find-spot',
  'set-up-hook',
  'press-hook',
  'cue-card',
  'not-easing',
] as const;

/** The feel test, under the name by which it is stored. */
export const FEEL_TEST_STEP = 'cue-test';

export type FirstRunStep = (typeof WELCOME_STEPS)[number] | typeof FEEL_TEST_STEP | 'helper-test';

/** Which step of how many: the index of the step, from 0, and how many pages a wearer with that kit sees. */
export interface Progress {
  readonly at: number;
  readonly count: number;
}

const HOOK_STEPS: readonly FirstRunStep[] = ['set-up-hook', 'press-hook'];

/** @param step one that every wearer sees, or, if the kit is the hook, one about the hook */
export function firstRunProgress(step: FirstRunStep, kit: HoldKit): Progress {
  const steps = (WELCOME_STEPS as readonly FirstRunStep[]).filter(
    (one) => kit === 'hook' || !HOOK_STEPS.includes(one),
  );
  steps.splice(steps.indexOf('cue-card'), 0, FEEL_TEST_STEP);
  return { at: steps.indexOf(step), count: steps.length };
}
