/** What the phone service made of an import, stored for the page to show. */

export interface ImportResult {
  /** How many records were new. */
  readonly added: number;
  /** How many records were stored already. */
  readonly known: number;
  /** How many records were not stored: the storage did not take them, or they were deleted on this phone before. */
  readonly lost: number;
}

/** The storage key of the result. The service is its only writer. */
export const IMPORT_RESULT_KEY = 'import.result';

/** The result in a stored text; null where there is none. */
export function parseImportResult(text: string | null | undefined): ImportResult | null {
  const numbers = typeof text === 'string' ? text.split(' ').map(Number) : [];
  const [added, known, lost] = numbers;
  if (added === undefined || known === undefined || lost === undefined) return null;
  return [added, known, lost].every((value) => value >= 0) ? { added, known, lost } : null;
}

export function importResultText({ added, known, lost }: ImportResult): string {
  return `${added} ${known} ${lost}`;
}
