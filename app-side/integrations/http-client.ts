/** The phone's `fetch` as callbacks, with its own time limit. Hides that the platform's answers come in two shapes. */
import { fieldsOf } from '../../utils/core/base/fields.ts';
import type { WebAnswer, WebRequest } from '../../utils/core/integrations/http.ts';

/** Exactly one call of `done`, never a throw. */
export type Web = (request: WebRequest, done: (answer: WebAnswer) => void) => void;

export interface WebTools {
  readonly fetch: (request: WebRequest) => Promise<unknown>;
  readonly after: (ms: number, code: () => void) => void;
}

/** A phone that saves power cuts a request after 10 s, whatever limit was asked for (zeppos-samples issue 88). */
const LIMIT_MS = 9_500;

export function createWeb({ fetch, after }: WebTools): Web {
  return (request, done) => {
    let isOver = false;
    const end = (answer: WebAnswer): void => {
      if (isOver) return;
      isOver = true;
      done(answer);
    };
    after(LIMIT_MS, () => end({ answered: false, why: 'no answer in 10 s' }));
    try {
      fetch(request).then(
        (response) => end(answerOf(response)),
        // What was thrown may hold the address, so it is not repeated.
        () => end({ answered: false, why: 'the connection failed' }),
      );
    } catch {
      end({ answered: false, why: 'the request could not be sent' });
    }
  };
}

function answerOf(response: unknown): WebAnswer {
  const fields = fieldsOf(response);
  const status = Number(fields.status);
  if (!(status >= 100 && status < 600)) return { answered: false, why: 'the answer had no status' };
  return { answered: true, status, retryAfter: retryAfterOf(fields.headers), body: bodyOf(fields.body) };
}

/** Text or the object that it means: the platform's documentation allows both. */
function bodyOf(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

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
