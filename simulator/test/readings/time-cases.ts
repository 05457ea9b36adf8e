/** Listeners, alarms, files, the screen and timers (F11, F12, F13, F15, F16, F20, F21). */
import { page, type ReadingCases } from './reading-case.ts';

const SECONDS = `const seconds = (what) => console.log(what + ' at ' + (Date.now() - 1767600000000) / 1000);`;
const READ = `const read = (where) =>
  console.log(where + ' ' + zos('fs').readFileSync({ path: 'note', options: { encoding: 'utf8' } }));`;
const noteBefore = { files: new Map([['note', new TextEncoder().encode('old')]]) };
const bright = (brightTime: number): string => `${SECONDS} Page({
  build() { console.log(zos('display').setPageBrightTime({ brightTime: ${brightTime} })) },
  onPause() { seconds('dark') },
})`;

export const timeCases: ReadingCases = {
  listeners: {
    app: page(`const { Time } = zos('sensor');
      const held = new Time();
      Page({ build() {
        held.onPhoneTimeSetting(() => console.log('held'));
        new Time().onPhoneTimeSetting(() => console.log('let go'));
      } })`),
    script: `launch
time-jump 1m announced
wait 15s
time-jump 1m announced`,
    seen: { live: ['held', 'let go', 'held', 'let go'], collected: ['held', 'let go', 'held'] },
  },
  'alarm-launch': {
    app: {
      pages: {
        'page/home': `Page({ build() {
          zos('alarm').set({ url: 'page/rung', delay: 5 });
          zos('alarm').set({ url: 'page/rung', delay: 60 });
        } })`,
        'page/rung': `${SECONDS} Page({ build() { seconds('rung') } })`,
      },
    },
    script: 'launch\nwait 2m',
    seen: {
      'on-time': ['rung at 5', 'rung at 60'],
      never: [],
      late: ['rung at 15', 'rung at 70'],
      silent: ['rung at 5'],
    },
  },
  'service-alarm': {
    app: {
      pages: {
        'page/home': `Page({ build() {
          zos('alarm').set({ url: 'service/one', delay: 5 });
          zos('alarm').set({ url: 'service/two', delay: 5 });
        } })`,
      },
      services: {
        'service/one': `AppService({ onInit() { console.log('app-event') } })`,
        'service/two': `AppService({ onInit() { console.log('another') } })`,
      },
      event: 'service/one',
    },
    script: 'launch\nwait 6s',
    seen: { rings: ['app-event', 'another'], 'needs-app-event': ['app-event'], never: [] },
  },
  'alarm-cancel': {
    app: page(
      `Page({ build() { try { console.log(zos('alarm').cancel(7)) } catch (e) { console.log('threw') } } })`,
    ),
    script: 'launch',
    seen: { quiet: ['-1'], throws: ['threw'] },
  },
  'file-reads': {
    app: {
      pages: {
        'page/home': `${READ} Page({ build() {
          zos('fs').writeFileSync({ path: 'note', data: 'new' });
          read('here');
          setTimeout(() => zos('router').replace({ url: 'page/next' }), 1000);
        } })`,
        'page/next': `${READ} Page({ build() { read('elsewhere'); setTimeout(() => read('later'), 4500) } })`,
      },
    },
    options: noteBefore,
    script: 'launch\nwait 6s',
    seen: {
      fresh: ['here new', 'elsewhere new', 'later new'],
      stale: ['here old', 'elsewhere old', 'later new'],
      'stale-elsewhere': ['here new', 'elsewhere old', 'later new'],
    },
  },
  'bright-time': {
    app: page(bright(600_000)),
    script: 'launch\nwait 8m',
    seen: { 'as-asked': ['0'], capped: ['0', 'dark at 300'], refused: ['-1', 'dark at 10'] },
  },
  'bright-time-zero': {
    app: page(bright(0)),
    options: { allow: ['bright-time-range'] },
    script: 'launch\nwait 8m',
    seen: { refused: ['-1', 'dark at 10'], endless: ['0'] },
  },
  'timers-in-dark': {
    app: page(`Page({ build() { setTimeout(() => console.log('tick'), 5000) } })`),
    script: 'launch\nscreen off\nwait 6s',
    seen: { stop: [], run: ['tick'] },
  },
  'end-after-dark': {
    app: page(`Page({ onDestroy() { console.log('ended') } })`),
    script: 'launch\nscreen off\nwait 15s',
    seen: { happens: ['ended'], never: [] },
  },
  'relaunch-on-wake': {
    app: page(
      `Page({ build() { zos('display').setWakeUpRelaunch({ relaunch: true }); console.log('built') } })`,
    ),
    script: 'launch\nscreen off\nwait 15s\nscreen on',
    seen: { works: ['built', 'built'], ignored: ['built'] },
  },
  'timer-drift': {
    app: page(`${SECONDS} Page({ build() {
      zos('display').setPageBrightTime({ brightTime: 60000 });
      setTimeout(() => seconds('tick'), 30000);
    } })`),
    script: 'launch\nwait 40s',
    seen: { none: ['tick at 30'], slow: ['tick at 30.5'] },
  },
  'dark-status': {
    app: page(`const screen = new (zos('sensor').Screen)();
      Page({
        build() { screen.onChange((status) => console.log('change ' + status)) },
        onPause() { console.log('status ' + screen.getStatus()) },
      })`),
    script: 'launch\nscreen off',
    seen: {
      off: ['status 2', 'change 2'],
      lit: ['status 1', 'change 1'],
      another: ['status 3', 'change 3'],
    },
  },
};
