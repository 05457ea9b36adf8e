/**
 * Webhook and intervals.icu without a network: what they have stored, and how they will behave. Real servers, connections and phones can
 * show each of these behaviours.
 */
import type { HttpClient } from '../../app-side/integrations/http-client.ts';
import type { HttpAnswer, HttpRequest } from '../../utils/core/integrations/http.ts';

export type Behaviour =
  | { readonly does: 'works' }
  /** Answers with a status; with `stores`, the record was stored anyway. */
  | {
      readonly does: 'answers';
      readonly status: number;
      readonly stores: boolean;
      readonly retryAfter?: string;
    }
  /** Gives no answer in time; the request arrives later, or never. */
  | { readonly does: 'silent'; readonly arrivesAfterMs: number | null }
  /** The phone service dies while it waits. */
  | { readonly does: 'dies'; readonly stores: boolean }
  /** Answers 200 with a body that is not the integration's. */
  | { readonly does: 'answers-nonsense' };

export interface FakeIntegration {
  readonly http: HttpClient;
  /** How many times each record was stored, by its id. */
  readonly stored: ReadonlyMap<string, number>;
  readonly requests: readonly HttpRequest[];
  /** Delivers the delayed requests that are due. */
  deliverDelayed(): void;
  /** How the next requests are answered, in order. After them everything works. */
  behave(behaviours: readonly Behaviour[]): void;
}

export interface FakePorts {
  readonly nowMs: () => number;
  /** Ends the phone service, so that the answer it waits for never comes. */
  readonly die: () => void;
}

/** Stores one record for each Idempotency-Key, as docs/integrations.md asks of a receiver. */
export function createFakeWebhook(ports: FakePorts): FakeIntegration {
  return createFake(ports, {
    idOf: (request) => request.headers['Idempotency-Key'] ?? '',
    isOnce: true,
    look: () => [],
  });
}

/** Makes a new activity of every write, even of one that is there already. This is the worst that its description allows. */
export function createFakeIntervals(ports: FakePorts): FakeIntegration {
  return createFake(ports, {
    idOf: (request) =>
      (JSON.parse(request.body ?? '[{}]') as { external_id: string }[])[0]?.external_id ?? '',
    isOnce: false,
    look: (stored) => Array.from(stored.keys(), (external_id) => ({ id: `i${external_id}`, external_id })),
  });
}

interface FakeKind {
  readonly idOf: (request: HttpRequest) => string;
  readonly isOnce: boolean;
  readonly look: (stored: ReadonlyMap<string, number>) => unknown;
}

function createFake({ nowMs, die }: FakePorts, kind: FakeKind): FakeIntegration {
  const stored = new Map<string, number>();
  const requests: HttpRequest[] = [];
  let queue: Behaviour[] = [];
  let delayed: { readonly request: HttpRequest; readonly atMs: number }[] = [];

  function take(request: HttpRequest): void {
    if (request.method === 'GET') return;
    const id = kind.idOf(request);
    if (kind.isOnce && stored.has(id)) return;
    stored.set(id, (stored.get(id) ?? 0) + 1);
  }

  function works(request: HttpRequest): HttpAnswer {
    take(request);
    const body = request.method === 'GET' ? kind.look(stored) : [{ id: 'i1' }];
    return { answered: true, status: 200, retryAfter: '', body };
  }

  return {
    stored,
    requests,
    behave: (behaviours) => {
      queue = behaviours.slice();
    },
    deliverDelayed() {
      for (const { request } of delayed.filter((one) => one.atMs <= nowMs())) take(request);
      delayed = delayed.filter((one) => one.atMs > nowMs());
    },
    http(request, done) {
      requests.push(request);
      const behaviour = queue.shift() ?? { does: 'works' };
      switch (behaviour.does) {
        case 'works':
          return done(works(request));
        case 'answers-nonsense':
          if (request.method !== 'GET') return done(works(request));
          return done({ answered: true, status: 200, retryAfter: '', body: '<html>' });
        case 'answers':
          if (behaviour.stores) take(request);
          return done({
            answered: true,
            status: behaviour.status,
            retryAfter: behaviour.retryAfter ?? '',
            body: null,
          });
        case 'silent':
          if (behaviour.arrivesAfterMs !== null) {
            delayed.push({ request, atMs: nowMs() + behaviour.arrivesAfterMs });
          }
          return done({ answered: false, why: 'no answer in 10 s' });
        case 'dies':
          if (behaviour.stores) take(request);
          return die();
      }
    },
  };
}
