/** Scripts: verbs, waits, expectations, and the recorder. */
import { describe, expect, it } from 'vitest';
import {
  formatVerb,
  parseDuration,
  parseVerb,
  splitWords,
  VERBS,
} from '../../src/engine/script/verb-syntax.ts';
import type { Verb } from '../../src/engine/types.ts';
import { recordScript, runScript } from '../../src/headless/script.ts';
import { miniWatch, printed } from '../support/mini-app.ts';

const PAGE = `Page({ build() { const ui = zos('ui');
  const t = ui.createWidget(ui.widget.TEXT, { x: 100, y: 100, w: 200, h: 40, text: 'waiting' });
  ui.createWidget(ui.widget.BUTTON, { x: 140, y: 200, w: 200, h: 80, text: 'Start now', click_func() {
    console.log('started'); setTimeout(() => t.setProperty(ui.prop.TEXT, 'Hold'), 2000) } }) } })`;

const installed = () => miniWatch({ pages: { 'page/home': PAGE } });

describe('a script', () => {
  it('performs verbs, waits and checks', async () => {
    const watch = installed();
    const script = `# a comment
      launch

      expect text "waiting"
      tap-text "Start now"
      wait 2s
      expect text Hold
      expect no-text waiting
      expect page page/home
      expect screen on
      expect console started
      expect no-breach
      expect no-error`;
    await runScript(script, watch.sim);
    expect(printed(watch)).toEqual(['started']);
  });

  it.each([
    [
      'launch\nexpect text Gone',
      'line 2, expect text Gone: "Gone" is not there; there is: "waiting", "Start now"',
    ],
    ['launch\nexpect no-text waiting', 'line 2, expect no-text waiting: "waiting" is there'],
    ['jump 3', 'line 1, jump 3: There is no verb "jump"'],
    ['tap 10 high', 'line 1, tap 10 high: "high" is no number (y of tap)'],
    ['wrist up', 'line 1, wrist up: "up" is not one of lift, lower, flip'],
    ['wait soon', 'line 1, wait soon: "soon" is no duration'],
    ['expect wonder 1', 'line 1, expect wonder 1: "wonder" cannot be expected'],
    ['launch\nexpect page none', 'line 2, expect page none: the page is page/home, not none'],
    ['launch\nexpect breach implicit-global', '"implicit-global" is not there; there is: nothing'],
  ])('that fails names the line and the word: %j', async (script, message) => {
    await expect(runScript(script, installed().sim)).rejects.toThrow(message);
  });
});

describe('a recording', () => {
  it('plays back with the same result', async () => {
    const first = installed();
    await first.launch();
    await first.advance('1500ms');
    await first.tapText('Start now');
    await first.advance('3s');
    const script = recordScript(first.sim.events, first.sim.uptimeMs);
    expect(script).toBe('launch\nwait 1500ms\ntap-text "Start now"\nwait 3000ms\n');
    const second = installed();
    await runScript(script, second.sim);
    expect(second.sim.events).toEqual(first.sim.events);
  });
});

