/** What the probe says on its screen, and what a person does in response, who answers by what the watch did. */
import type { Watch } from 'zepp-watch-simulator';

export interface Wearer {
  readonly watch: Watch;
  /** The uptime from which on pulses count for the present question, ms. */
  sinceMs: number;
  /** Lets the probe run in the background. */
  readonly allows: boolean;
}

type Deed = (wearer: Wearer) => Promise<void>;

/** Presses a button of the page. */
const press =
  (label: string): Deed =>
  ({ watch }) =>
    watch.tapText(label);

/** A person does not notice a shorter pulse, ms. */
const FELT_MS = 250;

/** The pulses that were felt since a moment. */
function felt(wearer: Wearer, fromMs: number): number {
  return wearer.watch.sim.pulses.filter((pulse) => pulse.offMs > fromMs + FELT_MS).length;
}

/** A shorter pause is one within a group, ms. */
const GROUP_GAP_MS = 1_000;

/** How many pulses each group had that was felt since a moment. */
function groupsFelt({ watch }: Wearer, fromMs: number): readonly number[] {
  const groups: number[] = [];
  let endMs = Number.NEGATIVE_INFINITY;
  for (const { onMs, offMs } of watch.sim.pulses.filter((pulse) => pulse.onMs >= fromMs)) {
    if (onMs - endMs > GROUP_GAP_MS) groups.push(0);
    groups[groups.length - 1] = (groups[groups.length - 1] ?? 0) + 1;
    endMs = offMs;
  }
  return groups;
}

/** The moment from which on the groups of a question count: in the dark, when the screen went off. */
function groupsFromMs(wearer: Wearer): number {
  const isDark = wearer.watch.texts().some((text) => text.startsWith('In the dark'));
  return isDark ? lastMs(wearer.watch, 'screen', /off: setScreenOff/) : wearer.sinceMs;
}

/** The body of the probe's text. */
function textPoint(watch: Watch): { readonly x: number; readonly y: number } {
  const { width, height } = watch.sim.device;
  return { x: width / 2, y: height * 0.35 };
}

/** Touches the glass, and answers that nothing happened if the probe still asks for the same. */
const touchText =
  (verb: 'tap' | 'long-press', asked: RegExp): Deed =>
  async ({ watch }) => {
    const before = watch.texts().find((text) => asked.test(text));
    await watch.perform({ verb, ...textPoint(watch) });
    await watch.advance(2_000);
    if (watch.texts().some((text) => text === before)) await watch.tapText('Nothing happened');
  };

/** When the app last ended or the screen last went dark. */
function lastMs(watch: Watch, type: 'app' | 'screen', pattern: RegExp): number {
  const found = [...watch.sim.events].reverse().find((one) => one.type === type && pattern.test(one.text));
  return found?.atMs ?? 0;
}

const yesNo =
  (isSo: (wearer: Wearer) => boolean, yes = 'Yes', no = 'No'): Deed =>
  (wearer) =>
    wearer.watch.tapText(isSo(wearer) ? yes : no);

/** Waits in the dark, then wakes the watch, and opens the app if it has ended. */
const sleep =
  (waitMs: number): Deed =>
  async ({ watch }) => {
    await watch.advance(waitMs);
    if (!watch.sim.watch.screenOn) await watch.key('select');
    await watch.advance(500);
    if (watch.sim.watch.page === null) await watch.launch();
  };

const closeZepp: Deed = async ({ watch }) => {
  await watch.kill('phone');
  await watch.tapText('Done');
};

