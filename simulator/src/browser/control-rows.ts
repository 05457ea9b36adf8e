/** The building blocks of the controls: rows with inputs and buttons that perform verbs, and groups of rows. */
import type { Verb } from '../engine/types.ts';
import { button, choice, element, entry } from './dom.ts';

export type Perform = (verb: Verb) => void;

type Option = readonly [value: string, label: string];

/** Creates buttons side by side under one name. */
export function buttonRow(
  name: string,
  perform: Perform,
  verbs: readonly (readonly [string, Verb])[],
): HTMLElement {
  const row = element(
    'div',
    { class: 'row', role: 'group', 'aria-label': name },
    element('span', { class: 'row-name' }, name),
  );
  row.append(...verbs.map(([label, verb]) => button(label, () => perform(verb))));
  return row;
}

/** Creates a drop-down list and a button that performs the verb for the chosen value. */
export function choiceRow(
  name: string,
  perform: Perform,
  options: readonly Option[],
  verbOf: (value: string) => Verb,
  action = 'Set',
): HTMLElement {
  const picker = choice(
    name,
    options.map(([value, label]) => ({ value, label })),
  );
  const act = button(action, () => perform(verbOf(picker.select.value)), {
    'aria-label': `${action}: ${name}`,
  });
  return element('div', { class: 'row' }, picker.field, act);
}

/** Creates an input and a button that performs the verb for the typed value. A null verb does nothing. */
export function entryRow(
  name: string,
  perform: Perform,
  attributes: Readonly<Record<string, string | number>>,
  verbOf: (value: string) => Verb | null,
  action = 'Set',
): HTMLElement {
  const field = entry(name, attributes);
  const act = (): void => {
    const verb = verbOf(field.input.value);
    if (verb !== null) perform(verb);
  };
  field.input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') act();
  });
  return element(
    'div',
    { class: 'row' },
    field.field,
    button(action, act, { 'aria-label': `${action}: ${name}` }),
  );
}

/** Creates a collapsible group of rows. */
export function group(title: string, id: string, ...rows: readonly HTMLElement[]): HTMLDetailsElement {
  return element(
    'details',
    { id, class: 'card' },
    element('summary', {}, title),
    element('div', { class: 'rows' }, ...rows),
  );
}

/** The number in an input, or null. */
export function numberIn(value: string): number | null {
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number) ? null : number;
}
