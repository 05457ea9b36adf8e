/** Every rule has an app that breaks it. The same app passes if the rule is allowed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES, type RuleName } from '../../src/engine/rules.ts';
import type { Headless } from '../../src/headless/headless.ts';
import { broken, type MiniApp, miniWatch } from '../support/mini-app.ts';
import { rulesTable } from '../support/rules-table.ts';

interface Breaker extends MiniApp {
  readonly afterwards?: (watch: Headless) => Promise<void>;
}

const page = (source: string): MiniApp => ({ pages: { 'page/home': source } });
const inBuild = (source: string): MiniApp => page(`Page({ build() { ${source} } })`);
const widget = (kind: string, props: string): MiniApp =>
  inBuild(`const ui = zos('ui'); const made = ui.createWidget(ui.widget.${kind}, ${props});`);
const changed = (kind: string, props: string, change: string): MiniApp =>
  inBuild(`const ui = zos('ui'); const made = ui.createWidget(ui.widget.${kind}, ${props}); ${change}`);

/** An app in which an alarm runs this source as a single service two seconds after launch. */
const service = (source: string): Breaker => ({
  pages: { 'page/home': `Page({ build() { zos('alarm').set({ url: 'service/one', delay: 2 }) } })` },
  services: { 'service/one': source },
  afterwards: (watch) => watch.advance('5s'),
});

const BUTTON = `{ x: 140, y: 200, w: 200, h: 80, text: 'go', click_func: (b) => ui.deleteWidget(b) }`;
const twice = (name: string): MiniApp =>
  inBuild(`const i = zos('interaction'); i.${name}({ callback() {} }); i.${name}({ callback() {} });`);
const many = (kind: string, count: number): MiniApp =>
  inBuild(`const ui = zos('ui');
    for (let n = 0; n < ${count}; n++) ui.createWidget(ui.widget.${kind}, { x: 0, y: 0, w: 10, h: 10 });`);
const consenting = `zos('app').requestPermission({ permissions: ['device:os.bg_service'], callback() {
  zos('app-service').start({ file: 'service/one' }); setTimeout(() => zos('app-service').start({ file: 'service/two' }), 500);
} })`;

