/** A person with a simulated watch who does what the probe's screen says and answers by what the watch did. */

import { type AppPackage, createWatch, type Watch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import type { Result } from '../../../tools/probe/app/core/progress.ts';
import { parseResult } from '../../../tools/probe/evidence/result.ts';
import { deeds, type Wearer } from './deeds.ts';

/** An assumption of the simulator and its value. */
export type Assumed = readonly [name: string, value: string];

export interface Run {
  readonly watch: Watch;
  /** The result as the QR code on the watch has it. */
  readonly code: Result;
  /** The result as the phone page has it; null if nothing arrived. */
  readonly onPhone: Result | null;
  /** How many minutes the person spent. */
  readonly minutes: number;
}

/** More actions than a whole run needs. */
const MOST_DEEDS = 260;

/** The time that a person needs to read an introduction. */
const READING_MS = 8_000;

/** The code on the watch, or undefined as long as the probe goes on. */
function codeOf(watch: Watch): Result | undefined {
  const code = watch.sim.watch.widgets.find((one) => one.kind === 'QRCODE');
  return code === undefined ? undefined : parseResult('the code', String(code.props.content));
}

async function act(wearer: Wearer, skips: readonly string[]): Promise<void> {
  const { watch } = wearer;
  if (watch.sim.watch.page === null) {
    await watch.launch();
    return;
  }
  const texts = watch.texts();
  const found = deeds.find(([pattern]) => texts.some((text) => pattern.test(text)));
  if (texts.includes('Begin')) {
    await watch.advance(READING_MS);
    wearer.sinceMs = watch.sim.uptimeMs - 1;
    const skipped = skips.some((id) => texts.some((text) => text.startsWith(`${id} `)));
    await watch.tapText(skipped ? 'Skip' : 'Begin');
  } else if (found !== undefined) await found[1](wearer);
  else if (watch.sim.watch.page === 'page/second.page') await watch.advance(2_000);
  else await watch.advance(1_000);
}

function outcomeOnPhone(watch: Watch): Result | null {
  const text = watch.settingsTexts().find((one) => one.startsWith('{"probe"'));
  return text === undefined ? null : JSON.parse(text);
}

/**
 * Goes through the whole probe.
 * @param diesIn the question in which the page is killed, just after it has begun
 * @param allows whether the person lets it run in the background
 * @throws Error with the last texts where it does not come to its end
 */
export async function runProbe(
  app: AppPackage,
  model: string,
  assumed: readonly Assumed[] = [],
  skips: readonly string[] = [],
  diesIn = '',
  allows = true,
): Promise<Run> {
  const watch = createWatch({ app, device: findDevice(model) });
  for (const [name, value] of assumed) await watch.perform({ verb: 'assume', name, value });
  await watch.launch();
  const wearer: Wearer = { watch, sinceMs: 0, allows };
  let isToDie = diesIn !== '';
  for (let deed = 0; deed < MOST_DEEDS; deed++) {
    const code = codeOf(watch);
    if (code === undefined) {
      await act(wearer, skips);
      await watch.advance(50);
      const texts = watch.texts();
      if (isToDie && texts.some((text) => text.startsWith(`${diesIn} `)) && !texts.includes('Begin')) {
        isToDie = false;
        await watch.kill('page');
      }
      continue;
    }
    const minutes = watch.sim.uptimeMs / 60_000;
    await watch.advance(30_000);
    await watch.openSettings();
    return { watch, code, onPhone: outcomeOnPhone(watch), minutes };
  }
  throw new Error(`The probe does not end; it shows: ${watch.texts().join(' | ')}`);
}
