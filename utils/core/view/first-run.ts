/** The steps of the first run. They are stored: a step that was given a name keeps it. */

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
