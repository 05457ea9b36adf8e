/** The controls of the preferences with the wearer's own routines among the routines. */
import type { OwnRoutine } from '../routine/find-routine.ts';
import { phrase as phonePhrase } from '../text/phone-phrase.ts';
import { phrase } from '../text/phrase.ts';
import type { Step } from './preference-kinds.ts';
import type { PreferenceControl } from './preference-rows.ts';

export function offerOwn(
  controls: readonly PreferenceControl[],
  own: readonly OwnRoutine[],
): readonly PreferenceControl[] {
  const ids = own.map(({ routine }) => routine.id);
  const nameOf = (step: Step): string | undefined => own.find(({ routine }) => routine.id === step)?.name;
  return controls.map((one) => {
    const { name, control } = one;
    if (name !== 'routine') return one;
    return {
      name,
      control: {
        ...control,
        watchSteps: control.watchSteps.concat(ids),
        phoneSteps: control.phoneSteps.concat(ids),
        watchWord(step, context) {
          const ownName = nameOf(step);
          return ownName === undefined ? control.watchWord(step, context) : phrase('plain', ownName);
        },
        phoneWord(step, routine) {
          const ownName = nameOf(step);
          return ownName === undefined ? control.phoneWord(step, routine) : phonePhrase('plain', ownName);
        },
      },
    };
  });
}
