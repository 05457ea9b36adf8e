/** The packed app, as it ships, on a simulated watch with a phone beside it: real zml at both ends. */
import { readFile } from 'node:fs/promises';
import {
  type AppPackage,
  createWatch,
  type Simulation,
  type SimulationOptions,
  type Verb,
} from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openZab } from 'zepp-watch-simulator/package';
import { ensureBuilt } from '../../tools/package/build.ts';
import { toHex } from '../../utils/core/base/hex.ts';
import { scanFrames } from '../../utils/core/log/frame.ts';
import { isBlockKey } from '../../utils/core/sync/frame-block.ts';

const DEVICE = findDevice('Balance 2');
const HOME = 'page/home/index.page';
/** The taps of a first run without a hook: safety, three questions, one drawing, the feel test, two cards. */
export const FIRST_RUN: readonly string[] = [
  ...['Next', 'Next', 'Next', 'I understand'],
  ...['Skip', 'Skip', 'Skip', 'Next', 'Not now', 'Got it', 'Got it'],
];
/** Longer than any session of these tests. */
const SESSION_LIMIT_MS = 15 * 60_000;

export interface PackedWatch {
  readonly sim: Simulation;
  perform(verb: Verb): void;
  wait(forMs: number): Promise<void>;
  /** @throws Error if `predicate` does not become true in time */
  until(what: string, predicate: () => boolean, limitMs?: number): Promise<void>;
  /** Opens the app, and accepts the safety page if it comes. */
  launch(): Promise<void>;
  /** Goes from home to the summary by one touch. */
  playSession(): Promise<void>;
  /** The bytes of every record, in hexadecimal. */
  onWatch(): readonly string[];
  onPhone(): readonly string[];
  /** Texts on the glass. */
  texts(): readonly string[];
  /** Texts on the phone's page. */
  settingsTexts(): readonly string[];
}

export async function openPacked(): Promise<AppPackage> {
  const { simulatorZab } = await ensureBuilt({ isQuiet: true });
  return openZab(new Uint8Array(await readFile(simulatorZab)), DEVICE);
}

/** What watch and phone have stored at the start, the time and place, what answers the phone's requests, and what is assumed. */
export type Past = Pick<
  SimulationOptions,
  'files' | 'phoneStorage' | 'fetch' | 'startEpochMs' | 'zoneOffsetMin' | 'backgroundConsent' | 'assume'
>;

function shownTexts(sim: Simulation): readonly string[] {
  return sim.watch.widgets.map((widget) => String(widget.props.text ?? ''));
}

export function createPackedWatch(app: AppPackage, seed = 1, past: Past = {}): PackedWatch {
  const watch = createWatch({ app, device: DEVICE }, { seed, ...past });
  const { sim, advance: wait } = watch;

  async function until(what: string, predicate: () => boolean, limitMs = 60_000): Promise<void> {
    if (!(await watch.until(predicate, limitMs))) throw new Error(`never: ${what}`);
  }

  return {
    sim,
    wait,
    until,
    perform: (verb) => sim.perform(verb),
    async launch() {
      sim.perform({ verb: 'launch' });
      await wait(500);
      // The page is recognised by its texts, because version 0.1.0 had other names for its pages.
      const isShown = (text: string): boolean => shownTexts(sim).includes(text);
      if (!isShown('Before you start')) return;
      // Version 0.1.0 had one page of safety and one card.
      const steps = isShown('I understand') ? FIRST_RUN.slice(3, -1) : FIRST_RUN;
      for (const text of steps) {
        // The feel test's buttons are in a group, whose texts are not listed.
        if (text !== 'Not now') await until(text, () => isShown(text));
        sim.perform({ verb: 'tap-text', text });
        await wait(500);
      }
      await until('the question', () => isShown('Use the helper'));
      sim.perform({ verb: 'tap-text', text: 'Not now' });
      // The first time, home waits for the summary of its plan before it shows anything.
      await until('home', () => sim.watch.page === HOME && sim.watch.widgets.length > 0);
    },
    async playSession() {
      sim.perform({ verb: 'tap-text', text: 'Start' });
      await until('the summary', () => sim.watch.page === 'page/summary/index.page', SESSION_LIMIT_MS);
      await wait(500);
      while (shownTexts(sim).includes('Skip')) {
        sim.perform({ verb: 'tap-text', text: 'Skip' });
        await wait(500);
      }
    },
    onWatch: () =>
      [...sim.files]
        .filter(([name]) => /^log[0-9]+$/.test(name))
        .flatMap(([, bytes]) => scanFrames(bytes).frames)
        .map(({ bytes }) => toHex(bytes)),
    onPhone: () => [...sim.phone.storage].flatMap(([key, text]) => (isBlockKey(key) ? text.split('\n') : [])),
    texts: () => shownTexts(sim),
    settingsTexts: () => watch.settingsTexts(),
  };
}
