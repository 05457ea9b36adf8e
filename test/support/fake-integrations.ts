/**
 * The places that integrations send to, without a network: what they have, and how their next answers behave. Each behaviour is
 * one that a server, a line or a phone can show.
 */
import type { HttpClient } from '../../app-side/integrations/http-client.ts';
import type { HttpAnswer, HttpRequest } from '../../utils/core/integrations/http.ts';

export type Behaviour =
  | { readonly does: 'works' }
  /** Answers with a status; `keeps`: it took the record all the same. */
  | {
      readonly does: 'answers';
      readonly status: number;
      readonly keeps: boolean;
      readonly retryAfter?: string;
    }
  /** No answer in time; what was sent arrives after so long, or never. */
  | { readonly does: 'silent'; readonly arrivesAfterMs: number | null }
  /** The phone service dies while it waits. */
  | { readonly does: 'dies'; readonly keeps: boolean }
  /** 200 with a body that is none of the place's. */
  | { readonly does: 'babbles' };

export interface Place {
  readonly http: HttpClient;
  /** Everything that was ever kept, by the record's id: how many times. */
  readonly kept: ReadonlyMap<string, number>;
  readonly requests: readonly HttpRequest[];
  /** What is still on its way to it arrives where its time has come. */
  land(): void;
  /** The next answers, in order; then it works. */
  behave(behaviours: readonly Behaviour[]): void;
}

export interface PlaceTools {
  readonly nowMs: () => number;
  /** The service dies: what it waits for never comes. */
  readonly die: () => void;
}

/** Keeps one record for each Idempotency-Key, as docs/integrations.md asks of a receiver. */
export function createWebhookPlace(tools: PlaceTools): Place {
  return createPlace(tools, {
    idOf: (request) => request.headers['Idempotency-Key'] ?? '',
    isOnce: true,
    look: () => [],
  });
}

/** Makes a new activity of every write, also of one that is there already: the worst that its description allows. */
export function createIntervalsPlace(tools: PlaceTools): Place {
  return createPlace(tools, {
    idOf: (request) =>
      (JSON.parse(request.body ?? '[{}]') as { external_id: string }[])[0]?.external_id ?? '',
    isOnce: false,
    look: (kept) => Array.from(kept.keys(), (external_id) => ({ id: `i${external_id}`, external_id })),
  });
}

interface PlaceKind {
  readonly idOf: (request: HttpRequest) => string;
  readonly isOnce: boolean;
  readonly look: (kept: ReadonlyMap<string, number>) => unknown;
}

function createPlace({ nowMs, die }: PlaceTools, kind: PlaceKind): Place {
  const kept = new Map<string, number>();
  const requests: HttpRequest[] = [];
  let queue: Behaviour[] = [];
  let flying: { readonly request: HttpRequest; readonly atMs: number }[] = [];

  function take(request: HttpRequest): void {
    if (request.method === 'GET') return;
    const id = kind.idOf(request);
    if (kind.isOnce && kept.has(id)) return;
    kept.set(id, (kept.get(id) ?? 0) + 1);
  }

  function works(request: HttpRequest): HttpAnswer {
    take(request);
    const body = request.method === 'GET' ? kind.look(kept) : [{ id: 'i1' }];
    return { answered: true, status: 200, retryAfter: '', body };
  }

  return {
    kept,
    requests,
    behave: (behaviours) => {
      queue = behaviours.slice();
    },
    land() {
      for (const { request } of flying.filter((one) => one.atMs <= nowMs())) take(request);
      flying = flying.filter((one) => one.atMs > nowMs());
    },
    http(request, done) {
      requests.push(request);
      const behaviour = queue.shift() ?? { does: 'works' };
      switch (behaviour.does) {
        case 'works':
          return done(works(request));
        case 'babbles':
          if (request.method !== 'GET') return done(works(request));
          return done({ answered: true, status: 200, retryAfter: '', body: '<html>' });
        case 'answers':
          if (behaviour.keeps) take(request);
          return done({
            answered: true,
            status: behaviour.status,
            retryAfter: behaviour.retryAfter ?? '',
            body: null,
          });
        case 'silent':
          if (behaviour.arrivesAfterMs !== null) {
            flying.push({ request, atMs: nowMs() + behaviour.arrivesAfterMs });
          }
          return done({ answered: false, why: 'no answer in 10 s' });
        case 'dies':
          if (behaviour.keeps) take(request);
          return die();
      }
    },
  };
}
