/** What the service made of an import, for the page to say. */

export interface ImportResult {
  /** Records that were new. */
  readonly added: number;
  /** Records that were there. */
  readonly known: number;
  /** Records that the storage did not keep, or that were deleted on this phone before. */
  readonly lost: number;
}

/** Writer: the service. */
export const IMPORT_RESULT_KEY = 'import.result';

export function parseImportResult(text: string | null | undefined): ImportResult | null {
  const numbers = typeof text === 'string' ? text.split(' ').map(Number) : [];
  const [added, known, lost] = numbers;
  if (added === undefined || known === undefined || lost === undefined) return null;
  return [added, known, lost].every((value) => value >= 0) ? { added, known, lost } : null;
}

export function importResultText({ added, known, lost }: ImportResult): string {
  return `${added} ${known} ${lost}`;
}
