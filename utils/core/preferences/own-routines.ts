/**
 * The wearer's own routines in the document that watch and phone share. Their codes are a field that is not a preference but is
 * stored, merged and sent like one. Only the phone changes it.
 */
import type { Failure } from '../base/result.ts';
import type { RoutineDefinition } from '../routine/definition.ts';
import type { OwnRoutine } from '../routine/find-routine.ts';
import { ownId, routineOf } from '../routine/own-routine.ts';
import { readRoutineCode } from '../routine/read-routine-code.ts';
import { formatPreferences, type PreferenceDocument } from './document.ts';

/** How many a wearer may have. */
export const MOST_ROUTINES = 5;
/** How many letters their codes may have together: with them, and with a few more preferences, the document fits into one message. */
export const MOST_LETTERS = 2_050;
const FIELD = 'routines';

/** How many times they have been changed. */
export function routinesRevision({ fields }: PreferenceDocument): number {
  return fields[FIELD]?.revision ?? 0;
}

/** The codes, within the bounds; none if something else stands there. */
export function routineCodes({ fields }: PreferenceDocument): readonly string[] {
  const value = fields[FIELD]?.value;
  const codes = Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [];
  return areTooMany(codes) ? [] : codes;
}

export function areTooMany(codes: readonly string[]): boolean {
  return codes.length > MOST_ROUTINES || codes.join('').length > MOST_LETTERS;
}

/** The document in which the phone has these codes. */
export function withRoutineCodes(document: PreferenceDocument, codes: readonly string[]): PreferenceDocument {
  const revision = routinesRevision(document) + 1;
  return {
    ...document,
    fields: { ...document.fields, [FIELD]: { value: codes, revision, writer: 'phone' } },
  };
}

/**
 * How many letters that many codes may have together: fewer where the document has fields of a later version, because it has to
 * fit into a message.
 *
 * @param mostBytes what a message has room for
 */
export function roomForCodes(document: PreferenceDocument, count: number, mostBytes: number): number {
  const empty = withRoutineCodes(document, Array<string>(count).fill(''));
  return Math.max(0, Math.min(MOST_LETTERS, mostBytes - formatPreferences(empty).length));
}

export interface ReadDefinitions {
  readonly definitions: readonly RoutineDefinition[];
  /** Codes that could not be used; each location begins with the position of the code in the list. */
  readonly failures: readonly Failure[];
}

/** The routines of the codes. An unusable code does not affect the others. */
export function definitionsIn(document: PreferenceDocument): ReadDefinitions {
  const definitions: RoutineDefinition[] = [];
  const failures: Failure[] = [];
  routineCodes(document).forEach((code, at) => {
    const read = readRoutineCode(code);
    if (read.ok) definitions.push(read.value);
    else failures.push({ ...read.failure, where: `${FIELD}/${at}/${read.failure.where}` });
  });
  return { definitions, failures };
}

/** The name of the routine of this id; undefined if it is none of these. */
export function nameIn(definitions: readonly RoutineDefinition[], id: string): string | undefined {
  return definitions.find((definition) => ownId(definition) === id)?.name;
}

export function ownRoutineOf(definition: RoutineDefinition): OwnRoutine {
  const { name, safety } = definition;
  return { name, routine: routineOf(definition), ...(safety === '' ? {} : { safety }) };
}
