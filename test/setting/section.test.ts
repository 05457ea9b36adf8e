import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageContext } from '../../setting/page-context.ts';
import { section } from '../../setting/widgets.ts';
import { phrase } from '../../utils/core/text/phone-phrase.ts';

afterEach(() => vi.unstubAllGlobals());

const SECRETS = JSON.stringify({ address: '', secret: 'sparrow' });

describe('a section that cannot be drawn', () => {
  it('shows a sentence in its place, without a secret', () => {
    vi.stubGlobal('View', (_: unknown, children: unknown) => children);
    vi.stubGlobal('Text', (_: unknown, text: string) => text);
    const translate: PageContext['translate'] = ({ key, values }) => [key, ...values].join(' ');
    const drawn = section(
      {
        translate,
        texts: { read: (key: string) => (key === 'secret.intervals' ? SECRETS : null) },
      } as PageContext,
      phrase('history.title'),
      () => {
        throw new SyntaxError('no sparrow');
      },
    );
    expect(JSON.stringify(drawn)).toContain('phone.notShown SyntaxError: no (hidden)');
  });
});
