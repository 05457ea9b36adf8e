/** The packed app on a simulated watch, used as a wearer uses it: through the texts on its glass. */
import { readFile } from 'node:fs/promises';
import {
  type AppPackage,
  createWatch,
  type DeviceModel,
  type SimulationOptions,
  type Watch,
} from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openZab } from 'zepp-watch-simulator/package';
import { ensureBuilt } from '../../tools/package/build.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import type { SessionRecord } from '../../utils/core/log/record.ts';
import { decodeBlock, isBlockKey } from '../../utils/core/sync/frame-block.ts';

export const HOME = 'page/home/index.page';
export const SESSION = 'page/session/index.page';
export const SUMMARY = 'page/summary/index.page';

/** The app is built when this module is loaded, because a build takes longer than a test may. */
const zab = new Uint8Array(await readFile((await ensureBuilt({ isQuiet: true })).simulatorZab));

export const packedFor = (device: DeviceModel): AppPackage => openZab(zab, device);

/** What differs from a watch in ordinary use: its model by name, its app, what it has stored, its time and its place. */
export type Worn = Partial<Omit<SimulationOptions, 'device'>> & { readonly on?: string | DeviceModel };

/** A watch whose wearer has read the safety page and wants every step of the routine; its app is not launched yet. */
export function wornWatch({ on = 'Balance 2', app, ...past }: Worn = {}): Watch {
  const device = typeof on === 'string' ? findDevice(on) : on;
  const opened = { app: app ?? packedFor(device), device };
  return createWatch(opened, { files: usedWatch({ soreBack: true }), ...past });
}

/** The same watch, a second after the launch of its app. */
export async function launchedWatch(worn?: Worn): Promise<Watch> {
  const watch = wornWatch(worn);
  await watch.launch();
  await watch.advance(1_000);
  return watch;
}

/** The same watch, whose wearer pressed Start `forMs` ago. */
export async function startedWatch(worn?: Worn, forMs = 0): Promise<Watch> {
  const watch = await launchedWatch(worn);
  await watch.tapText('Start');
  await watch.advance(forMs);
  return watch;
}

/** Taps these texts one after the other, and gives the app a second after each. */
export async function taps(watch: Watch, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await watch.tapText(text);
    await watch.advance(1_000);
  }
}

/** Plays the running session to its end, and a second of what follows. @throws Error if it does not end within twenty minutes */
export async function untilEnded(watch: Watch): Promise<void> {
  if (!(await watch.until((sim) => sim.watch.page === SUMMARY, '20m'))) throw new Error('no summary');
  await watch.advance(1_000);
}

/** Does the same, then skips the questions about the session, to reach the summary in words. */
export async function untilSummary(watch: Watch): Promise<void> {
  await untilEnded(watch);
  while (watch.texts().includes('Skip')) await taps(watch, 'Skip');
}

/** Opens the newest session of the history from home. */
export async function openNewestSession(watch: Watch): Promise<void> {
  await taps(watch, 'More', 'History');
  await tapNewestSession(watch);
}

/** Opens the newest session from the history itself. */
export async function tapNewestSession(watch: Watch): Promise<void> {
  await taps(watch, watch.texts().find((text) => /, \d\d:\d\d$/.test(text)) ?? 'no session in the history');
}

/** The sessions that the phone has stored. */
export function sessionsOnPhone(watch: Watch): readonly SessionRecord[] {
  return [...watch.sim.phone.storage]
    .flatMap(([key, text]) => (isBlockKey(key) ? decodeBlock(text).frames : []))
    .flatMap((frame) => {
      const record = decodeRecord(frame);
      if (!record.ok) throw new Error(record.failure.what);
      return record.value.kind === 'session' ? [record.value] : [];
    });
}
