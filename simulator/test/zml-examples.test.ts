/** The example apps inside `@zeppos/zml`, packed by the official packer, in Node and in QuickJS 2020-07-05. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findDevice } from '../src/engine/devices.ts';
import type { AppPackage, SimulationOptions } from '../src/engine/types.ts';
import { parseDuration, parseVerb, wordsOf } from '../src/engine/verb-lines.ts';
import { loadAppFolder } from '../src/headless/app-files.ts';
import { createHeadless, type Headless } from '../src/headless/headless.ts';
import { runScript } from '../src/headless/script.ts';
import { createQuickJsBody } from '../src/quickjs/quickjs-body.ts';

// zml's exports hide its package.json: find its folder through a file that it does export.
const entry = createRequire(import.meta.url).resolve('@zeppos/zml/base-app');
const EXAMPLES = join(entry.slice(0, entry.indexOf('@zeppos')), '@zeppos/zml/examples');
const device = findDevice('Balance 2');

/** What the examples do wrong by the documents; each is a finding, not a fault of the simulator. */
const ALLOWED = ['commonjs-bundle', 'button-needs-box'];

const SCENARIOS: Readonly<Record<string, string>> = {
  helloworld1: 'launch\nwait 1s\ntap-text "test httpRequest"\nwait 5s\nwait 30s',
  helloworld2: `launch
wait 1s
tap-text "test request"
wait 1s
tap-text "test call"
wait 1s
tap-text "test request from mobile"
wait 1s
tap-text "test call from mobile"
wait 1s
link down
wait 1s
link up
tap-text "test request"
wait 30s`,
  helloworld3:
    'launch\nwait 1s\ntap-text "test bleRequest"\nwait 2s\nkey back click\nwait 1s\ntap-text "test fileTransfer"\nwait 2s\nkill page',
  syncData: 'launch\nwait 1s\ntap-text "sync heart rate data"\nwait 3s\nswipe right\nwait 25s',
};

const apps = new Map<string, AppPackage>();

beforeAll(async () => {
  for (const name of Object.keys(SCENARIOS))
    apps.set(name, await loadAppFolder(join(EXAMPLES, name), device));
});

function optionsFor(name: string): SimulationOptions {
  const app = apps.get(name);
  if (app === undefined) throw new Error(`${name} was not packed`);
  return { app, device, allow: ALLOWED };
}

async function played(name: string, options: Partial<SimulationOptions> = {}): Promise<Headless> {
  const watch = createHeadless({ ...optionsFor(name), ...options });
  await runScript(SCENARIOS[name] ?? '', watch.sim);
  return watch;
}

const said = (watch: Headless, who: string): string[] =>
  watch.sim.events
    .filter((event) => event.type === 'console' && event.text.startsWith(`${who}: `))
    .map((event) => event.text.slice(who.length + 2));

describe.each(Object.keys(SCENARIOS))('%s', (name) => {
  it('runs without an error', async () => {
    const watch = await played(name, { fetch: () => Promise.resolve({ status: 200, body: {} }) });
    expect(watch.lines('error')).toEqual([]);
  });

  it('breaks no rule beyond the known ones', async () => {
    const watch = await played(name);
    expect(watch.sim.breaches).toEqual([]);
  });

  it('gives the same log in QuickJS', async () => {
    const watch = await played(name);
    const body = await createQuickJsBody(optionsFor(name));
    for (const line of (SCENARIOS[name] ?? '').split('\n')) {
      const words = wordsOf(line);
      if (words[0] === 'wait') body.advance(parseDuration(words[1] ?? ''));
      else body.perform(parseVerb(words));
    }
    expect(body.events).toEqual(watch.sim.events);
    expect(body.memory().usedBytes).toBeGreaterThan(0);
  });
});

describe('helloworld1', () => {
  it('shows its two texts', async () => {
    const watch = createHeadless(optionsFor('helloworld1'));
    await watch.launch();
    expect(watch.texts()).toEqual(['HelloWorld', 'test httpRequest']);
  });

  it('takes a web answer through the phone to the watch', async () => {
    const asked: string[] = [];
    const watch = await played('helloworld1', {
      fetch(request) {
        asked.push(request.url);
        return Promise.resolve({ status: 200, statusText: 'OK', headers: {}, body: { hello: 'watch' } });
      },
    });
    expect(asked).toHaveLength(1);
    expect(said(watch, 'page/index/index.page').join('\n')).toContain('"hello":"watch"');
  });
});

describe('helloworld2', () => {
  it('gets the phone’s answer to a request', async () => {
    const watch = await played('helloworld2');
    expect(said(watch, 'page/index/index.page')).toContain('[index.page] result=> {"test":"test"}');
  });

  it('answers a request of the phone', async () => {
    const watch = await played('helloworld2');
    expect(said(watch, 'side')).toContain('[helloworld-request] result=> {"test":1}');
  });

  it('gets no answer after the link came back, as on a watch', async () => {
    const watch = await played('helloworld2');
    const answers = said(watch, 'page/index/index.page').filter((line) => line.includes('result=>'));
    expect(answers).toHaveLength(1);
  });
});

describe('the packer', () => {
  it('names a folder that holds no app', async () => {
    await expect(loadAppFolder(EXAMPLES, device)).rejects.toThrow('is no Zepp OS app');
  });
});
