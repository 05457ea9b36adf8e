/** The controls for system and surroundings: screen, battery, modes, interruptions, storage, link, clock and timers. */
import { ASSUMPTION_NAMES, ASSUMPTIONS, READINGS } from '../engine/assumptions.ts';
import { MODES } from '../engine/environment.ts';
import { LINK_STATES } from '../engine/types.ts';
import { buttonRow, choiceRow, entryRow, group, numberIn, type Perform } from './control-rows.ts';
import { button, choice, element, entry } from './dom.ts';
import type { Session } from './session.ts';

const MODE_LABELS: Readonly<Record<(typeof MODES)[number], string>> = {
  DND: 'Do not disturb',
  sleep: 'Sleep',
  theater: 'Theater',
  systemLock: 'Screen lock',
  lowTemperature: 'Low temperature',
  powerSaving: 'Power saving',
  ultraPowerSaving: 'Ultra power saving',
  button: 'Keys only',
  accessibleSwitch: 'Accessibility',
};

const LOCALES = ['en-US', 'de-DE', 'es-ES', 'zh-CN', 'zh-TW', 'fr-FR', 'it-IT', 'ja-JP', 'pt-BR', 'ru-RU'];

function modeRow(perform: Perform): HTMLElement {
  const mode = choice(
    'Mode',
    MODES.map((value) => ({ value, label: MODE_LABELS[value] })),
  );
  return element(
    'div',
    { class: 'row' },
    mode.field,
    button('On', () => perform({ verb: 'mode', mode: mode.select.value, on: true }), {
      'aria-label': 'Mode on',
    }),
    button('Off', () => perform({ verb: 'mode', mode: mode.select.value, on: false }), {
      'aria-label': 'Mode off',
    }),
  );
}

/**
 * Chooses the value of one assumption, or of all assumptions of a reading. The row's name is an attribute, since a label would contain the
 * text of all options.
 */
function assumeRow(perform: Perform): HTMLElement {
  const one = ASSUMPTION_NAMES.flatMap((name) => ASSUMPTIONS[name].map((value) => [name, value]));
  const sets = ['all', ...READINGS].flatMap((name) => ['usual', 'reversed'].map((value) => [name, value]));
  const options = [...one, ...sets].map(([name, value]) =>
    element('option', { value: `${name} ${value}` }, `${name}: ${value}`),
  );
  const select = element('select', { 'aria-label': 'Assume' }, ...options);
  const act = (): void => {
    const [name = '', value = ''] = select.value.split(' ');
    perform({ verb: 'assume', name, value });
  };
  const name = element('span', { class: 'row-name' }, 'Assume');
  return element('div', { class: 'row' }, name, select, button('Set', act, { 'aria-label': 'Set: Assume' }));
}

function systemGroup(perform: Perform): HTMLElement {
  const locales = LOCALES.map((locale) => [locale, locale] as const);
  return group(
    'Screen, battery and modes',
    'controls-system',
    buttonRow('Screen', perform, [
      ['on', { verb: 'screen', on: true }],
      ['off', { verb: 'screen', on: false }],
    ]),
    entryRow('Battery, %', perform, { type: 'number', min: 0, max: 100, value: 80 }, (value) => {
      const percent = numberIn(value);
      return percent === null ? null : { verb: 'battery', percent };
    }),
    modeRow(perform),
    buttonRow('Hours', perform, [
      ['12 h', { verb: 'hours', format: 12 }],
      ['24 h', { verb: 'hours', format: 24 }],
    ]),
    choiceRow('Watch language', perform, locales, (locale) => ({ verb: 'locale', where: 'watch', locale })),
    choiceRow('Phone language', perform, locales, (locale) => ({ verb: 'locale', where: 'phone', locale })),
    buttonRow('Interrupt', perform, [
      ['notification', { verb: 'notification' }],
      ['call rings', { verb: 'call', state: 'ring' }],
      ['answer', { verb: 'call', state: 'answer' }],
      ['call ends', { verb: 'call', state: 'end' }],
    ]),
    buttonRow("Another app's service", perform, [
      ['comes', { verb: 'foreign-service', on: true }],
      ['goes', { verb: 'foreign-service', on: false }],
    ]),
    buttonRow('New alarms', perform, [
      ['taken', { verb: 'alarms', state: 'fine' }],
      ['refused', { verb: 'alarms', state: 'refused' }],
    ]),
    buttonRow('Storage', perform, [
      ['fine', { verb: 'storage', state: 'fine' }],
      ['full', { verb: 'storage', state: 'full' }],
      ['torn', { verb: 'storage', state: 'torn' }],
      ['failing', { verb: 'storage', state: 'failing' }],
    ]),
    buttonRow('App', perform, [['install anew', { verb: 'update' }]]),
    assumeRow(perform),
  );
}

