/**
 * The preferences as watch and phone store and exchange them: each field with its value, a revision and who wrote it. Fields
 * that this version does not understand are kept for a version that does.
 */
import { asciiJson } from '../base/ascii-json.ts';
import { isFields, parseJson } from '../base/fields.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { outOfRange } from './preference-rows.ts';
import { firstPreferences, type PreferenceName, type Preferences } from './preference-table.ts';
import { preferenceOf, storedName } from './preferences.ts';

const DOCUMENT_VERSION = 2;

export type Writer = 'watch' | 'phone';

export interface Field {
  readonly value: unknown;
  /** 1 at the first change, one more at each later one, whoever makes it. */
  readonly revision: number;
  readonly writer: Writer;
}

export interface PreferenceDocument {
  /** The newest version that has written this document. */
  readonly version: number;
  /** Only what somebody has chosen; names of later versions too. */
  readonly fields: Readonly<Record<string, Field>>;
}

export interface ParsedPreferences {
  readonly document: PreferenceDocument;
  /** Every field; one that was not chosen, or has an invalid value, has its default. */
  readonly preferences: Preferences;
  /** A sentence for each value that could not be used. */
  readonly faults: readonly string[];
}

export const emptyDocument: PreferenceDocument = { version: DOCUMENT_VERSION, fields: {} };

/** The document in `text`; an empty text is an empty document. An invalid part does not affect the rest. */
export function parsePreferences(text: string): ParsedPreferences {
  const faults: string[] = [];
  const document = text === '' ? emptyDocument : readDocument(text, faults);
  let preferences: Preferences = firstPreferences;
  for (const key of Object.keys(document.fields)) {
    const field = document.fields[key];
    const name = preferenceOf(key);
    if (field === undefined || name === undefined) continue;
    const fault = outOfRange(name, field.value);
    if (fault === null) preferences = { ...preferences, [name]: field.value };
    else faults.push(`preferences/${key} ${fault}; the default is used`);
  }
  return { document, preferences, faults };
}

/** The document as text: the same for the same content, ASCII only, as the watch's files need it. */
export function formatPreferences(document: PreferenceDocument): string {
  const { version, fields } = document;
  const inOrder: Record<string, Field | undefined> = {};
  for (const name of Object.keys(fields).sort()) inOrder[name] = fields[name];
  return asciiJson({ version, fields: inOrder });
}

/** The document with `name` changed; a failure if the value is out of its range. A value it has already is no change. */
export function setPreference<Name extends PreferenceName>(
  document: PreferenceDocument,
  name: Name,
  value: Preferences[Name],
  writer: Writer,
): Result<PreferenceDocument> {
  const key = storedName(name);
  const fault = outOfRange(name, value);
  if (fault !== null) return fail(`preferences/${key} ${fault}`, `preferences/${key}`);
  const before = document.fields[key];
  const known = before === undefined ? firstPreferences[name] : before.value;
  if (JSON.stringify(known) === JSON.stringify(value)) return ok(document);
  const revision = before === undefined ? 1 : before.revision + 1;
  return ok({
    version: Math.max(document.version, DOCUMENT_VERSION),
    fields: { ...document.fields, [key]: { value, revision, writer } },
  });
}

/** How often `name` has been changed; 0 if it was never. */
export function revisionOf(document: PreferenceDocument, name: PreferenceName): number {
  return document.fields[storedName(name)]?.revision ?? 0;
}

/**
 * The field that says when the wearer answered the advice to change the stage with "stay as it is". It is not a preference but
 * is stored like one.
 */
const STAGE_KEPT = 'stage-kept';

/** When that was last, s since 1970 UTC; 0 if it never was. */
export function stageKeptS({ fields }: PreferenceDocument): number {
  const value = fields[STAGE_KEPT]?.value;
  return typeof value === 'number' && value > 0 ? value : 0;
}

/** The document in which the watch says so. */
export function withStageKept(document: PreferenceDocument, atS: number): PreferenceDocument {
  if (stageKeptS(document) === atS) return document;
  const revision = (document.fields[STAGE_KEPT]?.revision ?? 0) + 1;
  return {
    ...document,
    fields: { ...document.fields, [STAGE_KEPT]: { value: atS, revision, writer: 'watch' } },
  };
}

/**
 * The merged document, the same on both sides: for each field the higher revision, or the phone's if they are equal. Nothing is
 * lost, in any order and however often they merge.
 */
export function mergePreferences(mine: PreferenceDocument, theirs: PreferenceDocument): PreferenceDocument {
  const fields: Record<string, Field> = { ...mine.fields };
  for (const name of Object.keys(theirs.fields)) {
    const their = theirs.fields[name];
    const my = fields[name];
    if (their !== undefined && (my === undefined || isNewer(their, my))) fields[name] = their;
  }
  return { version: Math.max(mine.version, theirs.version), fields };
}

function isNewer(one: Field, other: Field): boolean {
  if (one.revision !== other.revision) return one.revision > other.revision;
  if (one.writer !== other.writer) return one.writer === 'phone';
  // Two phones, or a phone that lost its data: any rule works if both sides use it.
  return JSON.stringify(one.value) > JSON.stringify(other.value);
}

function readDocument(text: string, faults: string[]): PreferenceDocument {
  const data = parseJson(text);
  if (!isFields(data) || !isFields(data.fields) || !isRevision(data.version)) {
    faults.push('preferences: the stored text is not a preferences document; the defaults are used');
    return emptyDocument;
  }
  const fields: Record<string, Field> = {};
  for (const name of Object.keys(data.fields)) {
    const field = data.fields[name];
    if (isField(field)) {
      fields[name] = { value: field.value, revision: field.revision, writer: field.writer };
    } else {
      faults.push(
        `preferences/${name} must have a value, a revision from 1 on and "watch" or "phone" as writer; it is left out`,
      );
    }
  }
  return { version: data.version, fields };
}

function isField(data: unknown): data is Field {
  return (
    isFields(data) &&
    data.value !== undefined &&
    isRevision(data.revision) &&
    (data.writer === 'watch' || data.writer === 'phone')
  );
}

function isRevision(value: unknown): value is number {
  return typeof value === 'number' && Math.floor(value) === value && value >= 1 && value < 2 ** 31;
}
