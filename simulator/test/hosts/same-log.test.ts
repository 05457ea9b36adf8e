/** Node, QuickJS 2020-07-05 and Chromium run the same scripts with the same result. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromeHost, openChromeHost } from '../../src/chrome/chrome-host.ts';
import { findDevice } from '../../src/engine/devices.ts';
import {
  deserializeOptions,
  type RunResult,
  resultOf,
  serializeOptions,
} from '../../src/engine/host-transfer.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import type { SimulationOptions } from '../../src/engine/types.ts';
import { runScript } from '../../src/headless/script.ts';
import { createQuickJsHost } from '../../src/quickjs/quickjs-host.ts';
import { openApp } from '../../src/watch-simulator.ts';
import { FAULT_SCRIPT, faultOptions } from '../support/fault-scenario.ts';
import { miniPackage } from '../support/mini-app.ts';
import { EXAMPLE_NAMES, EXAMPLE_SCRIPTS, exampleOptions } from '../support/zml-examples.ts';

let chrome: ChromeHost;
const packed = new Map<string, SimulationOptions>();

/** The examples of this package, each with its app and a script beside it. */
const ownFolder = new URL('../../examples/', import.meta.url);
const ownNames = readdirSync(ownFolder);

/** The script of each example. */
const scripts = new Map<string, string>([
  ...Object.entries(EXAMPLE_SCRIPTS),
  ...ownNames.map(
    (name) => [name, readFileSync(new URL(`${name}/${name}.verbs`, ownFolder), 'utf8')] as const,
  ),
]);

beforeAll(async () => {
  for (const name of EXAMPLE_NAMES) packed.set(name, await exampleOptions(name));
  for (const name of ownNames) packed.set(name, await openApp(new URL(`${name}/app`, ownFolder)));
  chrome = await openChromeHost();
});

afterAll(() => chrome.close());

function optionsOf(name: string): SimulationOptions {
  const options = packed.get(name);
  if (options === undefined) throw new Error(`${name} was not packed`);
  return options;
}

async function inNode(options: SimulationOptions, script: string): Promise<RunResult> {
  const sim = createSimulation(deserializeOptions(serializeOptions(options)));
  await runScript(script, sim);
  return resultOf(sim);
}

async function inQuickJs(options: SimulationOptions, script: string): Promise<RunResult> {
  const host = await createQuickJsHost(options);
  host.run(script);
  return host.result();
}

describe.each([...scripts])('%s', (name, script) => {
  it('meets its expectations in Node and breaks no rule that is not allowed', async () => {
    const result = await inNode(optionsOf(name), script);
    expect(result.breaches).toEqual([]);
    expect(result.events.length).toBeGreaterThan(10);
  });

  it('has the same result in QuickJS', async () => {
    expect(await inQuickJs(optionsOf(name), script)).toEqual(await inNode(optionsOf(name), script));
  });

  it('has the same result in Chromium', async () => {
    expect(await chrome.run(optionsOf(name), script)).toEqual(await inNode(optionsOf(name), script));
  });
});

describe('helloworld3 on the phone', () => {
  it('stores what the settings page writes and clears it when asked', async () => {
    const result = await inNode(optionsOf('helloworld3'), EXAMPLE_SCRIPTS.helloworld3);
    const writes = result.events.filter((event) => event.type === 'setting').map((event) => event.text);
    expect(writes[0]).toBe('data:clear = true');
    expect(result.storage).toEqual([]);
  });
});

describe('helloworld2 after a lost link', () => {
  it('gets no answer when the link is back, as on a watch', async () => {
    const { events } = await inNode(optionsOf('helloworld2'), EXAMPLE_SCRIPTS.helloworld2);
    const answers = events.filter((event) => event.text.includes('[index.page] result=>'));
    expect(answers).toHaveLength(1);
  });
});

/** An app with layout, lengths, keyboard, sensors and media of newer levels, each printed line of which is compared. */
const NEWER_SCRIPT = 'launch\nwait 1s\ntype abc\ntap-text OK\nwait 3s\nexpect console "abc 48"';
const newerOptions: SimulationOptions = {
  app: miniPackage({
    pages: {
      'page/home': `Page({ build() { const ui = zos('ui'); const { widget, createWidget } = ui;
        const root = createWidget(widget.VIRTUAL_CONTAINER, { layout: { width: '100vw', height: '50vh', display: 'flex' } });
        const text = createWidget(widget.TEXT, { parent: root, text: 'one two', layout: { width: '33%', height: 'auto' } });
        ui.createKeyboard({ onComplete(_, { data }) { ui.deleteKeyboard();
          Promise.resolve().then(() => console.log(data + ' ' + '10vw'.toPixel() + ' ' + [text.x, text.y, text.w, text.h])) } });
        const media = zos('media'); const player = media.create(media.id.PLAYER);
        player.addEventListener(player.event.PREPARE, (is) => console.log('prepared ' + is));
        player.setSource(player.source.FILE, { file: 'none.mp3' }); player.prepare();
        console.log(JSON.stringify(new (zos('sensor').Weather)().getForecast())) } })`,
    },
  }),
  device: findDevice('Balance 2'),
};

describe('an app of API level 4', () => {
  it('has the same result in QuickJS', async () => {
    expect(await inQuickJs(newerOptions, NEWER_SCRIPT)).toEqual(await inNode(newerOptions, NEWER_SCRIPT));
  });

  it('has the same result in Chromium', async () => {
    expect(await chrome.run(newerOptions, NEWER_SCRIPT)).toEqual(await inNode(newerOptions, NEWER_SCRIPT));
  });
});

describe('an hour of faults', () => {
  it('leaves its faults in the log', async () => {
    const { events, pulses } = await inNode(faultOptions, FAULT_SCRIPT);
    expect(events.length).toBeGreaterThan(100);
    expect(pulses.length).toBeGreaterThan(0);
  });

  it('has the same result in QuickJS', async () => {
    expect(await inQuickJs(faultOptions, FAULT_SCRIPT)).toEqual(await inNode(faultOptions, FAULT_SCRIPT));
  });

  it('has the same result in Chromium', async () => {
    expect(await chrome.run(faultOptions, FAULT_SCRIPT)).toEqual(await inNode(faultOptions, FAULT_SCRIPT));
  });

  it('is reported with the line of the script that failed in Chromium', async () => {
    await expect(chrome.run(faultOptions, 'launch\nexpect text Gone')).rejects.toThrow(
      'line 2, expect text Gone: ',
    );
  });
});
