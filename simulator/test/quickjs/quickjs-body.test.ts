/** The same simulation in Node and in QuickJS 2020-07-05, faults included. */
import { describe, expect, it } from 'vitest';
import { findDevice } from '../../src/engine/devices.ts';
import type { SimulationOptions } from '../../src/engine/types.ts';
import { parseDuration, parseVerb, wordsOf } from '../../src/engine/verb-lines.ts';
import { createHeadless } from '../../src/headless/headless.ts';
import { runScript } from '../../src/headless/script.ts';
import { createQuickJsBody, type QuickJsBody } from '../../src/quickjs/quickjs-body.ts';
import { miniPackage } from '../support/mini-app.ts';

const PAGE = `
  const { Vibrator, Time } = zos('sensor');
  const ble = zos('ble');
  const frame = (text) => { const b = Buffer.alloc(16 + text.length); b[0] = 1; b[1] = 1; b.writeUInt16LE(4, 2); b.write(text, 16); return b.buffer };
  Page({ build() {
    zos('display').setPageBrightTime({ brightTime: 120000 });
    const ui = zos('ui');
    const text = ui.createWidget(ui.widget.TEXT, { x: 90, y: 90, w: 300, h: 60, text: zos('i18n').getText('start') });
    ui.createWidget(ui.widget.BUTTON, { x: 140, y: 200, w: 200, h: 80, text: 'Go', click_func: () => {
      const v = new Vibrator(); const t = v.getType();
      v.start([{ type: t.CONTINUOUS, duration: 200 }, { type: t.PAUSE, duration: 100 }, { type: t.URGENT }]);
      setTimeout(() => v.stop(), 2000);
      for (let n = 0; n < 10; n++) { const f = frame('ping' + n); ble.send(f, f.byteLength) }
    } });
    ble.createConnect((index, data, size) => { text.setProperty(ui.prop.TEXT, size + ' ' + Math.random()); console.log(index, size) });
    zos('fs').writeFileSync({ path: 'a.txt', data: 'grüße' });
    new Time().onPerMinute(() => console.log(new Date().toString()));
    Promise.resolve(1).then(() => console.log('microtask'));
    oops = 1;
  } });`;
const SIDE = `messaging.peerSocket.addListener('message', (data) => {
    settings.settingsStorage.setItem('last', Buffer.from(data).toString('utf8'));
    messaging.peerSocket.send(data) });
  AppSideService({ onInit() {} });`;

const SCRIPT = `launch
wait 1s
link lossy 0.3
tap-text Go
wait 1s
link damaged 0.5
tap-text Go
wait 30s
timers stall 2s rate 1.3
time-jump 1h announced
wait 1m
screen off
wait 1m
reboot
launch
wait 3s`;

const options: SimulationOptions = {
  app: miniPackage({ pages: { 'page/home': PAGE }, side: SIDE }),
  device: findDevice('Balance 2'),
  seed: 42,
  zoneOffsetMin: 90,
};

function play(body: QuickJsBody): void {
  for (const line of SCRIPT.split('\n')) {
    const words = wordsOf(line);
    if (words[0] === 'wait') body.advance(parseDuration(words[1] ?? ''));
    else body.perform(parseVerb(words));
  }
}

describe('QuickJS', () => {
  it('gives the event log, the pulses, the breaches and the storage that Node gives', async () => {
    const watch = createHeadless(options);
    await runScript(SCRIPT, watch.sim);
    const body = await createQuickJsBody(options);
    play(body);
    expect(body.events).toEqual(watch.sim.events);
    expect(body.pulses).toEqual(watch.sim.pulses);
    expect(body.breaches).toEqual(watch.sim.breaches);
    expect(body.storage).toEqual(watch.sim.phone.storage);
    expect(body.watch.widgets[0]?.props.text).toBe(watch.texts()[0]);
  });

  it('counts the memory that an app uses', async () => {
    const body = await createQuickJsBody(options);
    const before = body.memory();
    body.perform({ verb: 'launch' });
    expect(body.memory().usedBytes).toBeGreaterThan(before.usedBytes);
    expect(body.memory().objects).toBeGreaterThan(before.objects);
  });

  it('finds what the watch’s engine lacks and Node has', async () => {
    const app = miniPackage({ pages: { 'page/home': 'Page({ build() { console.log([1, 2].at(-1)) } })' } });
    const body = await createQuickJsBody({ ...options, app });
    body.perform({ verb: 'launch' });
    expect(body.events.filter((event) => event.type === 'error')).toHaveLength(1);
  });
});
