/** The watch's options: what each row says, and what a tap on it changes. The rows come from the preference table. */
import { isSame } from '../preferences/preference-kinds.ts';
import type { PreferenceControl } from '../preferences/preference-rows.ts';
import type { Preferences } from '../preferences/preference-table.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

/** The rows of a watch: it has nothing to sound without a buzzer. */
export function controlsFor(
  controls: readonly PreferenceControl[],
  hasBuzzer: boolean,
): readonly PreferenceControl[] {
  return controls.filter(({ name }) => hasBuzzer || name !== 'sound');
}

/** The preference that a tap changes, with its next value. A value that only the phone offers goes on to the first step. */
export function nextStep(values: Preferences, { name, control }: PreferenceControl): Partial<Preferences> {
  const { watchSteps } = control;
  const here = control.stepOf(values[name]);
  const next = watchSteps[(watchSteps.findIndex((step) => isSame(step, here)) + 1) % watchSteps.length];
  return next === undefined ? {} : { [name]: control.withStep(values[name], next) };
}

/** @param isTwelveHour the watch shows hours from 1 to 12 */
export function optionPhrase(
  values: Preferences,
  { name, control }: PreferenceControl,
  isTwelveHour: boolean,
): Phrase {
  return phrase(control.watchLabel, control.watchWord(control.stepOf(values[name]), isTwelveHour));
}

/** Whether the helper may run: what the wearer has said, and whether the watch has granted it. */
export function helperPhrase(isAllowed: boolean, isGranted: boolean): Phrase {
  const word = isGranted ? 'options.on' : 'options.not-yet';
  return phrase('options.helper', phrase(isAllowed ? word : 'options.off'));
}
