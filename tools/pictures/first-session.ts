/**
 * A first session on a new watch, one picture at each point where the wearer has to know what to do: the first run, home, every
 * position with its side and place, every cue, and what follows. One watch, in one go.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createWatch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openZab } from 'zepp-watch-simulator/package';
import { openPictureRenderer } from 'zepp-watch-simulator/pictures';
import { watchEn } from '../../utils/core/text/watch-en.ts';
import { follow, type WalkStep } from './walk-scenes.ts';

const MODEL = 'Balance 2';

const toSummary: WalkStep = ({ watch }) =>
  watch.until((sim) => sim.watch.page === 'page/summary/index.page', '30m');

/** What is done since the picture before, and the name of the picture. */
const FIRST_SESSION: readonly (readonly [name: string, ...since: readonly WalkStep[]])[] = [
  ['before-you-start'],
  ['when-to-stop', 'help.next'],
  ['ask-first', 'help.next'],
  ['also-ask-first', 'help.next'],
  ['which-hip', 'safety.accept'],
  ['what-do-you-use', 'setup.left'],
  ['a-mini-band', 'setup.ball'],
  ['find-the-spot', 'setup.yes'],
  ['feel-the-cues', 'help.next'],
  ['the-cues', 'feel.later'],
  ['not-easing', 'card.go'],
  ['a-dark-screen', 'card.go'],
  ['home', 'helper.refuse'],
  ['front-where', 'home.start', 5_000],
  ['front-how', 10_000],
  ['begin', 15_000],
  ['hold', 14_000],
  ['easing', 17_000],
  ['no', 5_000],
  ['minimum-done', 25_000],
  ['moves-on', 6_000],
  ['turn-over', 9_000],
  ['back-where', 6_000],
  ['back-how', 8_000],
  ['second-hold', 33_000],
  ['stand-up', 59_000],
  ['band-on', 6_000],
  ['march-how', 10_000],
  ['march', 70_000],
  ['summary', toSummary, 3_000],
];

const fileOf = (at: number): string =>
  `first-session-${String(at + 1).padStart(2, '0')}-${FIRST_SESSION[at]?.[0]}.png`;

/** @param zab file of the packed app */
export async function drawFirstSession(
  zab: string,
  folder: string,
  onDrawn: (file: string) => void,
): Promise<void> {
  const device = findDevice(MODEL);
  const app = openZab(new Uint8Array(await readFile(zab)), device);
  const watch = createWatch({ app, device });
  await watch.launch();
  await watch.advance(1_000);
  const renderer = await openPictureRenderer();
  try {
    for (const [at, [, ...since]] of FIRST_SESSION.entries()) {
      await follow({ watch, text: (key) => watchEn[key] }, since);
      await writeFile(join(folder, fileOf(at)), await renderer.watch(app, device, watch.sim.watch));
      onDrawn(fileOf(at));
    }
  } finally {
    await renderer.close();
  }
}
