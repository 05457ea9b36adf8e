/**
 * Checks data that claims to be a definition, and says what is wrong with it and where. The watch, the phone and the editor all
 * believe a definition only after this.
 */
import { cleanLine, LONGEST_NAME } from '../base/clean-name.ts';
import { type Fields, fieldsOf } from '../base/fields.ts';
import { type Failure, fail, ok, type Result } from '../base/result.ts';
import { newWearer } from '../preferences/preference-table.ts';
import { dayOf, dayText } from '../schedule/calendar.ts';
import type { RoutineDefinition } from './definition.ts';
import { layOutPlan } from './lay-out-plan.ts';
import { routineOf } from './own-routine.ts';
import { parseRoutine } from './parse-routine.ts';
import { plannedSlotS } from './plan.ts';
import { type Kit, STAGES, type Stage } from './routine.ts';

/** Every text of a definition, with its least and most letters (UTF-16 units). */
const TEXTS: readonly (readonly [name: string, least: number, most: number])[] = [
  ['name', 1, LONGEST_NAME],
  ['author', 1, 40],
  ['safety', 0, 120],
  ['source', 0, 120],
];
const STEP_TEXTS: typeof TEXTS = [
  ['name', 1, LONGEST_NAME],
  ['instruction', 0, 60],
];
const MOST_STEPS = 8;
/** A record of the log has room for this many holds (`make-record.ts`). */
const MOST_HOLDS = 60;
const MOST_MINUTES = 120;
/** How many times a hold may ask whether it eases. */
const MOST_QUESTIONS = 100;
/** The day of a review is stored in 16 bits: up to 2149-06-06. */
const LAST_DAY = 65_535;
/** The kit that each drawing shows; there are no others. */
export const DRAWN_WITH: Readonly<Record<string, readonly string[]>> = {
  front: ['ball', 'hook'],
  back: ['ball'],
  kneel: ['none'],
  calf: ['none'],
  march: ['march'],
  none: ['ball', 'hook', 'none', 'march'],
};
/** Markup and half characters are not allowed anywhere. */
const MARKUP = /[<>]|[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/;

/**
 * The definition in `data`, or a sentence with the path of the first thing that is wrong: a text that is too long or no plain
 * text, a number that `parseRoutine` refuses, a cue that only the built-in routines have, a drawing that does not exist, or a
 * session that cannot be planned at some stage.
 */
export function parseDefinition(data: unknown): Result<RoutineDefinition> {
  const failure = wrongTexts(fieldsOf(data), '', TEXTS) || wrongDay(fieldsOf(data).reviewBy);
  if (failure) return { ok: false, failure };
  const fields = data as Fields;
  const steps: readonly unknown[] = Array.isArray(fields.steps) ? fields.steps : [];
  if (steps.length > MOST_STEPS)
    return fail(`a routine has at most ${MOST_STEPS} steps, not ${steps.length}`, 'steps');
  for (let at = 0; at < steps.length; at++) {
    const wrong = wrongStep(steps, at);
    if (wrong) return { ok: false, failure: wrong };
  }
  const named = steps.map((step) => ({ ...fieldsOf(step), id: fieldsOf(step).name }));
  const routine = parseRoutine({
    ...fields,
    id: 'own',
    steps: Array.isArray(fields.steps) ? named : fields.steps,
  });
  if (!routine.ok) return routine;
  const definition = data as RoutineDefinition;
  const unplanned = wrongLinger(definition) || wrongPlan(definition);
  return unplanned ? { ok: false, failure: unplanned } : ok(definition);
}

/** The day of a review, counted from 1970-01-01; -1 if the text is no date that a definition can have. */
export function reviewDay(text: string): number {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  const day = dayOf([year, month, date]);
  return day >= 0 && day <= LAST_DAY && dayText(day) === text ? day : -1;
}

function wrongDay(text: unknown): Failure | null {
  if (typeof text === 'string' && reviewDay(text) >= 0) return null;
  return { what: 'expected a date such as 2027-01-31', where: 'reviewBy' };
}

function wrongTexts(fields: Fields, where: string, texts: typeof TEXTS): Failure | null {
  for (const [name, least, most] of texts) {
    const text = fields[name];
    const wrong = wrongText(text, least, most);
    if (wrong !== '') return { what: wrong, where: where + name };
  }
  return null;
}

function wrongText(text: unknown, least: number, most: number): string {
  if (typeof text !== 'string' || text.length < least) return 'the text is missing';
  if (text.length > most) return `at most ${most} letters, these are ${text.length}`;
  const clean = cleanLine(text, most);
  if (MARKUP.test(text)) return 'plain text without < and > is expected';
  return clean === text ? '' : `can only be "${clean}"`;
}

function wrongStep(steps: readonly unknown[], at: number): Failure | null {
  const where = `steps/${at}/`;
  const step = fieldsOf(steps[at]);
  const wrong = wrongTexts(step, where, STEP_TEXTS);
  if (wrong) return wrong;
  if (steps.findIndex((other) => fieldsOf(other).name === step.name) < at)
    return { what: 'another step has this name', where: `${where}name` };
  const { doses, glyph, kind, only } = step;
  const kits = kind === 'march' ? ['march'] : Object.keys(fieldsOf(doses));
  const drawn = DRAWN_WITH[String(glyph)];
  const undrawn = kits.find((kit) => drawn && drawn.indexOf(kit) < 0);
  if (undrawn)
    return { what: `the drawing "${glyph}" does not show this (${undrawn})`, where: `${where}glyph` };
  if (only !== undefined && (kind !== 'hold' || (only !== 'left' && only !== 'right')))
    return { what: 'expected "left" or "right", of a hold', where: `${where}only` };
  if (kind === 'hold' && kits.join() === 'hook')
    return { what: 'not everybody has the hook: the ball or nothing must do it too', where: `${where}doses` };
  for (const kit of kits) {
    const given = fieldsOf(doses)[kit];
    const cues: readonly unknown[] = Array.isArray(given) ? given : [];
    const questions = cues.length - 1;
    if (questions > MOST_QUESTIONS)
      return {
        what: `a hold asks at most ${MOST_QUESTIONS} times, this one ${questions} times`,
        where: `${where}doses/${kit}`,
      };
    const press = cues.findIndex((mark) => fieldsOf(mark).cue === 'press');
    if (press >= 0)
      return {
        what: 'only built-in routines have the cue "press"',
        where: `${where}doses/${kit}/${press}/cue`,
      };
  }
  return null;
}

/** The wearer may choose any time from the least to the most, and a plan is made with it. */
function wrongLinger({ linger: { usualS, leastS, mostS } }: RoutineDefinition): Failure | null {
  if (usualS >= leastS && usualS <= mostS) return null;
  return {
    what: `expected a whole number from ${leastS} to ${mostS}, found ${usualS}`,
    where: 'linger/usualS',
  };
}

/** Whether every stage gives a session, with either kit, of a realistic length that fits into the log. */
function wrongPlan(definition: RoutineDefinition): Failure | null {
  // The most that a wearer can come to: whoever has chosen one side has room for more steps under the limit of spots.
  const routine = routineOf({ ...definition, mostSpots: {} });
  for (const stage of STAGES) {
    for (const kit of ['ball', 'hook'] as const) {
      for (const lingerS of [null, 'until-say'] as const) {
        const wrong = wrongSession(routine, stage, kit, lingerS);
        if (wrong) return wrong;
      }
    }
  }
  return null;
}

function wrongSession(
  routine: ReturnType<typeof routineOf>,
  stage: Stage,
  kit: Kit,
  lingerS: null | 'until-say',
): Failure | null {
  const laidOut = layOutPlan(routine, { ...newWearer, stage, kit, lingerS });
  if (!laidOut.ok) return { ...laidOut.failure, where: `${stage}/${laidOut.failure.where}` };
  const { slots } = laidOut.value;
  const minutes = slots.reduce((sum, slot) => sum + plannedSlotS(slot), 0) / 60;
  if (slots.length > MOST_HOLDS)
    return { what: `a session has at most ${MOST_HOLDS} holds, this one ${slots.length}`, where: stage };
  if (lingerS === null && minutes > MOST_MINUTES)
    return {
      what: `a session lasts at most ${MOST_MINUTES} min, this one ${Math.ceil(minutes)}`,
      where: stage,
    };
  return null;
}
