/** The radio, the side service and the settings page, with the frames that zml sends. */
import { describe, expect, it } from 'vitest';
import type { SimulationOptions } from '../../src/engine/types.ts';
import type { Headless } from '../../src/headless/headless.ts';
import { miniWatch, printed } from '../support/mini-app.ts';

/** A frame with the 16-byte header: type 1 shakes, 4 carries data. */
const WATCH_PAGE = `
  const frame = (type, text) => {
    const body = Buffer.from(text);
    const b = Buffer.alloc(16 + body.length);
    b.writeUInt8(1, 0); b.writeUInt8(1, 1); b.writeUInt16LE(type, 2); b.writeUInt16LE(20, 4); b.writeUInt32LE(20001, 8);
    body.copy(b, 16);
    return b.buffer;
  };
  const ble = zos('ble');
  Page({ build() {
    zos('display').setPageBrightTime({ brightTime: 600000 });
    ble.createConnect((index, data, size) => {
      const b = Buffer.from(data);
      console.log('got ' + b.readUInt16LE(2) + ' ' + (b.readUInt16LE(6) > 0) + ' ' + b.toString('utf8', 16));
    });
    ble.addListener((on) => console.log('link ' + on));
    zos('interaction').onKey({ callback(key, event) {
      const i = zos('interaction');
      if (event !== i.KEY_EVENT_CLICK) return true;
      if (key === i.KEY_UP) console.log('sent ' + ble.send(frame(1, 'A'), 17));
      if (key === i.KEY_DOWN) for (let n = 0; n < 20; n++) { const f = frame(4, 'ping' + n); ble.send(f, f.byteLength); }
      if (key === i.KEY_SELECT) ble.createConnect((index, data) => console.log('anew ' + Buffer.from(data).readUInt16LE(2)));
      return true;
    } });
  } });`;

const ECHO = `messaging.peerSocket.addListener('message', (payload) => {
    const text = Buffer.from(payload).toString('utf8');
    console.log('heard ' + text);
    messaging.peerSocket.send(Buffer.from('re ' + text).buffer);
  });
  AppSideService({ onInit() { console.log('init ' + JSON.stringify(sideService.launchArgs)) },
    onRun() { console.log('run') }, onDestroy() { console.log('destroyed') } });`;

async function connected(options: Partial<SimulationOptions> = {}): Promise<Headless> {
  const watch = miniWatch({ pages: { 'page/home': WATCH_PAGE }, side: ECHO }, options);
  await watch.launch();
  return watch;
}

const from = (watch: Headless, who: string): string[] =>
  watch.sim.events
    .filter((event) => event.text.startsWith(`${who}: `))
    .map((event) => event.text.slice(who.length + 2));

describe('the phone', () => {
  it('starts the side service at the first shake and answers it with a port', async () => {
    const watch = await connected();
    expect(watch.sim.phone.sideRunning).toBe(false);
    await watch.key('up');
    await watch.advance('1s');
    expect(watch.sim.phone.sideRunning).toBe(true);
    expect(from(watch, 'page/home')[1]).toContain('got 1 true');
  });

  it('strips the header on the way up and adds it on the way down, 40 ms each', async () => {
    const watch = await connected();
    await watch.key('down');
    await watch.advance('80ms');
    expect(from(watch, 'side')).toContain('heard ping0');
    expect(from(watch, 'page/home')).toContain('got 4 true re ping0');
  });

  it('starts the side service again after it was killed, without callbacks at the kill', async () => {
    const watch = await connected();
    await watch.key('up');
    await watch.advance('1s');
    await watch.kill('phone');
    expect(from(watch, 'side')).not.toContain('destroyed');
    await watch.key('up');
    await watch.advance('1s');
    expect(from(watch, 'side').filter((text) => text === 'run')).toHaveLength(2);
  });
});

describe('a broken link', () => {
  it('refuses to send and tells its listeners', async () => {
    const watch = await connected();
    await watch.link('down');
    await watch.key('up');
    expect(from(watch, 'page/home')).toEqual(['link false', 'sent false']);
  });

  it('loses what is in the air', async () => {
    const watch = await connected();
    await watch.key('down');
    await watch.link('down');
    await watch.link('up');
    await watch.advance('1s');
    expect(from(watch, 'side')).toEqual([]);
  });

  it('leaves shakes unanswered after it comes back, until the watch connects anew', async () => {
    const watch = await connected();
    await watch.key('up');
    await watch.advance('1s');
    await watch.link('down');
    await watch.link('up');
    expect(from(watch, 'side')).toContain('destroyed');
    await watch.key('up');
    await watch.advance('5s');
    expect(from(watch, 'page/home').filter((text) => text.startsWith('got 1'))).toHaveLength(1);
    await watch.key('select');
    await watch.key('up');
    await watch.advance('5s');
    expect(from(watch, 'page/home')).toContain('anew 1');
  });

  it('is what a phone that went away leaves', async () => {
    const watch = await connected();
    await watch.perform({ verb: 'phone', present: false });
    await watch.key('up');
    expect(from(watch, 'page/home')).toContain('sent false');
  });
});

