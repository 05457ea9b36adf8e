import { describe, expect, it } from 'vitest';
import { cssText, type Markup, markupOf } from '../../src/browser/settings-markup.ts';
import type { SettingsNode } from '../../src/engine/types.ts';

function node(
  kind: string,
  props: Record<string, unknown>,
  ...children: (SettingsNode | string)[]
): SettingsNode {
  return { id: 7, kind, props, children };
}

/** The first element of a tag in a markup. */
function first(markup: Markup, tag: string): Markup | undefined {
  if (markup.tag === tag) return markup;
  for (const child of markup.children) {
    const found = typeof child === 'string' ? undefined : first(child, tag);
    if (found !== undefined) return found;
  }
  return undefined;
}

it.each([
  ['gives plain numbers the unit px', { paddingTop: 4, color: 'red' }, 'padding-top:4px;color:red'],
  ['leaves numbers without a unit alone', { lineHeight: 1.5 }, 'line-height:1.5'],
  ['drops values that are no CSS', { hover: { color: 'red' } }, ''],
])('a style of the settings page %s', (_what, style, css) => {
  expect(cssText(style)).toBe(css);
});

describe('components of the settings page', () => {
  it.each([
    ['a labelled TextInput', { label: 'Name', value: 'Ada' }, 'input', { type: 'text', 'data-value': 'Ada' }],
    [
      'a TextInput without a label, named by its placeholder',
      { placeholder: 'your name' },
      'input',
      { 'aria-label': 'your name' },
    ],
    [
      'a multi-line TextInput, a text area of as many rows',
      { label: 'Notes', multiline: true, rows: 5 },
      'textarea',
      { rows: '5' },
    ],
  ])('describe %s', (_what, props, tag, attributes) => {
    const markup = markupOf(node('TextInput', props));
    expect([markup.tag, first(markup, tag)?.attributes]).toMatchObject(['label', attributes]);
  });

  it('make a View reachable by keyboard only if it handles clicks', () => {
    const view = (props: Record<string, unknown>) => markupOf(node('View', props, 'x')).attributes;
    const clicked = { role: 'button', tabindex: '0', 'data-call': '7', 'data-handler': 'onClick' };
    expect(view({ onClick: () => undefined })).toMatchObject(clicked);
    expect(view({})).not.toHaveProperty('tabindex');
  });

  it('mark the chosen option of a Select', () => {
    const options = ['ball', 'hook'].map((value) => ({ name: value, value }));
    const select = first(markupOf(node('Select', { options, value: 'hook' })), 'select');
    const marks = select?.children.map(
      (child) => typeof child !== 'string' && child.attributes['data-selected'],
    );
    expect(marks).toEqual(['false', 'true']);
  });

  it('show a Toggle with the text "true" as on, because stored settings are texts', () => {
    const markup = markupOf(node('Toggle', { label: 'Remind', value: 'true' }));
    expect(first(markup, 'input')?.attributes['data-checked']).toBe('true');
  });

  it('show a hidden Toast as nothing', () => {
    const { attributes } = markupOf(node('Toast', { visible: false, message: 'Saved' }));
    expect(attributes).toEqual({ hidden: 'true' });
  });

  it('open only web addresses from a Link', () => {
    const { attributes } = markupOf(node('Link', { source: 'javascript:alert(1)' }, 'x'));
    expect(attributes).not.toHaveProperty('href');
  });

  it('show Auth disabled and say why', () => {
    const markup = markupOf(node('Auth', { label: 'Sign in' }));
    expect(first(markup, 'button')?.attributes.disabled).toBe('true');
    expect(JSON.stringify(markup)).toContain('not simulated');
  });

  it('show an unknown component by its name', () => {
    expect(markupOf(node('Chart', {})).children[0]).toBe('Chart is not simulated');
  });
});
