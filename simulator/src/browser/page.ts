/** Assembles the page: one session, the panels around it, and a function that redraws them in each frame. */
import type { DeviceModel, Verb } from '../engine/types.ts';
import { createControls } from './controls.ts';
import { button, choice, element, found } from './dom.ts';
import { watchAndPhone } from './embedded.ts';
import type { PageLink } from './fetched-app.ts';
import { createLogPanel } from './log-panel.ts';
import { createScriptPanel } from './script-panel.ts';
import { createSession, type Session, type SessionOptions } from './session.ts';

export interface PageOptions extends SessionOptions {
  /** Virtual seconds per real second. With null, time waits for the first touch and then runs as on a watch. */
  readonly speed: number | null;
  /** The models that the app serves. */
  readonly models: readonly DeviceModel[];
  /** See `InitialState`. */
  readonly hint?: string;
  readonly vibrations?: Readonly<Record<string, string>>;
  /** Pages beside this one, which the header names. */
  readonly links?: readonly PageLink[];
}

/** Verbs that the page performs by itself as it opens: `launch` and `settings-open`. */
const STARTUP_STEPS = 2;
/** Virtual time in which a launched app draws its first page and connects to its phone, ms. */
const STARTUP_MS = 1_000;

/** The list of models; choosing one restarts the session. */
function modelPicker(session: Session, models: readonly DeviceModel[]): HTMLElement {
  const picker = choice(
    'Model',
    models.map((device) => ({
      value: device.name,
      label: `${device.name} · ${device.width}×${device.height}`,
    })),
    { id: 'model' },
  );
  picker.select.value = session.device.name;
  picker.select.addEventListener('change', () => {
    const device = models.find((model) => model.name === picker.select.value);
    // The session restarts on the new model, so what was done on the old one is lost.
    const isMeant =
      session.recorded.length <= STARTUP_STEPS ||
      window.confirm(`Start again on ${device?.name}? This watch is left as it is.`);
    if (device !== undefined && isMeant) void session.restart(device);
    else picker.select.value = session.device.name;
  });
  return picker.field;
}

/** The buttons below the watch. Returns a function that updates them. */
function quickActions(container: HTMLElement, session: Session): () => void {
  const perform = (verb: Verb): void => void session.perform(verb);
  const screen = button('Screen off', () => {
    perform({ verb: 'screen', on: !session.simulation.watch.screenOn });
  });
  screen.id = 'screen-toggle';
  container.append(
    button('Back', () => perform({ verb: 'key', key: 'back', action: 'click' }), {
      title: 'Press the back key',
    }),
    screen,
    button('Kill page', () => perform({ verb: 'kill', what: 'page' }), {
      id: 'kill-page',
      title: 'End the app at once, as the system may, without telling it',
    }),
    button('Launch', () => perform({ verb: 'launch' }), {
      id: 'launch',
      title: 'Open the app, as from the list of apps',
    }),
  );
  return () => {
    const text = session.simulation.watch.screenOn ? 'Screen off' : 'Screen on';
    if (screen.textContent !== text) screen.textContent = text;
  };
}

/** Starts the page and launches the app. */
export function startPage(options: PageOptions): Session {
  const session = createSession(options);
  const drawQuick = quickActions(found('watch-quick'), session);
  const panels = [
    ...watchAndPhone(session, options.vibrations),
    createControls(found('controls'), session),
    createLogPanel(found('log-panel'), session),
    createScriptPanel(found('script-panel'), session),
    { draw: drawQuick },
  ];
  found('model-picker').append(modelPicker(session, options.models));
  const name = session.app.manifest.app.appName;
  document.title = `${name} · watch simulator`;
  found('app-name').textContent = name;
  found('hint').textContent = options.hint ?? 'Press what you see on the watch.';
  for (const { text, address } of options.links ?? [])
    found('links').append(' ', element('a', { href: address }, text));
  session.onFrame(() => {
    for (const panel of panels) panel.draw();
  });
  void begin(session, options.speed);
  return session;
}

/** Launches the app and opens the settings page. Time then waits if it should, since an untouched watch goes dark after ten seconds. */
async function begin(session: Session, speed: number | null): Promise<void> {
  session.clock.setSpeed(0);
  await session.perform({ verb: 'launch' });
  if (session.app.manifest.module.setting !== undefined) await session.perform({ verb: 'settings-open' });
  await session.clock.skip(STARTUP_MS);
  if (speed === null) waitForTouch(session, found('waiting'));
  else session.clock.setSpeed(speed);
  document.documentElement.dataset.ready = 'true';
}

/** Shows that time waits, and starts it with the first verb. Choosing a speed starts it as well. */
function waitForTouch(session: Session, notice: HTMLElement): void {
  let waits = true;
  const go = (): void => {
    waits = false;
    notice.textContent = '';
  };
  notice.textContent = 'Time waits for your first touch';
  session.onVerb(() => {
    if (!waits) return;
    go();
    if (session.clock.speed === 0) session.clock.setSpeed(1);
  });
  session.onFrame(() => {
    if (waits && session.clock.speed > 0) go();
  });
}
