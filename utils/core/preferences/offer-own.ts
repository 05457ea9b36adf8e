/** The rows of the watch's options with the wearer's own routines among the routines. */
import type { OwnRoutine } from '../routine/find-routine.ts';
import { phrase } from '../text/phrase.ts';
import type { PreferenceControl } from './preference-rows.ts';

export function offerOwn(
  controls: readonly PreferenceControl[],
  own: readonly OwnRoutine[],
): readonly PreferenceControl[] {
  return controls.map((one) => {
    if (one.name !== 'routine') return one;
    const { control } = one;
    return {
      name: one.name,
      control: {
        ...control,
        watchSteps: control.watchSteps.concat(own.map(({ routine }) => routine.id)),
        watchWord(step, context) {
          const chosen = own.find(({ routine }) => routine.id === step);
          return chosen === undefined ? control.watchWord(step, context) : phrase('plain', chosen.name);
        },
      },
    };
  });
}
