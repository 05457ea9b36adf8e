/** Plays one whole session of the packed app in virtual time: one tap on Start, and no touch after it. */
import { readFile } from 'node:fs/promises';
import { createWatch, type Watch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openZab } from 'zepp-watch-simulator/package';
import type { Plan } from '../../utils/core/routine/plan.ts';
import type { Kit } from '../../utils/core/routine/routine.ts';
import { ensureBuilt } from '../package/build.ts';
import { planFor } from '../shared/plan-for.ts';
import { usedWatch } from './seeded-watch.ts';

export interface SessionRequest {
  readonly device: string;
  readonly kit: Kit;
}

export interface PlayedSession {
  readonly headless: Watch;
  readonly plan: Plan;
  /** Real time that the simulation took, ms. */
  readonly tookMs: number;
}

const SUMMARY = 'page/summary/index.page';

/**
 * Returns the watch after the session, with the summary on its screen, after the sync.
 * @throws Error if the session does not reach its summary within an hour of virtual time
 */
export async function playSession(order: SessionRequest): Promise<PlayedSession> {
  const device = findDevice(order.device);
  const { simulatorZab } = await ensureBuilt();
  const app = openZab(new Uint8Array(await readFile(simulatorZab)), device);
  const preferences = { kit: order.kit };
  const headless = createWatch({ app, device }, { files: usedWatch(preferences) });
  const sinceMs = performance.now();
  await headless.launch();
  await headless.advance(2_000);
  await headless.tapText('Start');
  if (!(await headless.until((sim) => sim.watch.page === SUMMARY, '60m'))) {
    throw new Error('the session did not end within an hour');
  }
  await headless.advance(5_000);
  return { headless, plan: planFor(preferences), tookMs: performance.now() - sinceMs };
}
