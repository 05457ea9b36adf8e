/** What a wearer can choose for the session's screen, in the packed app: a countdown before each hold, and holds that show less. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage, Watch, WidgetNode } from 'zepp-watch-simulator';
import { START } from '../../tools/bench/cost.ts';
import { createMachine } from '../../tools/bench/machine.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { openPacked } from '../support/packed-watch.ts';
import { SESSION, startedWatch } from '../support/worn-watch.ts';

/** When the first hold begins after Start, ms. */
const BEGIN_MS = 30_000;
const TICK_MS = 20;

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

function countOf(watch: Watch, kind: string): number {
  let count = 0;
  const look = ({ kind: is, visible, children }: WidgetNode): void => {
    if (is === kind && visible) count++;
    children.forEach(look);
  };
  watch.sim.watch.widgets.forEach(look);
  return count;
}

const pulses = (watch: Watch, fromMs: number) =>
  watch.sim.pulses.filter(({ onMs }) => onMs >= fromMs).map(({ onMs, offMs }) => [onMs, offMs - onMs]);

describe('a countdown', () => {
  it.each([
    ['seen', 0],
    ['felt', 3],
  ] as const)(
    'that is %s shows 3, 2, 1 with %d ticks, and does not change when the hold begins',
    async (leadIn, ticks) => {
      const watch = await startedWatch({ files: usedWatch({ soreBack: true, leadIn }) }, 20_000);
      const fromMs = watch.sim.uptimeMs;
      const seen: string[] = [];
      while (pulses(watch, fromMs).every(([, forMs]) => (forMs ?? 0) <= TICK_MS)) {
        await watch.advance(250);
        const number = watch.texts().find((text) => /^[0-9]$/.test(text)) ?? '';
        if (number !== '' && number !== seen[seen.length - 1]) seen.push(number);
      }
      expect(seen.slice(0, 3)).toEqual(['3', '2', '1']);
      expect(pulses(watch, fromMs).filter(([, forMs]) => forMs === TICK_MS)).toHaveLength(ticks);
      const usual = await startedWatch({}, 32_000);
      expect(pulses(watch, fromMs).pop()).toEqual(pulses(usual, fromMs).pop());
      expect(watch.sim.breaches).toEqual([]);
    },
  );
});

describe('a hold that is dimmed', () => {
  const dimming = (forMs: number) => startedWatch({ files: usedWatch({ dimHolds: true }) }, forMs);

  it('shows only its side, its number and its ring after 20 s', async () => {
    const watch = await dimming(BEGIN_MS + 19_000);
    expect(watch.texts()).toContain('Stay still, breathe slowly');
    expect(countOf(watch, 'CIRCLE')).toBeGreaterThan(0);
    await watch.advance(3_000);
    expect(watch.texts()).toEqual(['LEFT', '21']);
    expect([countOf(watch, 'CIRCLE'), countOf(watch, 'ARC')]).toEqual([0, 2]);
  });

  it.each([
    ['a tap', { verb: 'tap', x: 240, y: 300 }],
    ['a key', { verb: 'key', key: 'select', action: 'click' }],
    ['a swipe', { verb: 'swipe', direction: 'up' }],
    ['a little turn of the crown', { verb: 'crown', degrees: 20 }],
  ] as const)('shows all of it again after %s, for 20 s', async (_what, verb) => {
    const watch = await dimming(BEGIN_MS + 23_000);
    expect(watch.texts()).toEqual(['LEFT', '22']);
    await watch.perform(verb);
    await watch.advance(250);
    expect(watch.texts()).toContain('Stay still, breathe slowly');
    expect(watch.sim.watch.page).toBe(SESSION);
  });

  it('shows all of it again with a cue', async () => {
    const watch = await dimming(BEGIN_MS + 29_000);
    expect(watch.texts()).toEqual(['LEFT', '28']);
    await watch.advance(8_000);
    expect(watch.texts()).toContain('Not easing? Turn the crown');
  });

  it('does not change the brightness of the screen', async () => {
    const watch = await dimming(BEGIN_MS);
    const { brightness } = watch.sim.watch as { brightness?: number };
    await watch.advance(25_000);
    expect((watch.sim.watch as { brightness?: number }).brightness).toBe(brightness);
  });
});

it.each([
  ['as a new wearer has it', {}],
  ['with a countdown and dimmed holds', { leadIn: 'felt', dimHolds: true, lingerS: 120 }],
] as const)(
  'a tick with neither a cue nor a new phase writes at most two properties, %s',
  async (_what, wants) => {
    const machine = await createMachine(app, usedWatch(wants));
    machine.startApp();
    machine.openPage(START.page, START.param);
    const many: string[] = [];
    let quiet = 0;
    for (let atMs = 0; atMs < 240_000; atMs += 250) {
      const before = machine.counts();
      machine.call('advance', 250);
      const { widgets, writes } = machine.counts();
      // A cue adds its screen, which is removed five seconds later.
      quiet = widgets === before.widgets ? quiet + 250 : 0;
      if (quiet > 6_000 && writes - before.writes > 2) many.push(`${atMs}: ${writes - before.writes}`);
    }
    expect(many).toEqual([]);
  },
);
