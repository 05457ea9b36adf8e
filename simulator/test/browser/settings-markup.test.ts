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

const call = () => undefined;

describe('styles of the settings page', () => {
  it('gives plain numbers pixels', () => {
    expect(cssText({ paddingTop: 4, color: 'red' })).toBe('padding-top:4px;color:red');
  });
  it('leaves numbers without a unit alone', () =>
    expect(cssText({ lineHeight: 1.5 })).toBe('line-height:1.5'));
  it('drops what is no CSS value', () => expect(cssText({ hover: { color: 'red' } })).toBe(''));
});

describe('components of the settings page', () => {
  it('makes a View that answers clicks reachable by keyboard', () => {
    const { attributes } = markupOf(node('View', { onClick: call }, 'x'));
    expect(attributes).toMatchObject({
      role: 'button',
      tabindex: '0',
      'data-call': '7',
      'data-handler': 'onClick',
    });
  });

  it('keeps a plain View out of the keyboard’s way', () => {
    expect(markupOf(node('View', {}, 'x')).attributes).not.toHaveProperty('tabindex');
  });

  it('labels a TextInput', () => {
    const markup = markupOf(node('TextInput', { label: 'Name', value: 'Ada' }));
    expect(markup.tag).toBe('label');
    expect(first(markup, 'input')?.attributes).toMatchObject({ type: 'text', 'data-value': 'Ada' });
  });

  it('names a TextInput without a label by its placeholder', () => {
    const markup = markupOf(node('TextInput', { placeholder: 'your name' }));
    expect(first(markup, 'input')?.attributes['aria-label']).toBe('your name');
  });

  it('makes a multi-line TextInput a text area of as many rows', () => {
    const markup = markupOf(node('TextInput', { label: 'Notes', multiline: true, rows: 5 }));
    expect(first(markup, 'textarea')?.attributes.rows).toBe('5');
  });

  it('marks the chosen option of a Select', () => {
    const options = [
      { name: 'Ball', value: 'ball' },
      { name: 'Hook', value: 'hook' },
    ];
    const select = first(markupOf(node('Select', { options, value: 'hook' })), 'select');
    const marks = select?.children.map((child) =>
      typeof child === 'string' ? '' : child.attributes['data-selected'],
    );
    expect(marks).toEqual(['false', 'true']);
  });

  it('takes the word "true" in a Toggle’s value for on, as stored settings are texts', () => {
    const markup = markupOf(node('Toggle', { label: 'Remind', value: 'true' }));
    expect(first(markup, 'input')?.attributes['data-checked']).toBe('true');
  });

  it('shows a hidden Toast as nothing', () => {
    expect(markupOf(node('Toast', { visible: false, message: 'Saved' })).attributes).toEqual({
      hidden: 'true',
    });
  });

  it('opens only web addresses from a Link', () => {
    expect(markupOf(node('Link', { source: 'javascript:alert(1)' }, 'x')).attributes).not.toHaveProperty(
      'href',
    );
  });

  it('shows Auth disabled and says why', () => {
    const markup = markupOf(node('Auth', { label: 'Sign in' }));
    expect(first(markup, 'button')?.attributes.disabled).toBe('true');
    expect(JSON.stringify(markup)).toContain('not simulated');
  });

  it('names a component that it does not know', () => {
    expect(markupOf(node('Chart', {})).children[0]).toBe('Chart is not simulated');
  });
});
