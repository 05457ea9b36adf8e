/**
 * Describes the components of the settings page as DOM elements: tag, attributes and children. Attributes that begin with
 * `data-` say which handler of the app an element calls. `settings-view.ts` makes the elements.
 */
import type { SettingsNode } from '../engine/types.ts';
import { listOf, numberOf, recordOf, textOf } from '../engine/values.ts';

/** A description of an element. */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Markup | string)[];
}

/** Style properties whose numbers have no unit. */
const UNITLESS = /^(opacity|flex|flexGrow|flexShrink|fontWeight|lineHeight|zIndex|order|zoom)$/;

/** Writes a style object as inline CSS: `{ paddingTop: 4 }` gives `padding-top:4px`. */
export function cssText(style: unknown): string {
  return Object.entries(recordOf(style))
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => {
      const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const unit = typeof value === 'number' && value !== 0 && !UNITLESS.test(name) ? 'px' : '';
      return `${property}:${String(value)}${unit}`;
    })
    .join(';');
}

type Attributes = Record<string, string>;

/** Describes an element. Empty attributes are left out. */
function markup(tag: string, attributes: Attributes, ...children: readonly (Markup | string)[]): Markup {
  const kept = Object.entries(attributes).filter(([, value]) => value !== '' || tag === 'option');
  return { tag, attributes: Object.fromEntries(kept), children };
}

/** Attributes of an element whose event calls a handler of the app. */
function calls(node: SettingsNode, handler: string, kind: string): Attributes {
  return { 'data-call': String(node.id), 'data-handler': handler, 'data-kind': kind };
}

function handles(node: SettingsNode, handler: string): boolean {
  return node.props[handler] !== undefined;
}

function childrenOf(node: SettingsNode): (Markup | string)[] {
  return node.children.map((child) => (typeof child === 'string' ? child : markupOf(child)));
}

function view(node: SettingsNode): Markup {
  const press = handles(node, 'onClick')
    ? { ...calls(node, 'onClick', 'press'), role: 'button', tabindex: '0' }
    : {};
  return markup('div', { style: cssText(node.props.style), ...press }, ...childrenOf(node));
}

function text(node: SettingsNode): Markup {
  const { style, align, bold, italic, paragraph } = node.props;
  const own = [
    align === undefined ? '' : `text-align:${textOf(align)}`,
    bold === true ? 'font-weight:600' : '',
    italic === true ? 'font-style:italic' : '',
    cssText(style),
  ];
  const css = own.filter((part) => part !== '').join(';');
  return markup(paragraph === true ? 'p' : 'div', { class: 'text', style: css }, ...childrenOf(node));
}

function textInput(node: SettingsNode): Markup {
  const { label, value, multiline, rows, placeholder, disabled, labelStyle, subStyle } = node.props;
  const attributes = {
    ...calls(node, 'onChange', 'text'),
    placeholder: textOf(placeholder),
    style: cssText(subStyle),
    'data-value': textOf(value),
    ...(disabled === true ? { disabled: 'true' } : {}),
    ...(label === undefined ? { 'aria-label': textOf(placeholder) || 'Text' } : {}),
  };
  const field =
    multiline === true
      ? markup('textarea', { ...attributes, rows: String(numberOf(rows, 3)) })
      : markup('input', { ...attributes, type: 'text' });
  return markup(
    'label',
    { class: 'entry' },
    markup('span', { style: cssText(labelStyle) }, textOf(label)),
    field,
  );
}

function toggle(node: SettingsNode): Markup {
  const on = node.props.value === true || node.props.value === 'true';
  return markup(
    'label',
    { class: 'toggle' },
    markup('span', {}, textOf(node.props.label)),
    markup('input', {
      ...calls(node, 'onChange', 'toggle'),
      type: 'checkbox',
      role: 'switch',
      'data-checked': String(on),
    }),
  );
}

function select(node: SettingsNode): Markup {
  const { label, title, options, multiple, value } = node.props;
  const many = multiple === true;
  const chosen = many ? listOf(value).map(textOf) : [textOf(value)];
  const entries = listOf(options)
    .map(recordOf)
    .map((option) => {
      const own = textOf(option.value);
      const selected: Attributes = { 'data-selected': String(chosen.includes(own)) };
      return markup('option', { value: own, ...selected }, textOf(option.name));
    });
  const none = !many && !entries.some((entry) => entry.attributes['data-selected'] === 'true');
  const blank = none ? [markup('option', { value: '', 'data-selected': 'true' }, '—')] : [];
  const attributes = {
    ...calls(node, 'onChange', many ? 'choices' : 'choice'),
    ...(many ? { multiple: 'true' } : {}),
  };
  const name = markup('span', {}, textOf(label ?? title));
  return markup('label', { class: 'entry' }, name, markup('select', attributes, ...blank, ...entries));
}

