/** One engine, three bodies: Node, QuickJS 2020-07-05 and Chromium play the same scripts to the same end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromeHost, openChromeHost } from '../../src/chrome/chrome-host.ts';
import {
  deserializeOptions,
  type RunResult,
  resultOf,
  serializeOptions,
} from '../../src/engine/host-transfer.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import type { SimulationOptions } from '../../src/engine/types.ts';
import { loadAppFolder } from '../../src/headless/load-app.ts';
import { runScript } from '../../src/headless/script.ts';
import { createQuickJsHost } from '../../src/quickjs/quickjs-host.ts';
import { FAULT_SCRIPT, faultOptions } from '../support/fault-scenario.ts';
import {
  EXAMPLE_DEVICE,
  EXAMPLE_NAMES,
  EXAMPLE_SCRIPTS,
  EXAMPLES,
  type ExampleName,
  exampleOptions,
  FETCH_RESPONSE,
} from '../support/zml-examples.ts';

let chrome: ChromeHost;
const packed = new Map<ExampleName, SimulationOptions>();

beforeAll(async () => {
  for (const name of EXAMPLE_NAMES) packed.set(name, await exampleOptions(name));
  chrome = await openChromeHost();
});

afterAll(() => chrome.close());

function optionsOf(name: ExampleName): SimulationOptions {
  const options = packed.get(name);
  if (options === undefined) throw new Error(`${name} was not packed`);
  return options;
}

async function inNode(
  options: SimulationOptions,
  script: string,
  fetchResponse?: unknown,
): Promise<RunResult> {
  const sim = createSimulation(deserializeOptions(serializeOptions(options, fetchResponse)));
  await runScript(script, sim);
  return resultOf(sim);
}

async function inQuickJs(
  options: SimulationOptions,
  script: string,
  fetchResponse?: unknown,
): Promise<RunResult> {
  const body = await createQuickJsHost(options, fetchResponse);
  body.run(script);
  return body.played();
}

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  it('shows, says and stores what it should in Node, and breaks no rule beyond the known ones', async () => {
    const played = await inNode(optionsOf(name), EXAMPLE_SCRIPTS[name], FETCH_RESPONSE);
    expect(played.breaches).toEqual([]);
  });

  it('plays the same in QuickJS', async () => {
    const played = await inQuickJs(optionsOf(name), EXAMPLE_SCRIPTS[name], FETCH_RESPONSE);
    expect(played).toEqual(await inNode(optionsOf(name), EXAMPLE_SCRIPTS[name], FETCH_RESPONSE));
  });

  it('plays the same in Chromium', async () => {
    const played = await chrome.play(optionsOf(name), EXAMPLE_SCRIPTS[name], FETCH_RESPONSE);
    expect(played).toEqual(await inNode(optionsOf(name), EXAMPLE_SCRIPTS[name], FETCH_RESPONSE));
  });
});

describe('helloworld3 on the phone', () => {
  it('stores what the settings page writes and clears it when asked', async () => {
    const played = await inNode(optionsOf('helloworld3'), EXAMPLE_SCRIPTS.helloworld3, FETCH_RESPONSE);
    const writes = played.events.filter((event) => event.type === 'setting').map((event) => event.text);
    expect(writes[0]).toBe('data:clear = true');
    expect(played.storage).toEqual([]);
  });
});

describe('helloworld2 after a lost link', () => {
  it('gets no answer once the link is back, as on a watch', async () => {
    const { events } = await inNode(optionsOf('helloworld2'), EXAMPLE_SCRIPTS.helloworld2);
    const answers = events.filter((event) => event.text.includes('[index.page] result=>'));
    expect(answers).toHaveLength(1);
  });
});

describe('an hour of faults', () => {
  it('leaves its traces in the log', async () => {
    const { events, pulses } = await inNode(faultOptions, FAULT_SCRIPT);
    expect(events.length).toBeGreaterThan(100);
    expect(pulses.length).toBeGreaterThan(0);
  });

  it('is played the same in QuickJS', async () => {
    expect(await inQuickJs(faultOptions, FAULT_SCRIPT)).toEqual(await inNode(faultOptions, FAULT_SCRIPT));
  });

  it('is played the same in Chromium', async () => {
    expect(await chrome.play(faultOptions, FAULT_SCRIPT)).toEqual(await inNode(faultOptions, FAULT_SCRIPT));
  });

  it('is told with the line at which a script fails in Chromium', async () => {
    await expect(chrome.play(faultOptions, 'launch\nexpect text Gone')).rejects.toThrow(
      'line 2, expect text Gone: ',
    );
  });
});

describe('the packer', () => {
  it('names a folder that holds no app', async () => {
    await expect(loadAppFolder(EXAMPLES, EXAMPLE_DEVICE)).rejects.toThrow('is no Zepp OS app');
  });
});
