/**
 * Shows the settings page as DOM. Focus, scroll position and text that is being typed are kept when the app builds the page
 * again, which happens at each change of its storage.
 */
import type { SettingsNode } from '../engine/types.ts';
import { longestCommonSubsequence } from './longest-common-subsequence.ts';
import { type Markup, markupOf } from './settings-markup.ts';

/** Lets a handler of the app be called. */
export type SettingsCall = (id: number, handler: string, args: readonly unknown[]) => void;

export interface SettingsView {
  /** Shows a page, or nothing for null. */
  show(tree: SettingsNode | null): void;
  /** Closes toasts whose time is over. */
  tick(uptimeMs: number): void;
}

function createElement(markup: Markup): HTMLElement {
  const created = document.createElement(markup.tag);
  updateElement(created, markup);
  return created;
}

function createNode(markup: Markup | string): Node {
  return typeof markup === 'string' ? document.createTextNode(markup) : createElement(markup);
}

/** Sets a value as a property. It is called only for values that the app has changed, so that typed text stays. */
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

/** Makes an element look as described. */
function updateElement(target: HTMLElement, markup: Markup): void {
  for (const name of target.getAttributeNames())
    if (!(name in markup.attributes)) target.removeAttribute(name);
  const values: [string, string][] = [];
  for (const [name, value] of Object.entries(markup.attributes)) {
    if (target.getAttribute(name) === value) continue;
    target.setAttribute(name, value);
    values.push([name, value]);
  }
  updateChildren(target, markup.children);
  for (const [name, value] of values) setValue(target, name, value);
}

/** What identifies an element for the person who uses it: its kind and its first words. */
function keyOf(markup: Markup | string): string {
  if (typeof markup === 'string') return '#text';
  const [first] = markup.children;
  const words = typeof first === 'string' ? first : (first?.children[0] ?? '');
  return `${markup.tag}|${markup.attributes.class ?? ''}|${typeof words === 'string' ? words : ''}`;
}

/** The identity of an element that is on the page already, which `keyOf` gives for its description. */
function keyOfNode(node: ChildNode | undefined): string | undefined {
  if (node instanceof Text) return '#text';
  if (!(node instanceof HTMLElement)) return undefined;
  const [first] = node.childNodes;
  const words = first instanceof HTMLElement ? first.childNodes[0] : first;
  return `${node.localName}|${node.getAttribute('class') ?? ''}|${words instanceof Text ? words.data : ''}`;
}

/**
 * Inserts and removes children so that each element that stays keeps its place among them. Without this, an element that comes
 * or goes would turn all that follow, and with them the focus, into their neighbours.
 */
function alignChildren(parent: HTMLElement, markups: readonly (Markup | string)[]): void {
  const old = Array.from(parent.childNodes);
  const before = old.map(keyOfNode);
  const after = markups.map(keyOf);
  if (before.length === after.length && before.every((key, index) => key === after[index])) return;
  const kept = longestCommonSubsequence<string | undefined>(before, after);
  let oldFrom = 0;
  let newFrom = 0;
  for (const [oldIndex, newIndex] of [...kept, [old.length, markups.length] as const]) {
    // Between two elements that stay, as many others as possible are updated in their places.
    const missing = newIndex - newFrom - (oldIndex - oldFrom);
    for (const node of missing < 0 ? old.slice(oldIndex + missing, oldIndex) : []) node.remove();
    for (const markup of missing > 0 ? markups.slice(newIndex - missing, newIndex) : [])
      parent.insertBefore(createNode(markup), old[oldIndex] ?? null);
    oldFrom = oldIndex + 1;
    newFrom = newIndex + 1;
  }
}

function updateChildren(parent: HTMLElement, markups: readonly (Markup | string)[]): void {
  alignChildren(parent, markups);
  markups.forEach((markup, index) => {
    const old = parent.childNodes[index];
    if (typeof markup === 'string') {
      if (!(old instanceof Text)) old?.replaceWith(markup);
      else if (old.data !== markup) old.data = markup;
    } else if (old instanceof HTMLElement && old.localName === markup.tag) updateElement(old, markup);
    else old?.replaceWith(createElement(markup));
  });
}

/** Arguments for the handler: the value of the input. */
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

/** Reports the events of elements that call a handler of the app. */
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
  /** Uptime since which each toast shows, ms. */
  const shownAt = new Map<Element, number>();
  listen(container, call);
  return {
    show: (tree) => {
      if (tree === shown) return;
      shown = tree;
      updateChildren(container, tree === null ? [] : [markupOf(tree)]);
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
