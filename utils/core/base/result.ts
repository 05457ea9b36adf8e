/** The result of a function that reads foreign data: a value, or a failure that says what is wrong and where. Such a function never throws. */

export interface Failure {
  /** A sentence for people, without the location. */
  readonly what: string;
  /** The location: a byte offset (`byte 12`), a path (`steps/0/cues/1`) or a name. */
  readonly where: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(what: string, where: string): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { what, where } };
}

/** The failure as one line: `where: what`. */
export function sentence(failure: Failure): string {
  return `${failure.where}: ${failure.what}`;
}
