/** What one may start from: the built-in routines in one's own language, and examples that were written with this editor. */
import { LONGEST_NAME } from '../../utils/core/base/clean-name.ts';
import { routines } from '../../utils/core/routine/built-in.ts';
import type { DefinitionStep, RoutineDefinition } from '../../utils/core/routine/definition.ts';
import type { CueMark, HoldStep, Routine, Step } from '../../utils/core/routine/routine.ts';
import { decodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { type Locale, phoneTexts } from '../../utils/core/text/catalogues.ts';
import { watchTexts } from '../../utils/core/text/watch-catalogues.ts';
import { type Draft, dayText, draftOf } from './draft.ts';
import { EXAMPLE_CODES } from './examples.ts';

export interface StartingPoint {
  readonly name: string;
  readonly draft: Draft;
}

/** Every starting point, the built-in routines first. */
export function startingPoints(locale: Locale, today: Date): readonly StartingPoint[] {
  return [
    ...routines.map((routine) => definitionOf(routine, locale, today)),
    ...EXAMPLE_CODES.flatMap((code) => {
      const read = decodeRoutine(code);
      return read.ok ? [read.value] : [];
    }),
  ].map((definition) => ({ name: definition.name, draft: draftOf(definition) }));
}

/** A text of either catalogue by a key that a routine names; empty where there is none. */
function textOf(locale: Locale, key: string): string {
  const texts: Readonly<Record<string, string>> = { ...watchTexts[locale], ...phoneTexts[locale] };
  return texts[key] ?? '';
}

/** The first of these texts that a definition has room for as a name. */
function nameOf(locale: Locale, ...keys: readonly string[]): string {
  return keys.map((key) => textOf(locale, key)).find(({ length }) => length <= LONGEST_NAME) ?? '';
}

/** A built-in routine as a definition. The author is left open: whoever changes it answers for it. */
function definitionOf(routine: Routine, locale: Locale, today: Date): RoutineDefinition {
  const { id: _id, version: _version, steps, ...numbers } = routine;
  const reviewDay = new Date(today.getFullYear() + 1, today.getMonth(), today.getDate());
  return {
    name: nameOf(locale, `phone.routine.${routine.id}`, `routine.${routine.id}`),
    author: '',
    version: 1,
    reviewBy: dayText(reviewDay),
    safety: '',
    source: '',
    steps: steps.map((step) => definitionStep(step, locale)),
    ...numbers,
  };
}

function definitionStep(step: Step, locale: Locale): DefinitionStep {
  const { id, ...rest } = step;
  const kit = step.kind === 'march' ? 'none' : Object.keys(step.doses)[0];
  const words = {
    name: nameOf(locale, `phone.step.${id}`, `summary.place.${id}`),
    instruction: textOf(locale, `step.${id}.${kit}.place`),
  };
  return rest.kind === 'march' ? { ...rest, ...words } : { ...rest, doses: dosesOf(rest), ...words };
}

/** The doses without `press`, which a definition does not have: that cue is felt as any other "easing?". */
function dosesOf({ doses }: Omit<HoldStep, 'id'>): HoldStep['doses'] {
  const plain = Object.entries(doses).map(([kit, cues = []]) => [
    kit,
    cues.map((mark: CueMark) => (mark.cue === 'press' ? { ...mark, cue: 'check' } : mark)),
  ]);
  return Object.fromEntries(plain) as HoldStep['doses'];
}