function slider(node: SettingsNode): Markup {
  const { label, min, max, step, value } = node.props;
  const input = markup('input', {
    ...calls(node, 'onChange', 'number'),
    type: 'range',
    min: String(numberOf(min, 0)),
    max: String(numberOf(max, 100)),
    step: String(numberOf(step, 1)),
    'data-value': String(numberOf(value, 0)),
  });
  const shown = markup('output', {}, String(numberOf(value, 0)));
  return markup('label', { class: 'entry' }, markup('span', {}, textOf(label), ' ', shown), input);
}

function pushButton(node: SettingsNode): Markup {
  const color = textOf(node.props.color) || 'default';
  const attributes = { type: 'button', class: `push ${color}`, style: cssText(node.props.style) };
  return markup('button', { ...attributes, ...calls(node, 'onClick', 'press') }, textOf(node.props.label));
}

function image(node: SettingsNode): Markup {
  const { src, alt, width, height, style } = node.props;
  const size = cssText({ width, height });
  const css = [size, cssText(style)].filter((part) => part !== '').join(';');
  return { tag: 'img', attributes: { src: textOf(src), alt: textOf(alt), style: css }, children: [] };
}

function link(node: SettingsNode): Markup {
  const source = textOf(node.props.source);
  const href = /^https?:/.test(source) ? source : '';
  return markup('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...childrenOf(node));
}

function section(node: SettingsNode): Markup {
  const title = textOf(node.props.title);
  const description = textOf(node.props.description);
  const head = title === '' ? [] : [markup('h3', {}, title)];
  const under = description === '' ? [] : [markup('p', { class: 'quiet' }, description)];
  return markup('section', { style: cssText(node.props.style) }, ...head, ...under, ...childrenOf(node));
}

function imageRow(node: SettingsNode): Markup {
  const { label, sublabel, icon, rounded, iconRight } = node.props;
  const source = textOf(icon);
  const shape = rounded === true ? 'border-radius:50%' : '';
  const picture =
    source === '' ? [] : [{ tag: 'img', attributes: { src: source, alt: '', style: shape }, children: [] }];
  const texts = markup('span', {}, markup('b', {}, textOf(label)), markup('small', {}, textOf(sublabel)));
  return markup(
    'div',
    { class: 'image-row' },
    ...(iconRight === true ? [texts, ...picture] : [...picture, texts]),
  );
}

function toast(node: SettingsNode): Markup {
  const { message, visible, duration, vertical } = node.props;
  if (visible !== true) return markup('div', { hidden: 'true' });
  const attributes = {
    class: `toast ${textOf(vertical) || 'top'}`,
    role: 'status',
    'data-duration': String(numberOf(duration, 2000)),
    ...calls(node, 'onClose', 'press'),
  };
  return markup('div', attributes, textOf(message), ...childrenOf(node));
}

function auth(node: SettingsNode): Markup {
  const name = textOf(node.props.label ?? node.props.title) || 'Sign in';
  const note = 'Signing in is not simulated';
  return markup(
    'div',
    { class: 'auth' },
    markup('button', { type: 'button', class: 'push default', disabled: 'true' }, name),
    markup('small', {}, `${textOf(node.props.description)} (${note})`),
  );
}

const MARKUP_OF: Readonly<Record<string, (node: SettingsNode) => Markup>> = {
  View: view,
  Text: text,
  TextInput: textInput,
  Toggle: toggle,
  Select: select,
  Slider: slider,
  Button: pushButton,
  Image: image,
  Link: link,
  Section: section,
  TextImageRow: imageRow,
  Toast: toast,
  Auth: auth,
};

/** Describes a component and its children. An unknown kind is described by its name. */
export function markupOf(node: SettingsNode): Markup {
  const make = MARKUP_OF[node.kind];
  if (make !== undefined) return make(node);
  return markup('div', { class: 'unknown' }, `${node.kind} is not simulated`, ...childrenOf(node));
}
