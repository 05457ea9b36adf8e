/** The form's controls: each is bound to a path of the draft, has a label, and room for what is wrong with it. */
import { element } from 'zepp-watch-simulator/page-elements';
import { type Draft, valueAt } from './draft.ts';
import type { Translate } from './texts/translate.ts';

/** What the form needs of the page around it. */
export interface FormContext {
  readonly draft: () => Draft;
  readonly translate: Translate;
  /** Puts a value into the draft; the form stays as it is. */
  readonly change: (path: string, value: unknown) => void;
  /** Puts another draft in place and draws the form again. @param focus path of the control that has the focus then */
  readonly restructure: (draft: Draft, focus: string) => void;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

interface FieldOptions {
  readonly hint?: string;
  /** For a text of more than a line's length. */
  readonly isLong?: boolean;
}

/** The id of the control for a path. */
export function controlId(path: string): string {
  return `field/${path}`;
}

function labelled(path: string, label: string, control: Control, hint?: string): HTMLElement {
  control.id = controlId(path);
  control.dataset.path = path;
  const fault = element('p', { class: 'fault', id: `fault/${path}`, hidden: true });
  const parts: Node[] = [element('label', { for: control.id }, label), control];
  let describedBy = fault.id;
  if (hint !== undefined) {
    const quiet = element('p', { class: 'quiet', id: `hint/${path}` }, hint);
    describedBy = `${quiet.id} ${fault.id}`;
    parts.push(quiet);
  }
  control.setAttribute('aria-describedby', describedBy);
  return element('div', { class: 'editor-field' }, ...parts, fault);
}

export function textField(
  context: FormContext,
  path: string,
  label: string,
  { hint, isLong = false }: FieldOptions = {},
): HTMLElement {
  const control = isLong ? element('textarea', { rows: 2 }) : element('input', { type: 'text' });
  control.value = String(valueAt(context.draft(), path) ?? '');
  control.setAttribute('autocomplete', 'off');
  control.addEventListener('input', () => context.change(path, control.value.replace(/\s*\n\s*/g, ' ')));
  return labelled(path, label, control, hint);
}

export function dateField(context: FormContext, path: string, label: string): HTMLElement {
  const control = element('input', { type: 'date' });
  control.value = String(valueAt(context.draft(), path) ?? '');
  control.addEventListener('input', () => context.change(path, control.value));
  return labelled(path, label, control);
}

/** A field for a whole number; an empty one takes the number away. */
export function numberField(context: FormContext, path: string, label: string, hint?: string): HTMLElement {
  const control = element('input', { type: 'number', min: 1, step: 1, inputmode: 'numeric' });
  const value = valueAt(context.draft(), path);
  control.value = value === undefined ? '' : String(value);
  control.addEventListener('input', () => {
    context.change(path, control.value === '' ? undefined : Number(control.value));
  });
  return labelled(path, label, control, hint);
}

/** A list of words; an empty value takes the field away. */
export function selectField(
  context: FormContext,
  path: string,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
): HTMLElement {
  const control = element(
    'select',
    {},
    ...options.map(([value, word]) => element('option', { value }, word)),
  );
  control.value = String(valueAt(context.draft(), path) ?? '');
  control.addEventListener('change', () => {
    context.change(path, control.value === '' ? undefined : control.value);
  });
  return labelled(path, label, control);
}

/** Controls under one heading. */
export function group(title: string, ...parts: readonly Node[]): HTMLFieldSetElement {
  return element('fieldset', { class: 'editor-group' }, element('legend', {}, title), ...parts);
}

/** Shows a sentence at the field of a path, or at the nearest one, and takes it from all others. @returns that control */
export function showFault(form: HTMLElement, path: string, sentence: string): HTMLElement | null {
  clearFaults(form);
  const controls = Array.from(form.querySelectorAll<HTMLElement>('[data-path]'));
  const pathOf = (control: HTMLElement): string => control.dataset.path ?? '';
  const control =
    controls.find((one) => pathOf(one) === path) ??
    controls.find((one) => pathOf(one).startsWith(`${path}/`)) ??
    controls.filter((one) => path.startsWith(`${pathOf(one)}/`)).pop() ??
    null;
  const place = control === null ? null : document.getElementById(`fault/${pathOf(control)}`);
  control?.setAttribute('aria-invalid', 'true');
  if (place !== null) {
    place.textContent = sentence;
    place.hidden = false;
  }
  return control;
}

/** Takes the sentences of earlier faults away. */
export function clearFaults(form: HTMLElement): void {
  form.querySelectorAll('[aria-invalid]').forEach((control) => {
    control.removeAttribute('aria-invalid');
  });
  form.querySelectorAll<HTMLElement>('.fault').forEach((place) => {
    place.hidden = true;
    place.textContent = '';
  });
}
