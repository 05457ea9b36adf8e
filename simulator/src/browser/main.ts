/** Starts the page: fetches the package and the initial state, and reads the options in the address. */
import { messageOf } from '../engine/runtime/format-value.ts';
import { OFFLINE_WORKER, VERSION_PATH } from '../serve/initial-state.ts';
import { found } from './dom.ts';
import { fetchApp, fetchInitialState } from './fetched-app.ts';
import { startPage } from './page.ts';

/** How often the page asks whether there is a new build, ms. */
const VERSION_POLL_MS = 1_000;

/** Loads the page again when the server has built the app anew. */
async function reloadAtNewVersion(): Promise<void> {
  const version = async (): Promise<string> => (await fetch(new URL(VERSION_PATH, document.baseURI))).text();
  const first = await version();
  setInterval(() => {
    version().then(
      (now) => {
        if (now !== first) location.reload();
      },
      () => undefined,
    );
  }, VERSION_POLL_MS);
}

async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const [app, state] = await Promise.all([fetchApp(query.get('device')), fetchInitialState()]);
  if (state.isLive === true) void reloadAtNewVersion();
  if (state.isDemo === true) void navigator.serviceWorker?.register(OFFLINE_WORKER);
  const wanted = query.get('speed');
  const speed = Number(wanted);
  startPage({
    ...app,
    ...state,
    speed: wanted !== null && Number.isFinite(speed) && speed >= 0 ? speed : null,
  });
}

start().catch((error: unknown) => {
  const container = found('breaches');
  container.hidden = false;
  // Nothing else is drawn yet, so the message at the top shifts nothing.
  document.querySelector('main')?.prepend(container);
  container.textContent = `The simulator could not start: ${messageOf(error)}`;
});
