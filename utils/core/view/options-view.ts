/** The watch's options: what each row says, and what a tap on it changes. The rows come from the preference table. */
import { isSame, type StepValue, type WatchContext } from '../preferences/preference-kinds.ts';
import type { PreferenceControl } from '../preferences/preference-rows.ts';
import type { Preferences } from '../preferences/preference-table.ts';
import { asPrescribed, isPrescribed } from '../routine/prescribed.ts';
import type { Routine } from '../routine/routine.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

/** The rows for a watch. Without a buzzer there is no row for sound. */
export function controlsFor(
  controls: readonly PreferenceControl[],
  hasBuzzer: boolean,
): readonly PreferenceControl[] {
  return controls.filter(({ name }) => hasBuzzer || name !== 'sound');
}

/** A row: the preference, its value at a glance, and what the value means. */
export interface OptionRow {
  readonly label: Phrase;
  readonly value: Phrase;
  readonly means: Phrase;
}

/** What the rows need to know besides the preferences. */
export interface OptionsContext {
  /** The watch shows hours from 1 to 12. */
  readonly isTwelveHour: boolean;
  /** The routine that the wearer has picked. */
  readonly routine: Routine;
}

export function optionRow(
  values: Preferences,
  { name, control }: PreferenceControl,
  context: OptionsContext,
): OptionRow {
  const step = control.stepOf(asPrescribed(context.routine, values)[name]);
  const here: WatchContext = { ...context, stage: values.stage };
  return {
    label: phrase(control.watchLabel),
    value: control.watchWord(step, here),
    means: isPrescribed(context.routine, name)
      ? phrase('options.prescribed')
      : control.watchMeans(step, here),
  };
}

/**
 * The preference that a tap changes, with its next value. The next value always reads differently: a number that equals the
 * routine's is left to the routine. After a value that only the phone offers comes the first step. Nothing changes what a
 * routine prescribes.
 */
export function nextStep(
  values: Preferences,
  { name, control }: PreferenceControl,
  context: OptionsContext,
): Partial<Preferences> {
  if (isPrescribed(context.routine, name)) return {};
  const here = control.stepOf(values[name]);
  const word = (step: StepValue): string =>
    JSON.stringify(control.watchWord(step, { ...context, stage: values.stage }));
  const [first = null] = control.watchSteps;
  const offered = control.watchSteps.filter((step, at) => at === 0 || word(step) !== word(first));
  const at = offered.findIndex((step) => isSame(step, here)) + 1;
  const next = offered
    .slice(at)
    .concat(offered)
    .find((step) => word(step) !== word(here));
  return next === undefined ? {} : { [name]: control.withStep(values[name], next) };
}

/** Whether the helper may run: the wearer's answer, and whether the watch has granted it. */
export function helperRow(isAllowed: boolean, isGranted: boolean): OptionRow {
  const state = isAllowed ? (isGranted ? 'on' : 'not-yet') : 'off';
  return {
    label: phrase('options.helper'),
    value: phrase(`options.${state}`),
    means: phrase(`options.helper.${state}`),
  };
}
