/**
 * A watch and its phone within another page, which lies beside the simulator's page and fetches the same app. The page has elements with
 * these ids: `stage` with the canvas `watch` in it, `strip`, `phone`, `time` and `breaches`; a link `breach-link` is optional.
 */
import type { Point } from '../draw/surface.ts';
import type { Simulation } from '../engine/types.ts';
import type { InitialState } from '../serve/initial-state.ts';
import { createBreachPanel } from './breach-panel.ts';
import { found } from './dom.ts';
import { fetchApp, fetchInitialState } from './fetched-app.ts';
import { createFontLoader } from './font-loader.ts';
import type { Panel } from './panel.ts';
import { createPhonePanel } from './phone-panel.ts';
import { createSession, type Session } from './session.ts';
import { createStripPanel } from './strip-panel.ts';
import { createTimePanel } from './time-panel.ts';
import { createWatchPanel, placeInWindow } from './watch-panel.ts';

export type { SettingsNode } from '../engine/types.ts';
export type { Session } from './session.ts';

declare global {
  interface Window {
    /** The simulation on the page, for tests and for the console. */
    __simulation?: Simulation;
    /** The session on the page, which performs verbs and moves time. */
    __session?: Session;
    /** Converts a point of the glass (px of the watch's screen) to a point of the window. */
    __placeOf?: (point: Point) => Point;
  }
}

/** Creates the panels of a watch and its phone in the elements of the page that are meant for them. Tests reach both through `window`. */
export function watchAndPhone(session: Session, vibrations: InitialState['vibrations']): readonly Panel[] {
  const fonts = createFontLoader();
  const canvas = found('watch');
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error('#watch is no canvas');
  window.__placeOf = (point) => placeInWindow(canvas, session, point);
  const expose = (): void => {
    window.__simulation = session.simulation;
    window.__session = session;
  };
  expose();
  session.onRestart(expose);
  return [
    createWatchPanel(found('stage'), canvas, session, fonts),
    createStripPanel(found('strip'), session, vibrations),
    createPhonePanel(found('phone'), session, fonts),
    createTimePanel(found('time'), session),
    createBreachPanel(found('breaches'), session, document.getElementById('breach-link') ?? undefined),
  ];
}

/**
 * Starts the newest model that the app serves. The app is not launched.
 * @throws Error when the app cannot be fetched, or an element is missing
 */
export async function openEmbedded(): Promise<Session> {
  const [app, { vibrations, ...state }] = await Promise.all([fetchApp(null), fetchInitialState()]);
  const session = createSession({ ...app, ...state });
  const panels = watchAndPhone(session, vibrations);
  session.onFrame(() => {
    for (const panel of panels) panel.draw();
  });
  return session;
}
