/**
 * The service worker of the static demo: it keeps every file that the page has used, so that the demo opens without a network.
 * `serve/demo.ts` puts the names of the first files and a version in front of it.
 */
declare const FIRST_FILES: readonly string[];
declare const VERSION: string;

interface Worker {
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchedEvent) => void): void;
  skipWaiting(): Promise<void>;
}

interface WaitingEvent {
  waitUntil(done: Promise<unknown>): void;
}

interface FetchedEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const worker = self as unknown as Worker;

async function removeOthers(): Promise<void> {
  for (const name of await caches.keys()) if (name !== VERSION) await caches.delete(name);
  await worker.clients.claim();
}

/** Answers from the network while there is one, so that a new demo shows at once, and otherwise with the kept file. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(VERSION);
  try {
    const response = await fetch(request);
    if (response.ok && request.method === 'GET') await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept === undefined) throw error;
    return kept;
  }
}

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(VERSION)
      .then((cache) => cache.addAll([...FIRST_FILES]))
      .then(() => worker.skipWaiting()),
  );
});
worker.addEventListener('activate', (event) => event.waitUntil(removeOthers()));
worker.addEventListener('fetch', (event) => event.respondWith(answer(event.request)));