function linkRow(perform: Perform): HTMLElement {
  const state = choice(
    'Link',
    LINK_STATES.map((value) => ({ value, label: value })),
  );
  const rate = entry('Fault rate', { type: 'number', min: 0, max: 1, step: 0.05, value: 0.2 });
  const set = (): void => {
    const chosen = LINK_STATES.find((value) => value === state.select.value) ?? 'up';
    const share = numberIn(rate.input.value);
    const plain = chosen === 'up' || chosen === 'down' || share === null;
    perform(plain ? { verb: 'link', state: chosen } : { verb: 'link', state: chosen, rate: share });
  };
  return element(
    'div',
    { class: 'row' },
    state.field,
    rate.field,
    button('Set', set, { 'aria-label': 'Set: Link' }),
  );
}

function linkGroup(perform: Perform): HTMLElement {
  return group(
    'Phone and link',
    'controls-link',
    buttonRow('Phone', perform, [
      ['away', { verb: 'phone', present: false }],
      ['back', { verb: 'phone', present: true }],
      ['open settings page', { verb: 'settings-open' }],
    ]),
    linkRow(perform),
  );
}

function timersRow(perform: Perform): HTMLElement {
  const stall = entry('Stall, ms', { type: 'number', min: 0, step: 100, value: 0 });
  const rate = entry('Rate', { type: 'number', min: 0.5, max: 2, step: 0.01, value: 1 });
  const doubled = entry('Doubled', { type: 'checkbox' });
  const set = (): void => {
    perform({
      verb: 'timers',
      stallMs: numberIn(stall.input.value) ?? 0,
      rate: numberIn(rate.input.value) ?? 1,
      doubled: doubled.input.checked,
    });
  };
  const act = button('Set', set, { 'aria-label': 'Set: Timers' });
  return element(
    'div',
    { class: 'row', role: 'group', 'aria-label': 'Timers' },
    stall.field,
    rate.field,
    doubled.field,
    act,
  );
}

function jumpRow(perform: Perform): HTMLElement {
  const by = entry('Jump by, s', { type: 'number', value: 3600 });
  const announced = entry('Announced', { type: 'checkbox', checked: true });
  const act = (): void => {
    const seconds = numberIn(by.input.value);
    if (seconds === null) return;
    perform({ verb: 'time-jump', byMs: seconds * 1000, announced: announced.input.checked });
  };
  return element('div', { class: 'row' }, by.field, announced.field, button('Jump', act));
}

function timeGroup(perform: Perform, session: Session): HTMLElement {
  return group(
    'Clock and timers',
    'controls-time',
    entryRow('Date and time', perform, { type: 'datetime-local', step: 1 }, (value) => {
      const epochMs = Date.parse(value);
      return Number.isNaN(epochMs) ? null : { verb: 'time-set', epochMs };
    }),
    jumpRow(perform),
    entryRow('Time zone, min from UTC', perform, { type: 'number', step: 15, value: 60 }, (value) => {
      const offsetMin = numberIn(value);
      return offsetMin === null ? null : { verb: 'time-zone', offsetMin };
    }),
    timersRow(perform),
    element(
      'div',
      { class: 'row' },
      element('span', { class: 'row-name' }, 'Let pass'),
      button('1 min', () => void session.clock.skip(60_000)),
      button('10 min', () => void session.clock.skip(600_000)),
      button('8 h', () => void session.clock.skip(8 * 3_600_000)),
    ),
  );
}

export function environmentGroups(perform: Perform, session: Session): HTMLElement[] {
  return [systemGroup(perform), linkGroup(perform), timeGroup(perform, session)];
}
