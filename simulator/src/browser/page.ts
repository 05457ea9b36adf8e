/**
 * Puts the page together: panels round one session, a model picker, and one drawing pass a frame. Everything that
 * comes from outside (package, engine, fonts) is handed in.
 */

import { DEVICES } from '../engine/devices.ts';
import type { BackgroundConsent, DeviceModel, Simulation, Verb } from '../engine/types.ts';
import { createBreachPanel } from './breach-panel.ts';
import { createControls } from './controls.ts';
import { button, choice, found } from './dom.ts';
import { createFontLoader } from './font-loader.ts';
import { createLogPanel } from './log-panel.ts';
import { createPhonePanel } from './phone-panel.ts';
import { createScriptPanel, type ScriptWriter } from './script-panel.ts';
import { createSession, type EngineParts, type Session } from './session.ts';
import { createStripPanel } from './strip-panel.ts';
import { createTimePanel } from './time-panel.ts';
import { createWatchPanel } from './watch-panel.ts';

declare global {
  interface Window {
    /** The simulation on the page, for tests and for the console. */
    __simulation?: Simulation;
    /** The session on the page: performs verbs and moves time between two steps of the simulation. */
    __session?: Session;
  }
}

export interface PageOptions {
  readonly engine: EngineParts;
  readonly packageBytes: Uint8Array;
  /** Files that the app has left on the watch earlier. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly phoneStorage: Readonly<Record<string, string>>;
  readonly backgroundConsent: BackgroundConsent;
  readonly device: DeviceModel;
  /** Virtual seconds per real second; null: time waits for the first touch, then runs as on a watch. */
  readonly speed: number | null;
  readonly writeScript: ScriptWriter;
}

/** Virtual time in which a launched app draws its first page and greets its phone. */
const FIRST_LOOK_MS = 1_000;

/** Models that the package can be opened for. */
function modelsFor(options: PageOptions): DeviceModel[] {
  return DEVICES.filter((device) => {
    try {
      options.engine.openPackage(options.packageBytes, device);
      return true;
    } catch {
      return false;
    }
  });
}

function modelPicker(session: Session, options: PageOptions): HTMLElement {
  const models = modelsFor(options);
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
    if (device !== undefined) session.restart(device);
  });
  return picker.field;
}

function quickActions(container: HTMLElement, session: Session): () => void {
  const perform = (verb: Verb): void => void session.perform(verb);
  const screen = button('Screen off', () => {
    perform({ verb: 'screen', on: !session.simulation.watch.screenOn });
  });
  screen.id = 'screen-toggle';
  container.append(
    button('Back', () => perform({ verb: 'key', key: 'back', action: 'click' })),
    screen,
    button('Kill page', () => perform({ verb: 'kill', what: 'page' }), { id: 'kill-page' }),
    button('Launch', () => perform({ verb: 'launch' }), { id: 'launch' }),
  );
  return () => {
    const text = session.simulation.watch.screenOn ? 'Screen off' : 'Screen on';
    if (screen.textContent !== text) screen.textContent = text;
  };
}

function expose(session: Session): void {
  const set = (): void => {
    window.__simulation = session.simulation;
    window.__session = session;
  };
  set();
  session.onRestart(set);
}

/** Starts the page and launches the app. */
export function startPage(options: PageOptions): Session {
  const session = createSession(options);
  expose(session);
  const fonts = createFontLoader(() => undefined);
  const stage = found('stage');
  const canvas = found('watch');
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error('#watch is no canvas');
  const drawQuick = quickActions(found('watch-quick'), session);
  const panels = [
    createWatchPanel(stage, canvas, session, fonts),
    createStripPanel(found('strip'), session),
    createPhonePanel(found('phone'), session),
    createTimePanel(found('time'), session),
    createBreachPanel(found('breaches'), session),
    createControls(found('controls'), session),
    createLogPanel(found('log-panel'), session),
    createScriptPanel(found('script-panel'), session, options.writeScript),
    { draw: drawQuick },
  ];
  found('model-picker').append(modelPicker(session, options));
  const name = session.app.manifest.app.appName;
  document.title = `${name} · watch simulator`;
  found('app-name').textContent = name;
  session.onFrame(() => {
    for (const panel of panels) panel.draw();
  });
  void begin(session, options.speed);
  return session;
}

/** Launches the app with the phone's page open. A watch left alone goes dark in ten seconds, so time may wait for a hand. */
async function begin(session: Session, speed: number | null): Promise<void> {
  session.clock.setSpeed(0);
  await session.perform({ verb: 'launch' });
  if (session.app.manifest.module.setting !== undefined) await session.perform({ verb: 'settings-open' });
  await session.clock.skip(FIRST_LOOK_MS);
  if (speed === null) waitForTouch(session, found('waiting'));
  else session.clock.setSpeed(speed);
  document.documentElement.dataset.ready = 'true';
}

/** Says that time waits, until something is done or time is set going by hand. */
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
