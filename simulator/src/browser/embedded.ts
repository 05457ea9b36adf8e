/**
 * A watch and its phone within a page of one's own, which lies beside the simulator's page and fetches the same app. The page has
 * elements with these ids: `stage` with the canvas `watch` in it, `strip`, `phone`, `time` and `breaches`.
 */
import { createBreachPanel } from './breach-panel.ts';
import { found } from './dom.ts';
import { fetchApp, fetchInitialState } from './fetched-app.ts';
import { createFontLoader } from './font-loader.ts';
import { exposeSession } from './page.ts';
import { createPhonePanel } from './phone-panel.ts';
import { createSession, type Session } from './session.ts';
import { createStripPanel } from './strip-panel.ts';
import { createTimePanel } from './time-panel.ts';
import { createWatchPanel } from './watch-panel.ts';

export type { SettingsNode } from '../engine/types.ts';
export type { Session } from './session.ts';

/**
 * Starts the newest model that the app serves. The app is not launched.
 * @throws Error when the app cannot be fetched, or an element is missing
 */
export async function openEmbedded(): Promise<Session> {
  const [app, { vibrations, ...state }] = await Promise.all([fetchApp(null), fetchInitialState()]);
  const session = createSession({ ...app, ...state });
  exposeSession(session);
  const fonts = createFontLoader();
  const canvas = found('watch');
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error('#watch is no canvas');
  const panels = [
    createWatchPanel(found('stage'), canvas, session, fonts),
    createStripPanel(found('strip'), session, vibrations),
    createPhonePanel(found('phone'), session, fonts),
    createTimePanel(found('time'), session),
    createBreachPanel(found('breaches'), session),
  ];
  session.onFrame(() => {
    for (const panel of panels) panel.draw();
  });
  return session;
}