describe('a bad link', () => {
  const heard = async (
    state: 'lossy' | 'doubled' | 'reordered' | 'damaged',
    rate: number,
  ): Promise<string[]> => {
    const watch = await connected();
    await watch.link(state, rate);
    await watch.key('down');
    await watch.advance('5s');
    return from(watch, 'side').filter((text) => text.startsWith('heard'));
  };
  const sent = Array.from({ length: 20 }, (_, index) => `heard ping${index}`);

  it('loses some frames', async () => {
    const got = await heard('lossy', 0.5);
    expect(got.length).toBeGreaterThan(0);
    expect(got.length).toBeLessThan(20);
  });

  it('doubles every frame at rate 1', async () => {
    expect(await heard('doubled', 1)).toHaveLength(40);
  });

  it('changes the order and loses nothing', async () => {
    const got = await heard('reordered', 0.5);
    expect(got).not.toEqual(sent);
    expect(got.slice().sort()).toEqual(sent.slice().sort());
  });

  it('flips a bit of every frame at rate 1', async () => {
    const got = await heard('damaged', 1);
    expect(got).toHaveLength(20);
    expect(got.filter((heardText, index) => heardText === sent[index])).toEqual([]);
  });

  it('goes wrong the same way for the same seed', async () => {
    expect(await heard('lossy', 0.5)).toEqual(await heard('lossy', 0.5));
  });
});

describe('settings', () => {
  const SETTING = `AppSettingsPage({ build(props) {
    const name = props.settingsStorage.getItem('name');
    return View({}, [Text({}, [name === null ? 'nobody' : name]),
      TextInput({ label: 'Name', settingsKey: 'name' }),
      Button({ label: 'forget', onClick() { props.settingsStorage.setItem('x', '1'); props.settingsStorage.removeItem('name') } })]);
  } })`;

  it('build again after a change, and wake the side service with it', async () => {
    const watch = miniWatch({ setting: SETTING, side: ECHO });
    await watch.openSettings();
    expect(watch.settingsTexts()).toContain('nobody');
    await watch.setting('TextInput', 'Name', 'onChange', 'Ada');
    await watch.advance(1);
    expect(watch.settingsTexts()).toContain('Ada');
    expect(printed(watch)[0]).toBe(
      'init {"launchType":"settingsChanged","key":"name","newValue":"Ada","oldValue":null}',
    );
  });

  it('give null for a key that was removed', async () => {
    const watch = miniWatch({ setting: SETTING });
    await watch.openSettings();
    await watch.setting('TextInput', 'Name', 'onChange', 'Ada');
    await watch.advance(1);
    await watch.setting('Button', 'forget', 'onClick');
    await watch.advance(1);
    expect(watch.settingsTexts()).toContain('nobody');
  });

  it('are blank when build throws', async () => {
    const watch = miniWatch({ setting: `AppSettingsPage({ build() { throw new Error('no') } })` });
    await watch.openSettings();
    expect(watch.sim.phone.settings).toBeNull();
    expect(watch.lines('error')[0]).toContain('settings: Error: no (build)');
  });

  it('show the bare message id in a locale without texts', async () => {
    const setting = `const gettext = HmUtils.gettextFactory({ 'de-DE': { hello: 'Hallo' } },
      new HmUtils.Lang(HmUtils.getLanguage(userSettings)), 'en-US');
      AppSettingsPage({ build() { return Text({}, [gettext('hello')]) } })`;
    const german = miniWatch({ setting }, { phoneLocale: 'de-DE' });
    await german.openSettings();
    expect(german.settingsTexts()).toEqual(['Hallo']);
    const swiss = miniWatch({ setting }, { phoneLocale: 'de-CH' });
    await swiss.openSettings();
    expect(swiss.settingsTexts()).toEqual(['hello']);
  });
});

describe('fetch on the phone', () => {
  const side = `AppSideService({ onInit() { fetch({ url: 'https://example.org' }).then(
    (answer) => console.log('status ' + answer.status), (error) => console.log(error.message)) } })`;
  const setting = `AppSettingsPage({ build(props) { return Button({ label: 'go', onClick() { props.settingsStorage.setItem('a', 'b') } }) } })`;

  async function fetched(options: Partial<SimulationOptions>): Promise<string[]> {
    const watch = miniWatch({ side, setting }, options);
    await watch.openSettings();
    await watch.setting('Button', 'go', 'onClick');
    await watch.advance(1);
    return printed(watch);
  }

  it('is refused by name without a handler', async () => {
    expect(await fetched({})).toEqual([
      'fetch is not simulated (https://example.org); give the simulation a fetch handler',
    ]);
  });

  it('goes to the handler', async () => {
    expect(await fetched({ fetch: () => Promise.resolve({ status: 204 }) })).toContain('status 204');
  });
});
