/** HTTP requests and answers as plain data, so that the core can shape and judge them without a network. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Asks the phone to hand a redirect over instead of following it. Whether it does is not documented, so the answer is checked. */
  readonly redirect: 'manual';
  /** Absent in a GET. */
  readonly body?: string;
}

export type HttpAnswer =
  | {
      readonly answered: true;
      readonly status: number;
      /** The answer came from another address than the one that was asked: a redirect was followed. */
      readonly isElsewhere?: boolean;
      /** The `Retry-After` header as it came: whole seconds or a date; empty if there is none. */
      readonly retryAfter: string;
      /** The parsed JSON, or the text if it is no JSON. */
      readonly body: unknown;
    }
  /** `why` contains neither the address nor the key. */
  | { readonly answered: false; readonly why: string };
