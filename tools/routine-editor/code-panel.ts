/** The routine as a code: to copy, as a link to this page, as a QR code; and a code of somebody else to open. */
import { button, element } from 'zepp-watch-simulator/page-elements';
import { modulesOf } from 'zepp-watch-simulator/qr-code';
import type { RoutineDefinition } from '../../utils/core/routine/definition.ts';
import { decodeRoutine, encodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { faultText } from './faults.ts';
import type { Translate } from './texts/translate.ts';

export interface CodePanel {
  readonly section: HTMLElement;
  /** Shows the code of this routine, or none. */
  show(definition: RoutineDefinition | null): void;
  /** The code that is shown; empty where there is none. */
  code(): string;
}

/** The address of this page with a routine in it. */
export function linkOf(code: string): string {
  return new URL(`#routine=${code}`, location.href).href;
}

/** @param open puts a routine that was pasted into the form */
export function createCodePanel(
  translate: Translate,
  open: (definition: RoutineDefinition) => void,
): CodePanel {
  const code = element('textarea', { id: 'code', rows: 5, readonly: true, spellcheck: 'false' });
  const told = element('p', { class: 'quiet', 'aria-live': 'polite', id: 'code-told' });
  const qr = element('div', { class: 'editor-qr' });
  const copy = (text: () => string) => (): void => {
    code.select();
    const tell = (key: 'code.copied' | 'code.select') => (): void => {
      told.textContent = translate(key);
    };
    // Where the page may not use the clipboard, the code stays selected for the keyboard.
    if (navigator.clipboard === undefined) tell('code.select')();
    else navigator.clipboard.writeText(text()).then(tell('code.copied'), tell('code.select'));
  };
  const buttons = [
    button(
      translate('code.copy'),
      copy(() => code.value),
      { id: 'copy-code', class: 'primary' },
    ),
    button(
      translate('code.copy-link'),
      copy(() => linkOf(code.value)),
      { id: 'copy-link' },
    ),
  ];
  const section = element(
    'section',
    { class: 'card editor-card', id: 'code-panel' },
    element('h2', {}, translate('part.code')),
    element('p', { class: 'quiet' }, translate('code.how')),
    element('label', { for: 'code' }, translate('code')),
    code,
    element('div', { class: 'editor-step-buttons' }, ...buttons),
    told,
    qr,
    openField(translate, open),
  );
  return {
    section,
    code: () => code.value,
    show: (definition) => {
      code.value = definition === null ? '' : encodeRoutine(definition);
      told.textContent = code.value === '' ? '' : translate('code.letters', code.value.length);
      for (const one of buttons) one.disabled = code.value === '';
      // A link to a page that only this computer serves is of no use to a phone.
      const text = location.protocol === 'https:' ? linkOf(code.value) : code.value;
      qr.replaceChildren(...(code.value === '' ? [] : [qrPicture(text, translate('code.qr'))]));
    },
  };
}

function openField(translate: Translate, open: (definition: RoutineDefinition) => void): HTMLElement {
  const pasted = element('textarea', { id: 'open-code', rows: 2, spellcheck: 'false' });
  const told = element('p', { class: 'quiet', 'aria-live': 'polite', id: 'open-told' });
  pasted.addEventListener('input', () => {
    told.textContent = '';
    if (pasted.value.trim() === '') return;
    const read = decodeRoutine(pasted.value);
    told.textContent = read.ok
      ? translate('code.opened', read.value.name)
      : translate('code.refused', faultText(translate, read.failure));
    if (read.ok) open(read.value);
  });
  return element(
    'div',
    { class: 'editor-field' },
    element('label', { for: 'open-code' }, translate('code.open')),
    pasted,
    told,
  );
}

/** A QR code with the quiet zone of four modules that readers need. */
function qrPicture(text: string, label: string): Element {
  const modules = modulesOf(text) ?? [];
  const size = modules.length + 8;
  const dark = modules.flatMap((line, y) =>
    line.flatMap((isDark, x) => (isDark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])),
  );
  const namespace = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', dark.join(''));
  for (const [name, value] of [
    ['viewBox', `0 0 ${size} ${size}`],
    ['role', 'img'],
    ['aria-label', label],
    ['shape-rendering', 'crispEdges'],
  ] as const)
    drawing.setAttribute(name, value);
  drawing.append(path);
  return drawing;
}
