/** Start of the page: fetches the package, reads the address, hands the engine to the page. */

import { drainBrowser } from '../engine/advance-time.ts';
import { DEVICES, findDevice } from '../engine/devices.ts';
import { openPackage } from '../engine/package.ts';
import { messageOf } from '../engine/runtime/format-value.ts';
import { createSimulation } from '../engine/simulation.ts';
import type { BackgroundConsent, DeviceModel } from '../engine/types.ts';
import { found } from './dom.ts';
import { type PageOptions, startPage } from './page.ts';
import { writeScript } from './script-text.ts';

async function packageBytes(): Promise<Uint8Array> {
  const answer = await fetch(new URL('app.zab', document.baseURI));
  if (!answer.ok) throw new Error(`app.zab: the server answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

type Earlier = Pick<PageOptions, 'files' | 'phoneStorage' | 'backgroundConsent'>;

/** What was on watch and phone before; a host without it has both as from the shop. */
async function earlier(): Promise<Earlier> {
  const answer = await fetch(new URL('watch.json', document.baseURI));
  const files = new Map<string, Uint8Array>();
  if (!answer.ok) return { files, phoneStorage: {}, backgroundConsent: 'open' };
  const given = (await answer.json()) as {
    readonly files?: Readonly<Record<string, string>>;
    readonly phoneStorage?: Readonly<Record<string, string>>;
    readonly backgroundConsent?: BackgroundConsent;
  };
  for (const [name, text] of Object.entries(given.files ?? {})) {
    files.set(
      name,
      Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
    );
  }
  const { phoneStorage = {}, backgroundConsent = 'open' } = given;
  return { files, phoneStorage, backgroundConsent };
}

/** The model named in the address, else the newest that the package fits. */
function firstDevice(bytes: Uint8Array, wanted: string | null): DeviceModel {
  if (wanted !== null) return findDevice(wanted);
  const fitting = DEVICES.find((device) => {
    try {
      openPackage(bytes, device);
      return true;
    } catch {
      return false;
    }
  });
  if (fitting === undefined) throw new Error('this package fits no model of the device list');
  return fitting;
}

async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const bytes = await packageBytes();
  const wanted = query.get('speed');
  const speed = Number(wanted);
  startPage({
    engine: { createSimulation, openPackage, drain: drainBrowser },
    packageBytes: bytes,
    device: firstDevice(bytes, query.get('device')),
    ...(await earlier()),
    speed: wanted !== null && Number.isFinite(speed) && speed >= 0 ? speed : null,
    writeScript,
  });
}

start().catch((error: unknown) => {
  const container = found('breaches');
  container.hidden = false;
  container.textContent = `The simulator could not start: ${messageOf(error)}`;
});
