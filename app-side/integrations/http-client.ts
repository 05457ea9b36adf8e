/** The phone's `fetch` with callbacks and a time limit of its own. It evens out the two shapes in which the platform answers. */
import { fieldsOf, parseJson } from '../../utils/core/base/fields.ts';
import type { HttpAnswer, HttpRequest } from '../../utils/core/integrations/http.ts';
import { isSameAddress } from '../../utils/core/integrations/webhook-address.ts';
import { WHY } from '../../utils/core/integrations/why.ts';

/** Sends a request and calls `done` exactly once. Never throws. */
export type HttpClient = (request: HttpRequest, done: (answer: HttpAnswer) => void) => void;

export interface HttpClientPorts {
  readonly fetch: (request: HttpRequest) => Promise<unknown>;
  readonly after: (ms: number, code: () => void) => void;
}

/** A phone that saves power cuts a request after 10 s, whatever limit was asked for (zepp-health/zeppos-samples issue 88). */
const TIME_LIMIT_MS = 9_500;

export function createHttpClient({ fetch, after }: HttpClientPorts): HttpClient {
  return (request, done) => {
    let isOver = false;
    const end = (answer: HttpAnswer): void => {
      if (isOver) return;
      isOver = true;
      done(answer);
    };
    after(TIME_LIMIT_MS, () => end({ answered: false, why: WHY.silent }));
    try {
      fetch(request).then(
        (response) => end(answerOrNone(request, response)),
        // The error is not repeated, because it may contain the address.
        () => end({ answered: false, why: WHY.connection }),
      );
    } catch {
      end({ answered: false, why: WHY.unsent });
    }
  };
}

/** An answer that throws when it is read says nothing. */
function answerOrNone(request: HttpRequest, response: unknown): HttpAnswer {
  try {
    return answerOf(request, response);
  } catch {
    return { answered: false, why: WHY.unclear };
  }
}

function answerOf({ url }: HttpRequest, response: unknown): HttpAnswer {
  const { status: given, headers, body, ...about } = fieldsOf(response);
  // Every way in which a browser's answer, or something like it, tells that it came from elsewhere.
  const isElsewhere =
    about.redirected === true ||
    about.type === 'opaqueredirect' ||
    [about.url, about.responseURL, about.responseUrl].some(
      (address) => typeof address === 'string' && !isSameAddress(url, address),
    );
  const status = Number(given);
  if (!isElsewhere && !(status >= 100 && status < 600)) return { answered: false, why: WHY.unclear };
  return { answered: true, status, isElsewhere, retryAfter: retryAfterOf(headers), body: bodyOf(body) };
}

/** The platform's documentation allows both: a text, and the object that the text describes. */
function bodyOf(body: unknown): unknown {
  return typeof body === 'string' ? (parseJson(body) ?? body) : body;
}

/** The headers may be an object with `get`, as in browsers, or plain fields. */
function retryAfterOf(headers: unknown): string {
  const fields = fieldsOf(headers);
  if (typeof fields.get === 'function') {
    const got: unknown = fields.get.call(headers, 'retry-after');
    return typeof got === 'string' ? got.trim() : '';
  }
  const name = Object.keys(fields).find((key) => key.toLowerCase() === 'retry-after');
  const value = name === undefined ? '' : fields[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
