/** A control for each verb, in collapsible groups. This file has those for watch, wearer and app. */
import { KEY_ACTIONS, KEY_NAMES } from '../engine/types.ts';
import { widgetTexts } from '../engine/visible-texts.ts';
import { buttonRow, entryRow, group, type Perform } from './control-rows.ts';
import { button, choice, element, entry } from './dom.ts';
import { environmentGroups } from './environment-controls.ts';
import type { Panel } from './panel.ts';
import type { Session } from './session.ts';

function keyRow(perform: Perform): HTMLElement {
  const action = choice(
    'Keys',
    KEY_ACTIONS.map((value) => ({ value, label: value === 'double' ? 'double click' : value })),
  );
  const keys = KEY_NAMES.map((key) =>
    button(key, () => {
      const chosen = KEY_ACTIONS.find((value) => value === action.select.value) ?? 'click';
      perform({ verb: 'key', key, action: chosen });
    }),
  );
  return element('div', { class: 'row', role: 'group', 'aria-label': 'Keys' }, action.field, ...keys);
}

function swipeRow(perform: Perform): HTMLElement {
  return buttonRow('Swipe', perform, [
    ['up', { verb: 'swipe', direction: 'up' }],
    ['down', { verb: 'swipe', direction: 'down' }],
    ['left', { verb: 'swipe', direction: 'left' }],
    ['right', { verb: 'swipe', direction: 'right' }],
  ]);
}

function crownRow(perform: Perform): HTMLElement {
  return buttonRow('Crown', perform, [
    ['−90°', { verb: 'crown', degrees: -90 }],
    ['−15°', { verb: 'crown', degrees: -15 }],
    ['+15°', { verb: 'crown', degrees: 15 }],
    ['+90°', { verb: 'crown', degrees: 90 }],
  ]);
}

/** Touches a point by its coordinates, for when a pointer is not exact enough. */
function placeRow(perform: Perform): HTMLElement {
  const x = entry('x', { type: 'number', value: 100, min: 0 });
  const y = entry('y', { type: 'number', value: 100, min: 0 });
  const at = (): { x: number; y: number } => ({ x: Number(x.input.value), y: Number(y.input.value) });
  return element(
    'div',
    { class: 'row', role: 'group', 'aria-label': 'Touch a place' },
    x.field,
    y.field,
    button('Tap', () => perform({ verb: 'tap', ...at() })),
    button('Long press', () => perform({ verb: 'long-press', ...at() })),
  );
}

/** The index of the neighbour to which a key moves the focus; undefined for a key that does not move it. */
function neighbour(key: string, from: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[key];
  return step === undefined ? undefined : Math.max(0, Math.min(count - 1, from + step));
}

/** Moves the focus among the buttons of a list with the arrows, Home and End. */
function moveByArrows(list: HTMLElement): void {
  list.addEventListener('keydown', (event) => {
    const buttons = [...list.querySelectorAll('button')];
    const from = buttons.findIndex((one) => one.matches(':focus'));
    const to = neighbour(event.key, from, buttons.length);
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  });
}

/** Buttons that tap the texts on the watch. */
function textRow(perform: Perform): { readonly row: HTMLElement; show(texts: readonly string[]): void } {
  const list = element('div', { class: 'chips' });
  moveByArrows(list);
  let shown = '';
  const row = element('div', { class: 'row', role: 'group', 'aria-label': 'Tap a text' });
  row.append(element('span', { class: 'row-name' }, 'Tap a text'), list);
  return {
    row,
    show: (texts) => {
      const unique = [...new Set(texts)].slice(0, 16);
      const key = unique.join('\n');
      // The buttons stay while one of them has the focus, so that a changing text does not take the focus away.
      if (key === shown || list.contains(document.activeElement)) return;
      shown = key;
      list.replaceChildren(
        ...unique.map((text) => button(text, () => perform({ verb: 'tap-text', text }), { class: 'chip' })),
      );
    },
  };
}

function wearerGroup(perform: Perform): HTMLElement {
  return group(
    'Wrist and body',
    'controls-wearer',
    buttonRow('Wrist', perform, [
      ['lift', { verb: 'wrist', motion: 'lift' }],
      ['lower', { verb: 'wrist', motion: 'lower' }],
      ['flip', { verb: 'wrist', motion: 'flip' }],
    ]),
    buttonRow('Palm', perform, [['cover the glass', { verb: 'palm' }]]),
    buttonRow('Worn', perform, [
      ['on the wrist', { verb: 'worn', state: 'worn' }],
      ['off', { verb: 'worn', state: 'off' }],
      ['moving', { verb: 'worn', state: 'moving' }],
      ['unsure', { verb: 'worn', state: 'unsure' }],
    ]),
  );
}

/** Launches the app on a page, with a parameter. */
function launchRow(perform: Perform, pages: readonly string[]): HTMLElement {
  const page = choice(
    'Page',
    pages.map((path) => ({ value: path, label: path })),
  );
  const params = entry('Parameter', { type: 'text' });
  const launch = (): void => {
    const given = params.input.value;
    const base = { verb: 'launch', page: page.select.value } as const;
    perform(given === '' ? base : { ...base, params: given });
  };
  const act = button('Launch', launch, { 'aria-label': 'Launch this page' });
  return element('div', { class: 'row' }, page.field, params.field, act);
}

function appGroup(perform: Perform, session: Session): HTMLElement {
  const pages = session.app.manifest.module.page?.pages ?? [];
  return group(
    'App and system',
    'controls-app',
    launchRow(perform, pages),
    buttonRow('End', perform, [
      ['kill page', { verb: 'kill', what: 'page' }],
      ['kill service', { verb: 'kill', what: 'service' }],
      ['kill phone app', { verb: 'kill', what: 'phone' }],
      ['reboot watch', { verb: 'reboot' }],
    ]),
    buttonRow('Permission', perform, [
      ['allow', { verb: 'permission', answer: 'allow' }],
      ['deny', { verb: 'permission', answer: 'deny' }],
      ['ask again', { verb: 'permission', answer: 'ask-again' }],
    ]),
    buttonRow('Secondary widget', perform, [
      ['in focus', { verb: 'widget-focus', on: true }],
      ['out of focus', { verb: 'widget-focus', on: false }],
    ]),
  );
}

export function createControls(container: HTMLElement, session: Session): Panel {
  const perform: Perform = (verb) => void session.perform(verb);
  const texts = textRow(perform);
  const touch = group(
    'Touch, keys and crown',
    'controls-touch',
    texts.row,
    placeRow(perform),
    swipeRow(perform),
    keyRow(perform),
    crownRow(perform),
    entryRow(
      "Text for the watch's keyboard",
      perform,
      { type: 'text' },
      (text) => ({ verb: 'type', text }),
      'Type',
    ),
  );
  container.append(
    touch,
    wearerGroup(perform),
    appGroup(perform, session),
    ...environmentGroups(perform, session),
  );
  return {
    draw: () => {
      if (!touch.open) return;
      const { dialog, widgets } = session.simulation.watch;
      texts.show(dialog === null ? widgetTexts(widgets) : dialog.buttons);
    },
  };
}
