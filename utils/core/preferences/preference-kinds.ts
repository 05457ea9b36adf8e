/**
 * The kinds of preferences: one of a few values, a whole number, spots for each side, an hour. Each function here makes a row
 * of the preference table, which defines what the preference accepts and how watch and phone offer it.
 */
import { isFields } from '../base/fields.ts';
import { spotCount } from '../routine/lay-out-plan.ts';
import type { HoldStep, Routine, Stage } from '../routine/routine.ts';
import { timePhrase } from '../schedule/next-phrase.ts';
import { type PhonePhrase, phrase as phonePhrase } from '../text/phone-phrase.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import type { WatchKey } from '../text/watch-en.ts';

export interface Preference<Value> {
  /** Ends the sentence "… must be". */
  readonly mustBe: string;
  accepts(value: unknown): boolean;
  /** The controls that change it, in the order of the screens. A preference for two sides has two. */
  readonly controls: readonly Control<Value>[];
}

/** A row of the watch's options, and a list on the phone's page. */
export interface Control<Value> {
  readonly watchLabel: WatchText;
  readonly phoneLabel: PhonePhrase;
  /** The values that taps on the watch cycle through. */
  readonly watchSteps: readonly StepValue[];
  /** The values that the phone lists. */
  readonly phoneSteps: readonly StepValue[];
  /** The step of `value`, which need not be one of those offered. */
  stepOf(value: Value): StepValue;
  /** The value once `step` has been chosen. */
  withStep(value: Value, step: StepValue): Value;
  /** The value at a glance; if a step leaves it to the routine, the routine's value. */
  watchWord(step: StepValue, context: WatchContext): Phrase;
  /** What the step means, in one line. */
  watchMeans(step: StepValue, context: WatchContext): Phrase;
  /** @param routine the one that the wearer has picked: what is usual is its number */
  phoneWord(step: StepValue, routine: Routine): PhonePhrase;
}

/** What the watch's wording also depends on. */
export interface WatchContext {
  /** The watch shows hours from 1 to 12. */
  readonly isTwelveHour: boolean;
  /** The routine that the wearer has picked. */
  readonly routine: Routine;
  readonly stage: Stage;
}

/** What is chosen with one touch. Two steps are the same where their JSON is. */
export type StepValue = string | number | boolean | null | readonly string[];

type WatchText = Parameters<typeof phrase>[0];
/** A text with another one that explains it in one line. */
type Explained = { [Key in WatchKey]: `${Key}.means` extends WatchKey ? Key : never }[WatchKey];
type PhoneText = Parameters<typeof phonePhrase>[0];

/** What every preference defines. */
interface Basics {
  /** For the stage, each choice is explained instead. */
  readonly label: readonly [watch: Explained | 'options.stage', phone: PhoneText];
}

/** A value that can be chosen, with its words. */
type Choice<Value> = readonly [value: Value, watch: WatchText, phone: PhoneText];

/** How the value of a preference with one control is offered. */
interface Offer<Value> extends Basics {
  readonly choices: readonly Choice<Value>[];
  readonly watchSteps: readonly Value[];
  readonly phoneSteps: readonly Value[];
  /** Each choice has its own line that explains it; otherwise they share the label's. */
  readonly hasMeanings?: boolean;
  /** The number is added to something, so it is shown with a plus sign. */
  readonly isAdded?: boolean;
  /** What null comes to, s; undefined if the routine has nothing of the kind. */
  readonly usualS?: (routine: Routine) => number | undefined;
}

/** A preference that is changed as a whole. A step that is a number is seconds; any other is one of the choices. */
function changedAsWhole<Value extends StepValue>(
  { label, choices, watchSteps, phoneSteps, hasMeanings, isAdded, usualS }: Offer<Value>,
  mustBe: string,
  accepts: (value: unknown) => boolean,
): Preference<Value> {
  const number = (step: number): string => (isAdded && step > 0 ? `+${step}` : String(step));
  const control: Control<Value> = {
    watchLabel: label[0],
    phoneLabel: phonePhrase(label[1]),
    watchSteps,
    phoneSteps,
    stepOf: (value) => value,
    withStep: (_, step) => step as Value,
    watchWord(step, { routine }) {
      const seconds = step === null && usualS ? usualS(routine) : step;
      return typeof seconds === 'number'
        ? phrase('options.seconds', number(seconds))
        : phrase(choiceAt(choices, step)[1]);
    },
    watchMeans: (step) => meaningOf(hasMeanings ? choiceAt(choices, step)[1] : label[0]),
    phoneWord(step, routine) {
      if (typeof step === 'number') return phonePhrase('unit.seconds', number(step));
      const seconds = step === null && usualS ? usualS(routine) : undefined;
      if (seconds !== undefined) return phonePhrase('preferences.usual-s', seconds);
      return phonePhrase(choiceAt(choices, step)[2]);
    },
  };
  return { mustBe, accepts, controls: [control] };
}

/** One of a few values, each offered on watch and phone. */
export function oneOf<Value extends StepValue>(
  spec: Basics & {
    readonly choices: readonly Choice<Value>[];
    readonly hasMeanings?: boolean;
    readonly mustBe?: string;
    /** Also accepts values that are not in the list. */
    readonly isAlso?: (given: unknown) => boolean;
  },
): Preference<Value> {
  const values = spec.choices.map(([value]) => value);
  return changedAsWhole(
    { ...spec, watchSteps: values, phoneSteps: values },
    spec.mustBe ?? values.map((value) => JSON.stringify(value)).join(' or '),
    (given) => values.some((value) => isSame(value, given)) || (spec.isAlso?.(given) ?? false),
  );
}