const BREAKERS: Readonly<Record<RuleName, Breaker>> = {
  'service-timers': service(`AppService({ onInit() { setTimeout(() => {}, 10) } })`),
  'service-600ms': service(`AppService({ onInit() { zos('ble').createConnect(() => {}) } })`),
  'service-file-write-screen-on': service(
    `AppService({ onInit() { zos('fs').writeFileSync({ path: 'a', data: 'b' }) } })`,
  ),
  'service-high-power-sensor': service(`AppService({ onInit() { new (zos('sensor').Accelerometer)() } })`),
  'service-ui': service(`AppService({ onInit() { zos('ui').createWidget(zos('ui').widget.TEXT, {}) } })`),
  'service-api': service(`AppService({ onInit() { zos('display').setBrightness({ brightness: 10 }) } })`),
  'second-continuous-service': {
    pages: { 'page/home': `Page({ build() { ${consenting} } })` },
    services: { 'service/one': 'AppService({})', 'service/two': 'AppService({})' },
    async afterwards(watch) {
      await watch.permission('allow');
      await watch.advance('2s');
    },
  },
  'missing-permission': { ...inBuild(`zos('alarm').set({ url: 'page/home', delay: 5 })`), permissions: [] },
  'permission-not-granted': {
    pages: { 'page/home': `Page({ build() { zos('app-service').start({ file: 'service/one' }) } })` },
    services: { 'service/one': 'AppService({})' },
  },
  'second-key-listener': twice('onKey'),
  'second-gesture-listener': twice('onGesture'),
  'second-crown-listener': twice('onDigitalCrown'),
  'endless-vibration-left-running': {
    ...inBuild(`const s = zos('sensor'); new s.Vibrator().start({ mode: s.VIBRATOR_SCENE_TIMER });`),
    afterwards: (watch) => watch.key('back').then(() => watch.advance('1s')),
  },
  'vibration-restart': inBuild(`const v = new (zos('sensor').Vibrator)(); v.start(); v.start();`),
  'ble-frame-too-large': inBuild(`zos('ble').send(new ArrayBuffer(3601), 3601)`),
  'settings-write-in-build': {
    setting: `AppSettingsPage({ build(props) { props.settingsStorage.setItem('a', 'b'); return View({}, []) } })`,
    afterwards: (watch) => watch.openSettings(),
  },
  'widget-outside-glass': widget('TEXT', `{ x: 400, y: 100, w: 200, h: 40, text: 'far out' }`),
  'visible-not-alone': changed(
    'TEXT',
    `{ x: 90, y: 90, w: 90, h: 40 }`,
    `made.setProperty(ui.prop.MORE, { visible: false });`,
  ),
  'button-needs-box': changed('BUTTON', BUTTON, `made.setProperty(ui.prop.MORE, { text: 'x' });`),
  'button-colors-in-pairs': widget('BUTTON', `{ x: 140, y: 200, w: 200, h: 80, normal_color: 1 }`),
  'delete-button-in-own-callback': {
    ...widget('BUTTON', BUTTON),
    afterwards: (watch) => watch.tapText('go'),
  },
  'widget-after-delete': changed(
    'TEXT',
    `{ x: 90, y: 90, w: 90, h: 40 }`,
    `ui.deleteWidget(made); made.setProperty(ui.prop.TEXT, 'ghost');`,
  ),
  'canvas-count': many('CANVAS', 4),
  'view-container-count': many('VIEW_CONTAINER', 8),
  'implicit-global': inBuild(`leaked = 1;`),
  'code-from-text': inBuild(`new Function('return 1')`),
  'dynamic-import': inBuild(`import('node:fs')`),
  'alarm-fractional-seconds': inBuild(`zos('alarm').set({ url: 'page/home', delay: 1.5 })`),
  'page-not-in-manifest': inBuild(`zos('router').push({ url: 'page/nowhere' })`),
  'bright-time-range': inBuild(`zos('display').setPageBrightTime({ brightTime: 10 })`),
  'unknown-member': inBuild(`zos('display').setScreenBlue`),
  'not-simulated': inBuild(`zos('ble').mstPair()`),
  'commonjs-bundle': page(`Page({}); module.exports = 1;`),
  'called-once': page(`Page({}); Page({});`),
  'settings-value-not-text': {
    side: `AppSideService({ onInit() { settings.settingsStorage.setItem('n', 5) } })`,
    setting: `AppSettingsPage({ build(props) { return Button({ label: 'set', onClick() {
      props.settingsStorage.setItem('n', 5) } }) } })`,
    async afterwards(watch) {
      await watch.openSettings();
      await watch.setting('Button', 'set', 'onClick');
    },
  },
};

async function run(rule: RuleName, allow: readonly string[]): Promise<Headless> {
  const breaker = BREAKERS[rule];
  const watch = miniWatch(breaker, { allow });
  await watch.launch();
  await breaker.afterwards?.(watch);
  await watch.advance(0);
  return watch;
}

describe('each rule', () => {
  it.each(RULES.map((rule) => rule.name as RuleName))(
    '%s is broken by its app, and by no other rule',
    async (rule) => {
      expect(broken(await run(rule, []))).toEqual([rule]);
    },
  );

  it.each(RULES.map((rule) => rule.name as RuleName))('%s can be allowed', async (rule) => {
    expect(broken(await run(rule, [rule]))).toEqual([]);
  });
});

describe('the table of rules', () => {
  it('has an app that breaks each rule, and no app without a rule', () => {
    expect(Object.keys(BREAKERS).sort()).toEqual(RULES.map((rule) => rule.name).sort());
  });

  it('is the one in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = readme.split('\n').filter((line) => line.startsWith('|') && line.includes('rules.test.ts'));
    expect(rows).toEqual(rulesTable().slice(2));
  });

  it('gives each rule a sentence and a source', () => {
    expect(RULES.filter((rule) => rule.sentence.endsWith('.') && rule.source !== '')).toHaveLength(
      RULES.length,
    );
  });

  it('refuses to allow a rule that does not exist', () => {
    expect(() => miniWatch({}, { allow: ['no-such-rule'] })).toThrow('There is no rule "no-such-rule"');
  });

  it('puts rule, sentence and source into a breach', async () => {
    const watch = await run('bright-time-range', []);
    expect(watch.sim.breaches[0]).toMatchObject({
      rule: 'bright-time-range',
      source: expect.stringContaining('.mdx'),
    });
  });
});
