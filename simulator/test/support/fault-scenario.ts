/** One app and one hour with faults of link, timers, clock and power, which has the same result in every host. */
import { findDevice } from '../../src/engine/devices.ts';
import type { SimulationOptions } from '../../src/engine/types.ts';
import { miniPackage } from './mini-app.ts';

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

export const FAULT_SCRIPT = `launch
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

export const faultOptions: SimulationOptions = {
  app: miniPackage({ pages: { 'page/home': PAGE }, side: SIDE }),
  device: findDevice('Balance 2'),
  seed: 42,
  zoneOffsetMin: 90,
};
