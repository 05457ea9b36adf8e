import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageContext } from '../../setting/page-context.ts';
import { parsePageState } from '../../setting/page-state.ts';
import { integrationsSection } from '../../setting/sections/integrations.ts';
import { INTEGRATIONS } from '../../utils/core/integrations/integration.ts';
import { integrationKeys, setupText } from '../../utils/core/integrations/setup.ts';

beforeEach(() => {
  vi.stubGlobal('View', (_: unknown, children: unknown) => children);
  vi.stubGlobal('Text', (_: unknown, text: string) => text);
  vi.stubGlobal('Button', ({ label }: { readonly label: string }) => label);
  vi.stubGlobal('TextInput', ({ label }: { readonly label: string }) => label);
});
afterEach(() => vi.unstubAllGlobals());

function shown(texts: Readonly<Record<string, string>>): string {
  const context = {
    state: parsePageState(null),
    texts: { keys: Object.keys(texts), read: (key: string) => texts[key] ?? null },
    translate: ({ key, values }) => [key, ...values].join(' '),
  } as Partial<PageContext> as PageContext;
  return JSON.stringify(integrationsSection(context));
}

it.each(INTEGRATIONS)('%s says that its delivery state is damaged, and only then', (one) => {
  const { deliveryState } = integrationKeys(one);
  expect(shown({ [deliveryState]: '{"through":' })).toContain('integrations.state-damaged');
  expect(shown({ [deliveryState]: '{"through":{},"underway":[{}],"delivered":1}' })).toContain(
    'integrations.state-damaged',
  );
  expect(shown({})).not.toContain('integrations.state-damaged');
});

it.each(INTEGRATIONS)(
  '%s says that its switch is damaged, whichever character is wrong, and only then',
  (one) => {
    const { setup } = integrationKeys(one);
    const sound = setupText({ isOn: true, host: 'https://home.example', hasSecret: true, fault: null });
    expect(shown({ [setup]: sound })).not.toContain('integrations.setup-damaged');
    expect(shown({})).not.toContain('integrations.setup-damaged');
    for (let at = 0; at < sound.length; at++) {
      const text = `${sound.slice(0, at)}${sound[at] === '9' ? '8' : '9'}${sound.slice(at + 1)}`;
      expect(shown({ [setup]: text }), text).toContain('integrations.setup-damaged');
    }
  },
);
