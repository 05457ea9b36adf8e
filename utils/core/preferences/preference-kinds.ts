/**
 * The kinds of preferences: one of a few values, a whole number, spots a side, an hour. Each function here makes a row of
 * the preference table, which says what the preference accepts and how watch and phone offer it.
 */
import { isFields } from '../base/fields.ts';
import type { Routine } from '../routine/routine.ts';
import { hourPhrase } from '../schedule/next-phrase.ts';
import { type PhonePhrase, phrase as phonePhrase } from '../text/phone-phrase.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

export interface Preference<Value> {
  /** Ends the sentence "… must be". */
  readonly mustBe: string;
  accepts(value: unknown): boolean;
  /** How it is changed, in the order of the screens. A preference of two sides has two. */
  readonly controls: readonly Control<Value>[];
}

/** A row of the watch's options, and a list on the phone's page. */
export interface Control<Value> {
  /** A text with a gap for the value. */
  readonly watchLabel: WatchText;
  readonly phoneLabel: PhonePhrase;
  /** What a tap on the watch goes through. */
  readonly watchSteps: readonly Step[];
  /** What the phone lists. */
  readonly phoneSteps: readonly Step[];
  /** The step that `value` is at, which need not be one that is offered. */
  stepOf(value: Value): Step;
  /** The value once `step` has been chosen. */
  withStep(value: Value, step: Step): Value;
  watchWord(step: Step, isTwelveHour: boolean): Phrase;
  /** @param routine the one that the wearer has picked: what is usual is its number */
  phoneWord(step: Step, routine: Routine): PhonePhrase;
}

/** What is chosen with one touch. Two steps are the same where their JSON is. */
export type Step = string | number | boolean | null | readonly string[];

type WatchText = Parameters<typeof phrase>[0];
type PhoneText = Parameters<typeof phonePhrase>[0];

/** What every preference says of itself. */
interface Basics {
  readonly label: readonly [watch: WatchText, phone: PhoneText];
}

/** A value that can be chosen, with its words. */
type Choice<Value> = readonly [value: Value, watch: WatchText, phone: PhoneText];

/** One of a few values, each offered on watch and phone. */
export function oneOf<Value extends Step>(
  spec: Basics & { readonly choices: readonly Choice<Value>[]; readonly mustBe?: string },
): Preference<Value> {
  const { label, choices } = spec;
  const values = choices.map(([value]) => value);
  return {
    mustBe: spec.mustBe ?? values.map((value) => JSON.stringify(value)).join(' or '),
    accepts: (given) => values.some((value) => isSame(value, given)),
    controls: [
      {
        watchLabel: label[0],
        phoneLabel: phonePhrase(label[1]),
        watchSteps: values,
        phoneSteps: values,
        ...wholeValue<Value>(),
        watchWord: (step) => phrase(choiceAt(choices, step)[1]),
        phoneWord: (step) => phonePhrase(choiceAt(choices, step)[2]),
      },
    ],
  };
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

/** A whole number from `least` to `most`, or one of `also`: null, which leaves it to the routine, or a word. */
export function wholeNumber<Also extends string | null = never>(
  spec: Basics & {
    readonly least: number;
    readonly most: number;
    readonly also?: readonly Choice<Also>[];
    readonly watchSteps: readonly (number | Also)[];
    readonly phoneSteps: readonly (number | Also)[];
    /** It is added to something, so that a plus says more. */
    readonly isAdded?: boolean;
    /** What null comes to, s. */
    readonly usualS?: (routine: Routine) => number;
  },
): Preference<number | Also> {
  const { label, least, most, watchSteps, phoneSteps, usualS } = spec;
  const also: readonly Choice<Also>[] = spec.also ?? [];
  const others = also.map(([value]) => JSON.stringify(value));
  const number = (step: Step): string => (spec.isAdded && Number(step) > 0 ? `+${step}` : String(step));
  return {
    mustBe: [`a whole number from ${least} to ${most}`, others.join(' or ')]
      .filter((part) => part !== '')
      .join(others.length > 1 ? ', ' : ' or '),
    accepts: (given) => isWhole(given, least, most) || also.some(([value]) => value === given),
    controls: [
      {
        watchLabel: label[0],
        phoneLabel: phonePhrase(label[1]),
        watchSteps,
        phoneSteps,
        ...wholeValue<number | Also>(),
        watchWord: (step) =>
          typeof step === 'number'
            ? phrase('options.seconds', number(step))
            : phrase(choiceAt(also, step)[1]),
        phoneWord(step, routine) {
          if (typeof step === 'number') return phonePhrase('unit.seconds', number(step));
          if (step === null && usualS) return phonePhrase('preferences.usual-s', usualS(routine));
          return phonePhrase(choiceAt(also, step)[2]);
        },
      },
    ],
  };
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
    watchWord: (step) => (step === null ? phrase('options.usual') : phrase('options.plain', Number(step))),
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

/** Something that comes once a day, where it is on. */
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
        watchWord: (step, isTwelveHour) =>
          typeof step === 'number' ? hourPhrase(step, isTwelveHour) : phrase('options.off'),
        phoneWord: (step) =>
          typeof step === 'number' ? phonePhrase('unit.hour', step) : phonePhrase('unit.off'),
      },
    ],
  };
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A control that changes the whole value. */
function wholeValue<Value extends Step>(): Pick<Control<Value>, 'stepOf' | 'withStep'> {
  return { stepOf: (value) => value, withStep: (_, step) => step as Value };
}

/** The choice of this value; the first where there is none, which only a value out of its range comes to. */
function choiceAt<Value extends Step>(choices: readonly Choice<Value>[], step: Step): Choice<Value> {
  return choices.find(([value]) => isSame(value, step)) ?? (choices[0] as Choice<Value>);
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Math.floor(value) === value && value >= least && value <= most;
}