/** What the probe may say, and what the person does then. The first match counts. */
export const deeds: readonly (readonly [pattern: RegExp, deed: Deed])[] = [
  [/^Dark now\. Keep still, count to 20/, sleep(20_000)],
  [
    /buzzing after the screen had gone dark/,
    yesNo((wearer) => felt(wearer, lastMs(wearer.watch, 'screen', /off: setScreenOff/)) > 0),
  ],
  [/come back by itself/, yesNo(({ watch }) => !launchedByHand(watch), 'Yes, itself', 'No, I opened it')],
  [
    /^Dark now\. Leave it alone/,
    async ({ watch }) => {
      if (!(await watch.until((sim) => sim.watch.page === null, '15s'))) return;
      if (await watch.until((sim) => sim.watch.page !== null, '60s')) return;
      await watch.key('select');
      if (watch.sim.watch.page === null) await watch.launch();
    },
  ],
  [/^(Six buzzes begin|Darker now)/, reopen(8_000)],
  [
    /buzzing after the app had closed/,
    yesNo((wearer) => felt(wearer, lastMs(wearer.watch, 'app', /^router\.exit/)) > 0),
  ],
  [
    /^(Measuring|Asking|One moment|Keep still for 6|Leave watch and phone|Count the buzzes)/,
    ({ watch }) => watch.advance(1_000),
  ],
  [
    /^Allow this app to run in the background/,
    async ({ watch, allows }) => {
      await watch.permission(allows ? 'allow' : 'deny');
      await watch.advance(1_500);
    },
  ],
  [/^The app closes now\. Open it again/, reopen(4_000)],
  [/^Dark now\. Keep still and count to 20/, sleep(20_000)],
  [
    /three buzzes, a break, then six/,
    yesNo(
      (wearer) => {
        const [six, eleven] = groupsFelt(wearer, groupsFromMs(wearer));
        return six === 3 && eleven === 6;
      },
      'Yes, 3 and 6',
      'No',
    ),
  ],
  [
    /feel three buzzes first/,
    yesNo((wearer) => groupsFelt(wearer, groupsFromMs(wearer))[0] === 3, 'Yes, three', 'No'),
  ],
  [/one long buzz after those/, yesNo((wearer) => groupsFelt(wearer, groupsFromMs(wearer))[2] === 1)],
  [
    /^Did you feel one long buzz/,
    async (wearer) => {
      const { sim } = wearer.watch;
      const fromMs = sim.uptimeMs - 200;
      await wearer.watch.advance(2_000);
      const isLong = sim.pulses.some(({ onMs, offMs }) => onMs >= fromMs && offMs - onMs >= 500);
      await wearer.watch.tapText(isLong ? 'Yes' : 'No');
    },
  ],
  [
    /^Let the paired phone be called/,
    async ({ watch }) => {
      await watch.perform({ verb: 'call', state: 'ring' });
      await watch.advance(5_000);
      await watch.perform({ verb: 'call', state: 'end' });
      await watch.tapText('Done');
    },
  ],
  [
    /Switch on do-not-disturb/,
    async (wearer) => {
      await wearer.watch.perform({ verb: 'mode', mode: 'DND', on: true });
      wearer.sinceMs = wearer.watch.sim.uptimeMs - 1;
      await wearer.watch.tapText('Done');
      await wearer.watch.advance(3_000);
    },
  ],
  [/feel it buzz/, yesNo((wearer) => felt(wearer, wearer.sinceMs) > 0)],
  [
    /Switch do-not-disturb off/,
    async ({ watch }) => {
      await watch.perform({ verb: 'mode', mode: 'DND', on: false });
      await watch.tapText('Done');
    },
  ],
  [/^Press the key/, inputThenReopen(({ watch }) => watch.key('back'))],
  [/^Swipe right/, inputThenReopen(({ watch }) => watch.swipe('right'))],
  [
    /^Put a finger/,
    async ({ watch }) => {
      await watch.perform({ verb: 'long-press', ...textPoint(watch) });
      await watch.advance(2_000);
    },
  ],
  [/^(Hold here|Once more)/, touchText('long-press', /^(Hold here|Once more)/)],
  [/^Tap this text/, touchText('tap', /^Tap this text/)],
  // A simulated watch without an always-on display says that it is off.
  [/^The watch says that it is off\. Switch the always-on/, press('Skip')],
  [/^Switch the always-on display on/, press('Done')],
  [/^Always-on now/, sleep(15_000)],
  [
    /^Turn your wrist over/,
    async ({ watch }) => {
      await watch.perform({ verb: 'wrist', motion: 'flip' });
      await watch.tapText('Done');
    },
  ],
  [
    /^Restart the watch/,
    async ({ watch }) => {
      await watch.reboot();
      await watch.advance(20_000);
      await watch.launch();
    },
  ],
  [/been restarted/, press('Yes')],
  [/Close the Zepp app on the phone/, closeZepp],
  [
    /^No answer\. In the Zepp app/,
    async ({ watch }) => {
      await watch.openSettings();
      await watch.setting('Button', 'Wake', 'onClick');
      await watch.tapText('Done');
    },
  ],
  [
    /answer its two questions/,
    async ({ watch }) => {
      const { sim } = watch;
      await watch.openSettings();
      const circle = sim.isAssumed('svg-image', 'drawn') ? 'I see a green circle' : 'I see none';
      const word = sim.isAssumed('long-text', 'whole') ? 'LEMON' : 'Another, or I cannot get there';
      await watch.setting('Button', circle, 'onClick');
      await watch.setting('Button', word, 'onClick');
      await watch.tapText('Done');
    },
  ],
  [
    /Did the screen stay on\?/,
    async ({ watch }) => {
      await watch.perform({ verb: 'wrist', motion: 'lower' });
      await watch.advance(3_000);
      const stayed = watch.sim.watch.screenOn;
      if (!stayed) await watch.key('select');
      await watch.perform({ verb: 'palm' });
      await watch.advance(1_000);
      const stayedAgain = watch.sim.watch.screenOn;
      if (!stayedAgain) await watch.key('select');
      await watch.tapText(stayed && stayedAgain ? 'It stayed on' : 'It went dark');
    },
  ],
  [
    /^The app closes now/,
    async (wearer) => {
      const { watch } = wearer;
      await watch.until((sim) => sim.watch.page === null, '10s');
      await watch.perform({ verb: 'wrist', motion: 'lower' });
      wearer.sinceMs = watch.sim.watch.screenOn ? 1 : 0;
      await watch.advance(1_000);
      if (!watch.sim.watch.screenOn) await watch.key('select');
      await watch.launch();
    },
  ],
  [
    /did the screen go dark as you lowered/,
    yesNo(({ sinceMs }) => sinceMs === 0, 'It went dark', 'It stayed on'),
  ],
  [
    /^Install this app again|Install this app again from the same code/,
    async ({ watch }) => {
      await watch.perform({ verb: 'update' });
      await watch.launch();
      await watch.advance(3_000);
    },
  ],
  [/been installed again/, press('Yes')],
];

function launchedByHand(watch: Watch): boolean {
  const deeds = watch.sim.events.filter((one) => one.type === 'verb' && /^(launch|key)/.test(one.text));
  return deeds[deeds.length - 1]?.text === 'launch';
}

function reopen(waitMs: number): Deed {
  return async ({ watch }) => {
    await watch.advance(waitMs);
    if (watch.sim.watch.page !== null) return;
    if (!watch.sim.watch.screenOn) await watch.key('select');
    if (watch.sim.watch.page === null) await watch.launch();
  };
}

function inputThenReopen(input: Deed): Deed {
  return async (wearer) => {
    await input(wearer);
    await wearer.watch.advance(2_500);
    if (wearer.watch.sim.watch.page === null) await wearer.watch.launch();
  };
}