const EXAMPLES: readonly Verb[] = [
  { verb: 'launch', page: 'page/a', params: 'x=1 y' },
  { verb: 'tap', x: 1, y: 2.5 },
  { verb: 'tap-text', text: 'say "go" \\ now' },
  { verb: 'type', text: '' },
  { verb: 'long-press', x: 3, y: 4 },
  { verb: 'swipe', direction: 'up', px: 120 },
  { verb: 'key', key: 'shortcut', action: 'double' },
  { verb: 'crown', degrees: -12 },
  { verb: 'wrist', motion: 'flip' },
  { verb: 'palm' },
  { verb: 'worn', state: 'unsure' },
  { verb: 'battery', percent: 7 },
  { verb: 'permission', answer: 'ask-again' },
  { verb: 'mode', mode: 'DND', on: true },
  { verb: 'time-set', epochMs: Date.UTC(2026, 1, 2, 3, 4, 5) },
  { verb: 'time-jump', byMs: -5000, announced: true },
  { verb: 'time-zone', offsetMin: -330 },
  { verb: 'timers', stallMs: 100, rate: 1.2, doubled: false },
  { verb: 'screen', on: false },
  { verb: 'kill', what: 'phone' },
  { verb: 'link', state: 'lossy', rate: 0.25 },
  { verb: 'phone', present: false },
  { verb: 'reboot' },
  { verb: 'foreign-service', on: true },
  { verb: 'alarms', state: 'refused' },
  { verb: 'storage', state: 'torn' },
  { verb: 'notification' },
  { verb: 'call', state: 'ring' },
  { verb: 'locale', where: 'phone', locale: 'de-CH' },
  { verb: 'hours', format: 12 },
  { verb: 'assume', name: 'timers-in-dark', value: 'run' },
  { verb: 'update' },
  { verb: 'widget-focus', on: true },
  { verb: 'settings-open' },
  { verb: 'settings-call', id: 3, handler: 'onChange', args: ['a b', { c: 1 }] },
];

describe('a verb as a line', () => {
  it.each(EXAMPLES.map((verb) => [formatVerb(verb), verb] as const))('%s is read back', (line, verb) => {
    expect(parseVerb(splitWords(line))).toEqual(verb);
  });

  it('is tested here for every verb', () => {
    expect(EXAMPLES.map((verb) => verb.verb)).toEqual(VERBS);
  });
});

describe('a duration', () => {
  it.each([
    ['250', 250],
    ['30s', 30_000],
    ['1.5m', 90_000],
    ['2h', 7_200_000],
    ['-1d', -86_400_000],
  ])('%s', (word, ms) => {
    expect(parseDuration(word)).toBe(ms);
  });
});

const SETTING = `AppSettingsPage({ build(props) { const s = props.settingsStorage; return View({}, [
  TextInput({ label: 'Name', onChange: (v) => s.setItem('name', typeof v + ' ' + v) }),
  Button({ label: 'one', onClick: () => s.setItem('pressed', 'one') }),
  Button({ label: 'two', onClick: () => s.setItem('pressed', 'two') }),
  Button({ label: 'two', onClick: () => s.setItem('pressed', 'other two') }),
]) } })`;

const withSettings = () => miniWatch({ setting: SETTING });

describe('a step on the settings page', () => {
  it.each([
    ['setting Button two onClick', 'setting Button two onClick'],
    ['setting TextInput Name onChange "a b"', 'setting TextInput Name onChange "a b"'],
    ['setting TextInput Name onChange 5', 'setting TextInput Name onChange 5'],
    ['setting TextInput Name onChange "\\"5\\""', 'setting TextInput Name onChange "\\"5\\""'],
  ])('%s is recorded by its label', async (line, recorded) => {
    const watch = withSettings();
    await runScript(`settings-open\n${line}`, watch.sim);
    expect(recordScript(watch.sim.events)).toBe(`settings-open\n${recorded}\n`);
  });

  it('is recorded by its number if the label would find another component', async () => {
    const watch = withSettings();
    await watch.openSettings();
    const third = watch.sim.phone.settings?.children[3];
    if (third === undefined || typeof third === 'string') throw new Error('no third button');
    await watch.perform({ verb: 'settings-call', id: third.id, handler: 'onClick', args: [] });
    expect(recordScript(watch.sim.events)).toBe(`settings-open\nsettings-call ${third.id} onClick\n`);
  });

  it.each([
    ['5', 'number 5'],
    ['true', 'boolean true'],
    ['"\\"5\\""', 'string 5'],
    ['five', 'string five'],
  ])('takes the argument %s for the value that it reads as', async (word, stored) => {
    const watch = withSettings();
    await runScript(`settings-open\nsetting TextInput Name onChange ${word}`, watch.sim);
    expect(watch.sim.phone.storage.get('name')).toBe(stored);
  });
});
