/** An app by somebody else reaches nothing of the computer that simulates it, and each attempt is a named breach. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChromeHost } from '../../src/chrome/chrome-host.ts';
import { findDevice } from '../../src/engine/devices.ts';
import { type RunResult, resultOf } from '../../src/engine/host-transfer.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import type { SimulationOptions } from '../../src/engine/types.ts';
import { runScript } from '../../src/headless/script.ts';
import { createQuickJsHost } from '../../src/quickjs/quickjs-host.ts';
import { HOSTILE_SCRIPT, hostileApp, importingApp, restoreStackTraces } from '../support/hostile-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'hostile-app-'));
const canary = join(folder, 'canary.txt');
const device = findDevice('Balance 2');

beforeEach(() => writeFileSync(canary, 'alive'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(restoreStackTraces);

type Host = (options: SimulationOptions, script: string) => Promise<RunResult>;

const node: Host = async (options, script) => {
  const sim = createSimulation(options);
  await runScript(script, sim);
  return resultOf(sim);
};
const quickJs: Host = async (options, script) => {
  const host = await createQuickJsHost(options);
  host.run(script);
  return host.result();
};
const chromium: Host = async (options, script) => {
  const chrome = await openChromeHost();
  try {
    return await chrome.run(options, script);
  } finally {
    await chrome.close();
  }
};

const rulesIn = ({ breaches }: RunResult): string[] => breaches.map(({ rule }) => rule);
const linesIn = ({ events }: RunResult): string[] =>
  events.filter(({ type }) => type === 'console').map(({ text }) => text.slice(text.indexOf(': ') + 2));

describe.each([
  ['QuickJS', quickJs, true],
  ['Chromium', chromium, true],
  // In Node, sloppy functions see the host's own global object, so Node is for trusted apps only.
  ['Node', node, false],
] as const)('a hostile app in %s', (_name, run, sloppy) => {
  it('neither reads nor writes a file, on watch and phone', async () => {
    const result = await run({ app: hostileApp(canary, sloppy), device }, HOSTILE_SCRIPT);
    expect(readFileSync(canary, 'utf8')).toBe('alive');
    expect(new Set(linesIn(result))).toEqual(new Set(['tried']));
    expect(result.breaches.length).toBeGreaterThan(2);
    expect(new Set(rulesIn(result))).toEqual(new Set(['code-from-text']));
  });

  it('does not run at all if it contains an import()', async () => {
    const result = await run({ app: importingApp(canary), device }, 'launch\nwait 1s');
    expect(rulesIn(result)).toEqual(['dynamic-import']);
    expect(readFileSync(canary, 'utf8')).toBe('alive');
  });
});

it('Node has its own constructors back while the app waits', async () => {
  await node({ app: hostileApp(canary, false), device }, 'launch');
  expect((() => 0).constructor).toBe(Function);
});
