/**
 * Shows the phone's settings page as real, accessible DOM and keeps focus, scroll and half-typed text over the
 * rebuilds that every storage change brings. Reports handler calls; runs none.
 */

import type { SettingsNode } from '../engine/types.ts';
import { longestCommonSubsequence } from './longest-common-subsequence.ts';
import { type Markup, markupOf } from './settings-markup.ts';

/** Asks for a handler of the app to be called. */
export type SettingsCall = (id: number, handler: string, args: readonly unknown[]) => void;

export interface SettingsView {
  show(tree: SettingsNode | null): void;
  /** Closes toasts whose time is over. */
  tick(uptimeMs: number): void;
}

function make(markup: Markup): HTMLElement {
  const made = document.createElement(markup.tag);
  dress(made, markup);
  return made;
}

/** Values are set as properties, and only when the app changed them: what is being typed stays. */
function setValue(target: HTMLElement, name: string, value: string): void {
  if (
    name === 'data-value' &&
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
  ) {
    target.value = value;
  } else if (name === 'data-checked' && target instanceof HTMLInputElement) target.checked = value === 'true';
  else if (name === 'data-selected' && target instanceof HTMLOptionElement)
    target.selected = value === 'true';
}

function dress(target: HTMLElement, markup: Markup): void {
  for (const name of target.getAttributeNames())
    if (!(name in markup.attributes)) target.removeAttribute(name);
  const values: [string, string][] = [];
  for (const [name, value] of Object.entries(markup.attributes)) {
    if (target.getAttribute(name) === value) continue;
    target.setAttribute(name, value);
    values.push([name, value]);
  }
  patch(target, markup.children);
  for (const [name, value] of values) setValue(target, name, value);
}

/** What makes an element the same one to the person who uses it: its kind and the words at its head. */
function headOf(markup: Markup | string): string {
  if (typeof markup === 'string') return '#text';
  const [first] = markup.children;
  const words = typeof first === 'string' ? first : (first?.children[0] ?? '');
  return `${markup.tag}|${markup.attributes.class ?? ''}|${typeof words === 'string' ? words : ''}`;
}

function headOfNode(node: ChildNode | undefined): string | undefined {
  if (node instanceof Text) return '#text';
  if (!(node instanceof HTMLElement)) return undefined;
  const [first] = node.childNodes;
  const words = first instanceof HTMLElement ? first.childNodes[0] : first;
  return `${node.localName}|${node.getAttribute('class') ?? ''}|${words instanceof Text ? words.data : ''}`;
}

/** Lines that come or go in the middle must not push what stands below them, with its focus, into other elements. */
function makeRoom(parent: HTMLElement, looks: readonly (Markup | string)[]): void {
  const old = Array.from(parent.childNodes);
  const [before, after] = [old.map(headOfNode), looks.map(headOf)];
  if (before.length === after.length && before.every((head, at) => head === after[at])) return;
  const kept = longestCommonSubsequence<string | undefined>(before, after);
  let oldFrom = 0;
  let lookFrom = 0;
  for (const [oldAt, lookAt] of [...kept, [old.length, looks.length] as const]) {
    // Between two that stay, as many as can be are dressed anew in their places.
    const more = lookAt - lookFrom - (oldAt - oldFrom);
    for (const gone of more < 0 ? old.slice(oldAt + more, oldAt) : []) gone.remove();
    for (const markup of more > 0 ? looks.slice(lookAt - more, lookAt) : [])
      parent.insertBefore(made(markup), old[oldAt] ?? null);
    oldFrom = oldAt + 1;
    lookFrom = lookAt + 1;
  }
}

const made = (markup: Markup | string): Node =>
  typeof markup === 'string' ? document.createTextNode(markup) : make(markup);

function patch(parent: HTMLElement, looks: readonly (Markup | string)[]): void {
  makeRoom(parent, looks);
  looks.forEach((markup, index) => {
    const old = parent.childNodes[index];
    if (typeof markup === 'string') {
      if (!(old instanceof Text)) old?.replaceWith(markup);
      else if (old.data !== markup) old.data = markup;
    } else if (old instanceof HTMLElement && old.localName === markup.tag) dress(old, markup);
    else old?.replaceWith(make(markup));
  });
}

function argsOf(target: HTMLElement, kind: string): readonly unknown[] {
  if (target instanceof HTMLSelectElement) {
    const values = Array.from(target.selectedOptions, (option) => option.value);
    return [kind === 'choices' ? values : (values[0] ?? '')];
  }
  if (target instanceof HTMLInputElement && kind === 'toggle') return [target.checked];
  if (target instanceof HTMLInputElement && kind === 'number') return [Number(target.value)];
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return [target.value];
  return [];
}

function listen(container: HTMLElement, call: SettingsCall): void {
  const report = (event: Event, press: boolean): boolean => {
    if (!(event.target instanceof Element)) return false;
    const target = event.target.closest<HTMLElement>('[data-call]');
    const { call: id, handler, kind } = target?.dataset ?? {};
    if (target === null || id === undefined || handler === undefined || kind === undefined) return false;
    if (press !== (kind === 'press') || target.hasAttribute('disabled')) return false;
    call(Number(id), handler, argsOf(target, kind));
    return true;
  };
  container.addEventListener('click', (event) => report(event, true));
  container.addEventListener('change', (event) => report(event, false));
  container.addEventListener('keydown', (event) => {
    const pressed = event.key === 'Enter' || event.key === ' ';
    if (!pressed || !(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'button')
      return;
    if (report(event, true)) event.preventDefault();
  });
}

export function createSettingsView(container: HTMLElement, call: SettingsCall): SettingsView {
  let shown: SettingsNode | null = null;
  const shownAt = new Map<Element, number>();
  listen(container, call);
  return {
    show: (tree) => {
      if (tree === shown) return;
      shown = tree;
      patch(container, tree === null ? [] : [markupOf(tree)]);
    },
    tick: (uptimeMs) => {
      const toasts = container.querySelectorAll<HTMLElement>('.toast[data-duration]');
      for (const toast of toasts) {
        const sinceMs = shownAt.get(toast);
        if (sinceMs === undefined) shownAt.set(toast, uptimeMs);
        else if (uptimeMs - sinceMs >= Number(toast.dataset.duration)) {
          shownAt.delete(toast);
          toast.hidden = true;
          call(Number(toast.dataset.call), 'onClose', []);
        }
      }
    },
  };
}
