/** Creates DOM elements in one expression each. */
type Child = Node | string;

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Creates an element. The value `true` sets an empty attribute; `false` and `undefined` set none. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

/** Creates a button. */
export function button(label: string, onPress: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', onPress);
  return made;
}

/** Creates a drop-down list with its label. */
export function choice(
  label: string,
  options: readonly { readonly value: string; readonly label: string }[],
  attributes: Attributes = {},
): { readonly field: HTMLLabelElement; readonly select: HTMLSelectElement } {
  const select = element(
    'select',
    attributes,
    ...options.map((option) => element('option', { value: option.value }, option.label)),
  );
  return { field: element('label', { class: 'field' }, element('span', {}, label), select), select };
}

/** Creates an input with its label. */
export function entry(
  label: string,
  attributes: Attributes,
): { readonly field: HTMLLabelElement; readonly input: HTMLInputElement } {
  const input = element('input', attributes);
  const check = attributes.type === 'checkbox';
  const text = element('span', {}, label);
  const field = element(
    'label',
    { class: check ? 'field check' : 'field' },
    ...(check ? [input, text] : [text, input]),
  );
  return { field, input };
}

/**
 * The element of the page with this id.
 * @throws Error when there is none
 */
export function found(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no element #${id}`);
  return element;
}
