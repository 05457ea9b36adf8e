/** Checks data that claims to be a routine, and says what is wrong with it and where. */
import { cleanName, LONGEST_NAME } from '../base/clean-name.ts';
import { type Fields, isFields } from '../base/fields.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { MIN_CUE_GAP_S } from '../tuning.ts';
import { GLYPHS, HOLD_KITS, type Routine, STAGES } from './routine.ts';

/** The fields of `positionsS` and `linger`. A routine's code has them in this order. */
export const TRANSITIONS = [
  'first',
  'same-side',
  'other-side',
  'turn-over',
  'turn-over-from-hook',
  'place-hook',
  'stand',
] as const;
export const LINGERS = ['usualS', 'leastS', 'mostS', 'stayS', 'softEveryS', 'ceilingS'] as const;
const CUES = ['press', 'check', 'minimum'];

/**
 * The steps that a record of the log has room for (`docs/log-format.md`). Its body holds 3,400 bytes: 60 holds take up to 20
 * each, 20 planned steps and all names up to 1,900 (15 for a step, 3 for a letter of a name), and everything else 100.
 */
const MOST_STEPS = 20;
/** Spots on each of two sides: a reader of the log refuses a record with more than 1,000 planned holds. */
const MOST_SPOTS = 500;

/** Thrown inside this file only; `parseRoutine` returns it as a failure. */
class Wrong extends Error {
  readonly where: string;
  constructor(what: string, where: string) {
    super(what);
    this.where = where;
  }
}

/**
 * The routine in `data`, or a sentence with the path of the first thing that is missing or out of its range. Seconds are
 * whole, 1 to 3,600; counts are whole, 1 to 100. Because a record must have room for it, a routine has 1 to 20 steps, a name 1
 * to 24 letters, and a stage at most 500 spots a side.
 */
export function parseRoutine(data: unknown): Result<Routine> {
  try {
    return ok(readRoutine(data));
  } catch (thrown) {
    if (thrown instanceof Wrong) return fail(thrown.message, thrown.where);
    throw thrown;
  }
}

function readRoutine(data: unknown): Routine {
  const routine = fields(data, 'routine');
  named(routine.id, 'routine', 'id');
  whole(routine.version, 'version', 1, 65_535);
  const steps = list(routine.steps, 'steps');
  if (steps.length === 0) throw new Wrong('a routine needs at least one step', 'steps');
  if (steps.length > MOST_STEPS) {
    throw new Wrong(`a routine has at most ${MOST_STEPS} steps, not ${steps.length}`, 'steps');
  }
  steps.forEach((step, at) => {
    readStep(fields(step, `steps/${at}`), `steps/${at}`);
  });
  for (const stage of STAGES) checkSpotCount(steps, stage);
  everyNamed(routine.positionsS, 'positionsS', TRANSITIONS, seconds);
  everyNamed(routine.tries, 'tries', STAGES, count);
  for (const name of ['mostSpots', 'retries']) {
    const given = routine[name];
    if (given !== undefined) everyNamed(given, name, Object.keys(fields(given, name)), stageCount);
  }
  everyNamed(routine.linger, 'linger', LINGERS, seconds);
  whole(fields(routine.linger, 'linger').softEveryS, 'linger/softEveryS', MIN_CUE_GAP_S, 3_600);
  everyNamed(routine.rest, 'rest', STAGES, (rule, where) => {
    const days = fields(rule, where);
    count(days.earliestDays, `${where}/earliestDays`);
    count(days.latestDays, `${where}/latestDays`);
    if (Number(days.latestDays) < Number(days.earliestDays)) {
      throw new Wrong('the latest day lies before the earliest', `${where}/latestDays`);
    }
  });
  // Every field of the type has been checked above.
  return data as Routine;
}

