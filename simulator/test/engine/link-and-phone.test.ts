/** The radio, the side service and the settings page, with the frames that zml sends. */
import { describe, expect, it } from 'vitest';
import type { SimulationOptions } from '../../src/engine/types.ts';
import type { Headless } from '../../src/headless/headless.ts';
import { miniWatch, perform, printed } from '../support/mini-app.ts';

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

/** The watch after these steps, launched with a side service that echoes. */
function connected(steps: string): Promise<Headless> {
  return perform(miniWatch({ pages: { 'page/home': WATCH_PAGE }, side: ECHO }), `launch; ${steps}`);
}

const from = (watch: Headless, who: string): string[] =>
  watch.sim.events
    .filter((event) => event.text.startsWith(`${who}: `))
    .map((event) => event.text.slice(who.length + 2));

const SHAKE = 'key up click; wait 1s';
const STARTED = ['init {"launchType":"peerAppLaunched"}', 'run'];

it.each([
  ['the first shake starts the side service', SHAKE, STARTED],
  [
    'a killed side service is started again, without callbacks at the kill',
    `${SHAKE}; kill phone; ${SHAKE}`,
    [...STARTED, ...STARTED],
  ],
  ['a broken link loses frames that are on their way', 'key down click; link down; link up; wait 1s', []],
  ['a broken link ends the side service', `${SHAKE}; link down; link up`, [...STARTED, 'destroyed']],
])('%s', async (_what, steps, said) => {
  expect(from(await connected(steps), 'side')).toEqual(said);
});

it.each([
  ['a shake is answered with a port', SHAKE, ['sent true', 'got 1 true']],
  [
    'a broken link refuses to send and tells its listeners',
    'link down; key up click',
    ['link false', 'sent false'],
  ],
  ['a phone that is out of reach breaks the link', 'phone away; key up click', ['link false', 'sent false']],
  [
    'shakes are unanswered after the link comes back',
    `${SHAKE}; link down; link up; key up click; wait 5s`,
    ['sent true', 'got 1 true', 'link false', 'link true', 'sent true'],
  ],
  [
    'shakes are answered once the watch connects anew',
    `${SHAKE}; link down; link up; key select click; key up click; wait 5s`,
    ['sent true', 'got 1 true', 'link false', 'link true', 'sent true', 'anew 1'],
  ],
])('%s', async (_what, steps, said) => {
  const texts = from(await connected(steps), 'page/home');
  expect(texts.map((text) => text.replace(/^(got 1 true) .*/s, '$1'))).toEqual(said);
});

it('the phone strips the header on the way up and adds it on the way down, 40 ms each', async () => {
  const watch = await connected('key down click; wait 80ms');
  expect(from(watch, 'side')).toContain('heard ping0');
  expect(from(watch, 'page/home')).toContain('got 4 true re ping0');
});

describe('a bad link', () => {
  const heard = async (state: string): Promise<string[]> =>
    from(await connected(`link ${state}; key down click; wait 5s`), 'side').filter((text) =>
      text.startsWith('heard'),
    );
  const sent = Array.from({ length: 20 }, (_, index) => `heard ping${index}`);

  it('loses some frames, always the same ones for a seed', async () => {
    const got = await heard('lossy 0.5');
    expect(got.length).toBeGreaterThan(0);
    expect(got.length).toBeLessThan(20);
    expect(await heard('lossy 0.5')).toEqual(got);
  });

  it('doubles every frame at rate 1', async () => {
    expect(await heard('doubled 1')).toHaveLength(40);
  });

  it('changes the order of frames and loses none', async () => {
    const got = await heard('reordered 0.5');
    expect(got).not.toEqual(sent);
    expect(got.slice().sort()).toEqual(sent.slice().sort());
  });

  it('flips a bit of every frame at rate 1', async () => {
    const got = await heard('damaged 1');
    expect(got).toHaveLength(20);
    expect(got.filter((heardText, index) => heardText === sent[index])).toEqual([]);
  });
});

describe('settings', () => {
  const SETTING = `AppSettingsPage({ build(props) {
    const name = props.settingsStorage.getItem('name');
    return View({}, [Text({}, [name === null ? 'nobody' : name]),
      TextInput({ label: 'Name', settingsKey: 'name' }),
      Button({ label: 'forget', onClick() { props.settingsStorage.setItem('x', '1'); props.settingsStorage.removeItem('name') } })]);
  } })`;

  const ADA =
    'settings-open; expect settings nobody; setting TextInput Name onChange Ada; wait 1; expect settings Ada';

  it('rebuild their page after a change, and wake the side service with it', async () => {
    const watch = await perform(miniWatch({ setting: SETTING, side: ECHO }), ADA);
    expect(printed(watch)[0]).toBe(
      'init {"launchType":"settingsChanged","key":"name","newValue":"Ada","oldValue":null}',
    );
  });

  it('give null for a key that was removed', async () => {
    await perform(
      miniWatch({ setting: SETTING }),
      `${ADA}; setting Button forget onClick; wait 1; expect settings nobody`,
    );
  });

  it('show a blank page when build throws', async () => {
    const setting = `AppSettingsPage({ build() { throw new Error('no') } })`;
    const watch = await perform(miniWatch({ setting }), 'settings-open');
    expect(watch.sim.phone.settings).toBeNull();
    expect(watch.lines('error')[0]).toContain('settings: Error: no (build)');
  });

  it('show the message id in a locale without texts', async () => {
    const setting = `const gettext = HmUtils.gettextFactory({ 'de-DE': { hello: 'Hallo' } },
      new HmUtils.Lang(HmUtils.getLanguage(userSettings)), 'en-US');
      AppSettingsPage({ build() { return Text({}, [gettext('hello')]) } })`;
    const shown = async (phoneLocale: string): Promise<string[]> =>
      (await perform(miniWatch({ setting }, { phoneLocale }), 'settings-open')).settingsTexts();
    expect([await shown('de-DE'), await shown('de-CH')]).toEqual([['Hallo'], ['hello']]);
  });
});

describe('fetch on the phone', () => {
  const side = `AppSideService({ onInit() { fetch({ url: 'https://example.org' }).then(
    (answer) => console.log('status ' + answer.status), (error) => console.log(error.message)) } })`;
  const setting = `AppSettingsPage({ build(props) { return Button({ label: 'go', onClick() { props.settingsStorage.setItem('a', 'b') } }) } })`;

  const fetched = async (options: Partial<SimulationOptions>): Promise<string[]> =>
    printed(
      await perform(
        miniWatch({ side, setting }, options),
        'settings-open; setting Button go onClick; wait 1',
      ),
    );

  it('is refused by name without a handler', async () => {
    expect(await fetched({})).toEqual([
      'fetch is not simulated (https://example.org); give the simulation a fetch handler',
    ]);
  });

  it('goes to the handler, if there is one', async () => {
    expect(await fetched({ fetch: () => Promise.resolve({ status: 204 }) })).toContain('status 204');
  });

  it.each([
    ['handed-over', 'status 302'],
    ['followed', 'status 200'],
  ])('with redirects %s gets %s', async (reading, status) => {
    const answer = (request: unknown): Promise<unknown> =>
      Promise.resolve(
        (request as { url: string }).url === 'https://example.org'
          ? { status: 302, headers: { location: 'https://example.org/login' } }
          : { status: 200 },
      );
    expect(await fetched({ fetch: answer, assume: { 'fetch-redirects': reading } })).toContain(status);
  });
});