export function onOrOff(spec: Basics): Preference<boolean> {
  return oneOf({
    ...spec,
    choices: [
      [true, 'options.on', 'unit.on'],
      [false, 'options.off', 'unit.off'],
    ],
  });
}

/** A whole number from `least` to `most`, or one of the choices: null, which leaves it to the routine, or a word. */
export function wholeNumber<Also extends string | null = never>(
  spec: Omit<Offer<number | Also>, 'choices'> & {
    readonly least: number;
    readonly most: number;
    readonly choices?: readonly Choice<Also>[];
  },
): Preference<number | Also> {
  const { least, most, choices = [] } = spec;
  const others = choices.map(([value]) => JSON.stringify(value)).join(' or ');
  const range = `a whole number from ${least} to ${most}`;
  return changedAsWhole<number | Also>(
    { ...spec, choices },
    others === '' ? range : `${range}${choices.length > 1 ? ', ' : ' or '}${others}`,
    (given) => isWhole(given, least, most) || choices.some(([value]) => value === given),
  );
}

/** A whole number on each side; null leaves it to the routine. */
export interface SideCounts {
  readonly left: number | null;
  readonly right: number | null;
}

/** 1 to `most` or null on each side; each side is changed on its own. */
export function countsPerSide(spec: {
  readonly most: number;
  readonly watchLabels: Readonly<Record<keyof SideCounts, WatchText>>;
  readonly means: WatchText;
  /** The routine decides then. */
  readonly meansWhileSore: WatchText;
  /** A text with a gap for the side. */
  readonly phoneLabel: PhoneText;
}): Preference<SideCounts> {
  const { most } = spec;
  const steps = [null, ...Array.from({ length: most }, (_, at) => at + 1)];
  const controlOf = (side: keyof SideCounts): Control<SideCounts> => ({
    watchLabel: spec.watchLabels[side],
    phoneLabel: phonePhrase(spec.phoneLabel, phonePhrase(`phone.side.${side}`)),
    watchSteps: steps,
    phoneSteps: steps,
    stepOf: (value) => value[side],
    withStep: (value, step) => ({ ...value, [side]: step }),
    watchWord: (step, context) => spotsPhrase(step === null ? null : Number(step), context),
    watchMeans: (_, { stage }) => phrase(stage === 'sore' ? spec.meansWhileSore : spec.means),
    phoneWord: (step) =>
      step === null ? phonePhrase('preferences.usual') : phonePhrase('plain', Number(step)),
  });
  return {
    mustBe: `{"left", "right"} with a whole number from 1 to ${most} or null each`,
    accepts: (given) =>
      isFields(given) &&
      [given.left, given.right].every((count) => count === null || isWhole(count, 1, most)),
    controls: [controlOf('left'), controlOf('right')],
  };
}

/** The spots of a side in the order of the routine's steps, such as "Front 1, Back 2". */
function spotsPhrase(count: number | null, { routine, stage }: WatchContext): Phrase {
  const spots = { left: count, right: count };
  const places = routine.steps
    .filter((step): step is HoldStep => step.kind === 'hold')
    .map((step) =>
      phrase(
        'options.spotsAt',
        step.lines ? step.id : phrase(`summary.place.${step.id}`),
        spotCount(step, { stage, spots }, 'left'),
      ),
    );
  return places.reduce((before, place) => phrase('options.and', before, place));
}

/** Something that comes once a day if it is on. */
export interface DailyHour {
  readonly on: boolean;
  /** Local hour of the day, 0 to 23; kept while it is off. */
  readonly hour: number;
}

const OFF = 'off';

/** Off, or an hour of the day; the phone offers every hour. */
export function dailyHour(spec: Basics & { readonly watchHours: readonly number[] }): Preference<DailyHour> {
  const { label, watchHours } = spec;
  return {
    mustBe: '{"on": true or false, "hour": a whole number from 0 to 23}',
    accepts: (given) => isFields(given) && typeof given.on === 'boolean' && isWhole(given.hour, 0, 23),
    controls: [
      {
        watchLabel: label[0],
        phoneLabel: phonePhrase(label[1]),
        watchSteps: [OFF, ...watchHours],
        phoneSteps: [OFF, ...Array.from({ length: 24 }, (_, hour) => hour)],
        stepOf: ({ on, hour }) => (on ? hour : OFF),
        withStep: ({ hour }, step) =>
          typeof step === 'number' ? { on: true, hour: step } : { on: false, hour },
        watchWord: (step, { isTwelveHour }) =>
          typeof step === 'number' ? timePhrase(step * 60, isTwelveHour) : phrase('options.off'),
        watchMeans: () => meaningOf(label[0]),
        phoneWord: (step) =>
          typeof step === 'number' ? phonePhrase('unit.hour', step) : phonePhrase('unit.off'),
      },
    ],
  };
}

/** @param key of a text that has a meaning beside it */
function meaningOf(key: string): Phrase {
  return phrase(`${key}.means` as WatchKey);
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The choice of this value; the first if there is none, which only a value out of its range comes to. */
function choiceAt<Value extends StepValue>(
  choices: readonly Choice<Value>[],
  step: StepValue,
): Choice<Value> {
  return choices.find(([value]) => isSame(value, step)) ?? (choices[0] as Choice<Value>);
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Math.floor(value) === value && value >= least && value <= most;
}