function readStep(step: Fields, where: string): void {
  named(step.id, 'step', `${where}/id`);
  oneOf(step.glyph, GLYPHS, 'glyph', `${where}/glyph`);
  if (step.kind === 'march') {
    count(step.lifts, `${where}/lifts`);
    seconds(step.beatS, `${where}/beatS`);
    return;
  }
  oneOf(step.kind, ['hold'], 'kind of step', `${where}/kind`);
  const doses = fields(step.doses, `${where}/doses`);
  const kits = Object.keys(doses);
  if (kits.length === 0) throw new Wrong('the dose is missing', `${where}/doses`);
  for (const kit of kits) {
    oneOf(kit, HOLD_KITS, 'kit', `${where}/doses`);
    readCues(doses[kit], `${where}/doses/${kit}`);
  }
  everyNamed(step.spots, `${where}/spots`, STAGES, count);
}

function named(id: unknown, what: string, where: string): void {
  if (typeof id !== 'string' || id === '') throw new Wrong(`the ${what} has no name`, where);
  if (id.length > LONGEST_NAME) {
    throw new Wrong(`a name has at most ${LONGEST_NAME} letters, this one has ${id.length}`, where);
  }
  if (cleanName(id) !== id) throw new Wrong(`the ${what} can only be called "${cleanName(id)}"`, where);
}

/** @param steps checked already, each on its own */
function checkSpotCount(steps: readonly unknown[], stage: string): void {
  let spots = 0;
  steps.forEach((step, at) => {
    const { kind, spots: own } = step as Fields;
    if (kind !== 'hold') return;
    spots += Number((own as Fields)[stage]);
    if (spots > MOST_SPOTS) {
      const where = `steps/${at}/spots/${stage}`;
      throw new Wrong(
        `a routine has at most ${MOST_SPOTS} spots a side at a stage, with this step ${spots}`,
        where,
      );
    }
  });
}

function readCues(data: unknown, where: string): void {
  const cues = list(data, where).map((mark, at) => fields(mark, `${where}/${at}`));
  let lastS = 0;
  cues.forEach((mark, at) => {
    const here = `${where}/${at}`;
    oneOf(mark.cue, CUES, 'cue', `${here}/cue`);
    seconds(mark.atS, `${here}/atS`);
    if (Number(mark.atS) <= lastS) throw new Wrong('cues must come one after the other', `${here}/atS`);
    lastS = Number(mark.atS);
  });
  if (cues[cues.length - 1]?.cue !== 'minimum') {
    throw new Wrong('the dose is missing: the last cue of a hold must be its minimum', where);
  }
}

function oneOf(data: unknown, words: readonly string[], what: string, where: string): void {
  if (!words.includes(String(data))) throw new Wrong(`unknown ${what} "${String(data)}"`, where);
}

function everyNamed(
  data: unknown,
  where: string,
  names: readonly string[],
  read: (value: unknown, where: string) => void,
): void {
  const all = fields(data, where);
  for (const name of names) read(all[name], `${where}/${name}`);
}

function seconds(data: unknown, where: string): void {
  whole(data, where, 1, 3_600);
}

function count(data: unknown, where: string): void {
  whole(data, where, 1, 100);
}

/** A count at one of the stages. */
function stageCount(data: unknown, where: string): void {
  oneOf(where.slice(where.indexOf('/') + 1), STAGES, 'stage', where);
  count(data, where);
}

function whole(data: unknown, where: string, least: number, most: number): void {
  if (typeof data !== 'number' || Math.floor(data) !== data || data < least || data > most) {
    if (data === undefined) throw new Wrong('the number is missing', where);
    throw new Wrong(`expected a whole number from ${least} to ${most}, found ${JSON.stringify(data)}`, where);
  }
}

function list(data: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(data)) throw new Wrong('expected a list', where);
  return data;
}

function fields(data: unknown, where: string): Fields {
  if (!isFields(data)) throw new Wrong(data === undefined ? 'is missing' : 'expected named fields', where);
  return data;
}
