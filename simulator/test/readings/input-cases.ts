/** Touches, keys and swipes (F7, F8, F9, F19), and page changes within `build()` (F23). */
import { page, type ReadingCases } from './reading-case.ts';

const PRESSED = `(name) => () => console.log(name)`;
const COVERED = `Page({ build() {
  const { createWidget, widget, prop } = zos('ui');
  const pressed = ${PRESSED};
  const button = (y, name) => createWidget(widget.BUTTON,
    { x: 90, y, w: 300, h: 60, text: name, click_func: pressed(name), longpress_func: pressed('long ' + name) });
  button(100, 'below hidden');
  button(200, 'below shown');
  button(300, 'below disabled');
  createWidget(widget.GROUP, { x: 90, y: 100, w: 300, h: 60 }).setProperty(prop.VISIBLE, false);
  createWidget(widget.TEXT, { x: 90, y: 200, w: 300, h: 60, text: '' });
  createWidget(widget.TEXT, { x: 90, y: 300, w: 300, h: 60, text: '' }).setEnable(false);
} })`;
const KEYS = `Page({
  build() {
    const keys = zos('interaction');
    const names = {
      [keys.KEY_EVENT_CLICK]: 'click', [keys.KEY_EVENT_DOUBLE_CLICK]: 'double',
      [keys.KEY_EVENT_PRESS]: 'press', [keys.KEY_EVENT_RELEASE]: 'release',
    };
    keys.onKey({ callback: (key, event) => { console.log(names[event]); return true } });
  },
  onDestroy() { console.log('left') },
})`;
const swiped = (name: string, before: string) => `Page({
  build() { ${before} zos('interaction').onGesture({ callback: () => true }) },
  onDestroy() { console.log('${name} left') },
})`;

export const inputCases: ReadingCases = {
  'covered-touch': {
    app: page(COVERED),
    script: `launch
tap 240 130
long-press 240 130
wait 2s
tap-text "below shown"
tap 240 330`,
    seen: {
      passes: ['below hidden', 'long below hidden', 'below shown', 'below disabled'],
      eaten: ['below disabled'],
      'eaten-by-shown': ['below hidden', 'long below hidden', 'below disabled'],
    },
  },
  'rect-clicks': {
    app: page(`Page({ build() {
      const { createWidget, widget, event } = zos('ui');
      const pressed = ${PRESSED};
      createWidget(widget.BUTTON, { x: 90, y: 200, w: 300, h: 60, text: 'B', click_func: pressed('button below') });
      const rect = createWidget(widget.FILL_RECT, { x: 90, y: 200, w: 300, h: 60 });
      rect.addEventListener(event.CLICK_DOWN, pressed('down'));
      rect.addEventListener(event.CLICK_UP, pressed('up'));
    } })`),
    script: 'launch\ntap 240 230',
    seen: { heard: ['down', 'up'], unheard: ['button below'] },
  },
  'double-click': {
    app: page(KEYS),
    script: 'launch\nkey select double',
    seen: {
      heard: ['press', 'double', 'release'],
      'two-clicks': ['press', 'click', 'release', 'press', 'click', 'release'],
      unheard: ['press', 'release'],
    },
  },
  'single-click': {
    app: page(KEYS),
    script: 'launch\nkey back click\nwait 1s',
    seen: { heard: ['press', 'click', 'release'], unheard: ['press', 'release', 'left'] },
  },
  'key-taking': {
    app: page(KEYS),
    script: 'launch\nkey back click\nwait 1s',
    seen: { works: ['press', 'click', 'release'], ignored: ['press', 'click', 'release', 'left'] },
  },
  'swipe-taking': {
    app: {
      pages: {
        'page/free': swiped('free', ''),
        'page/locked': swiped('locked', `zos('page').setScrollLock({ lock: true });`),
      },
    },
    script: `launch page/free
swipe right
wait 1s
kill page
launch page/locked
swipe right
wait 1s`,
    seen: { works: [], 'needs-lock': ['free left'], ignored: ['free left', 'locked left'] },
  },
  'replace-in-build': {
    app: {
      pages: {
        'page/home': `Page({
          build() { console.log('home'); zos('router').replace({ url: 'page/next' }) },
          onDestroy() { console.log('home left') },
        })`,
        'page/next': `Page({ build() { console.log('next') } })`,
      },
    },
    script: 'launch\nwait 1s',
    seen: {
      works: ['home', 'home left', 'next'],
      refused: ['home'],
      'loses-page': ['home', 'home left'],
    },
  },
};
