/** The packed app: what fails on the watch is in its ring, once, as a sentence with its time. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { findDevice } from 'zepp-watch-simulator/engine/devices';
import { openZab } from 'zepp-watch-simulator/engine/package';
import type { AppPackage } from 'zepp-watch-simulator/engine/types';
import { createHeadless } from 'zepp-watch-simulator/headless/headless';
import { ensureBuilt } from '../../tools/package/build.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { parseRing } from '../../utils/core/ring-entries.ts';
import * as storedNames from '../../utils/core/stored-names.ts';

const device = findDevice('Falcon');
let app: AppPackage;

beforeAll(async () => {
  const { simulatorZab } = await ensureBuilt({ isQuiet: true });
  app = openZab(new Uint8Array(await readFile(simulatorZab)), device);
});

it('a damaged store is told once, however often the app is opened', async () => {
  const files = new Map([...usedWatch(), ['open-a', Uint8Array.of(1, 2, 3)]] as const);
  const watch = createHeadless({ app, device, files });
  for (let launch = 0; launch < 3; launch++) {
    await watch.launch();
    await watch.advance(2_000);
    await watch.kill('page');
  }
  const entries = parseRing(Buffer.from(watch.sim.files.get('ring') ?? []).toString('latin1'));
  expect(entries.map(({ where, sentence, protection }) => [where, sentence, protection])).toEqual([
    ['open', 'what was stored is damaged', 'none'],
  ]);
  expect(Math.abs((entries[0]?.at ?? 0) - watch.sim.epochMs)).toBeLessThan(10_000);
});

it('a refused permission fails the alarm in a session that says what protects it', async () => {
  const permissions = (app.manifest.permissions ?? []).filter((one) => !one.endsWith('alarm'));
  const watch = createHeadless({
    app: { ...app, manifest: { ...app.manifest, permissions } },
    device,
    files: usedWatch(),
  });
  await watch.launch();
  await watch.advance(1_000);
  await watch.tapText('Start');
  await watch.advance('3m');
  const entries = parseRing(Buffer.from(watch.sim.files.get('ring') ?? []).toString('latin1'));
  expect(entries.map(({ where, protection }) => [where, protection])).toEqual([
    ['reminder', 'none'],
    ['alarm', 'screen'],
  ]);
  expect(entries[1]?.sentence).toMatch(/^Error: Permission denied/);
});

describe('three bytes of rubbish', () => {
  const names = Object.values(storedNames).filter((name) => name !== 'ring' && name !== 'log');
  const rubbish = Uint8Array.of(1, 2, 3);

  /** Starts a session on a watch with rubbish in these files, and gives the motor's patterns and the reports. */
  async function started(damaged: readonly string[]) {
    const files = new Map([...usedWatch(), ...damaged.map((file) => [file, rubbish] as const)]);
    const watch = createHeadless({ app, device, files });
    await watch.launch();
    await watch.advance(2_000);
    await watch.tapText('Start');
    await watch.advance('2m');
    return {
      page: watch.sim.watch.page,
      /** How often the app has told something on its console. */
      lines: watch.sim.events.filter(({ text }) => text.includes('[iliacus]')).length,
      vibrations: watch.sim.events.filter(({ type }) => type === 'vibrate').length,
      reports: parseRing(Buffer.from(watch.sim.files.get('ring') ?? []).toString('latin1')).map(
        ({ where, sentence }) => `${where}: ${sentence}`,
      ),
    };
  }

  it.each(names)(
    'in the second file of %s cost neither Start nor a cue, and are reported once',
    async (name) => {
      const { page, vibrations, reports, lines } = await started([`${name}-b`]);
      expect(page).toBe('page/session/index.page');
      // Begin, easing, minimum and move.
      expect(vibrations).toBeGreaterThanOrEqual(4);
      expect(reports.filter((report) => report.startsWith(`${name}: what was stored`)).length).toBeLessThan(
        2,
      );
      // The damage is found and told each time the alarm is set, and never in a circle.
      expect(lines).toBeLessThan(50);
    },
  );

  it('in all of them at once cost neither Start nor a cue', async () => {
    const { page, vibrations, reports } = await started(names.map((name) => `${name}-b`));
    expect(page).toBe('page/session/index.page');
    expect(vibrations).toBeGreaterThanOrEqual(4);
    expect(new Set(reports).size).toBe(reports.length);
  });
});
