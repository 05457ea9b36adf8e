/** Planted secrets on a phone whose errors all name the value at hand: no answer, report or sentence contains one. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asciiText } from '../../utils/core/base/bytes.ts';
import { hideSecrets } from '../../utils/core/integrations/hide-secrets.ts';
import { addReport } from '../../utils/core/report-ring.ts';
import { HELLO, PUSH, seal } from '../../utils/core/sync/message.ts';
import { commandKey, commandText, type PhoneCommand } from '../../utils/core/sync/phone-commands.ts';
import { helloBody, pushBody } from '../../utils/core/sync/watch-messages.ts';
import { createMemoryTexts, type MemoryTexts } from '../support/memory-texts.ts';
import { sessionFrame, WATCH } from '../support/stored-log.ts';

vi.mock('i18n', () => ({ gettext: (key: string) => key }));
vi.mock('@zeppos/zml/base-side', () => ({ BaseSideService: (service: unknown) => service }));

const KEY = 'sparrow';
const TOKEN = 'walrus"sesame"now';
const PATH = '/hook/pelican';
const SECRETS = [
  KEY,
  'walrus',
  'sesame',
  'pelican',
  Buffer.from(`API_KEY:${KEY}`).toString('base64').slice(11, 18),
];

interface Service {
  onRequest(request: unknown, respond: (error: unknown, answer: Uint8Array) => void): void;
  onRun(): void;
}
let service: Service;
let build: (props: { readonly settingsStorage: MemoryTexts }) => unknown;

beforeAll(async () => {
  vi.useFakeTimers();
  const part = (_props: object = {}, children: unknown = []): unknown => children;
  for (const kind of ['View', 'Text', 'Button', 'TextInput', 'Select', 'Toggle', 'Slider', 'Section'])
    vi.stubGlobal(kind, part);
  vi.stubGlobal('AppSettingsPage', (page: { build: typeof build }) => {
    build = page.build;
  });
  vi.stubGlobal('AppSideService', (one: Service) => {
    service = one;
  });
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
  await import('../../setting/index.ts');
  await import('../../app-side/index.ts');
});

const commands: readonly PhoneCommand[] = [
  {
    kind: 'integration',
    integration: 'webhook',
    isOn: true,
    earlier: true,
    address: `https://home.example${PATH}`,
    secret: TOKEN,
  },
  { kind: 'integration', integration: 'intervals', isOn: true, earlier: true, secret: KEY },
];

/** Everything that leaves a phone whose storage fails at `fails` from call number `from` on, with errors that name all its content. */
function outputs(fails: 'getItem' | 'setItem' | 'removeItem' | 'toObject' | 'none', from: number): string {
  const texts = createMemoryTexts();
  vi.stubGlobal('settings', { settingsStorage: texts });
  const said: string[] = [];
  const ask = (kind: number, ...body: readonly ArrayLike<number>[]): void => {
    const bytes = Uint8Array.from(seal(kind, 1, WATCH, ...body));
    service.onRequest(bytes.buffer, (_error, answer) => said.push(asciiText(answer)));
  };
  for (const command of commands) texts.setItem(commandKey(command), commandText(command));
  ask(HELLO, ...helloBody(1, 2, addReport('', 'motor: stuck', 0, '')));
  for (const command of commands) texts.setItem(commandKey(command), commandText(command));
  let calls = 0;
  if (fails !== 'none') {
    const sound = texts[fails].bind(texts) as (...args: readonly string[]) => unknown;
    Object.assign(texts, {
      [fails]: (...args: readonly string[]) => {
        if (++calls > from && !/^(secret|cmd)/.test(fails === 'getItem' ? (args[0] ?? '') : ''))
          throw new Error(
            `no room: ${[...texts.values].filter(([key]) => /^(secret|cmd)/.test(key)).join(' ')}`,
          );
        return sound(...args);
      },
    });
  }
  ask(PUSH, ...pushBody(1, [sessionFrame(1), sessionFrame(2)]));
  ask(HELLO, ...helloBody(1, 2, ''));
  vi.runOnlyPendingTimers();
  said.push(JSON.stringify(build({ settingsStorage: texts })));
  const open = [...texts.values].filter(([key]) => !/^(secret|cmd)/.test(key));
  return [...said, ...open.flat()].join('\n');
}

describe.each(['none', 'getItem', 'setItem', 'removeItem', 'toObject'] as const)(
  'a storage whose %s fails',
  (fails) => {
    it.each([0, 1, 2, 3, 5, 8, 13, 21, 34])(
      'from call %i on, with errors that name all secrets, reveals none of them',
      (from) => {
        const text = outputs(fails, from);
        expect(text.length).toBeGreaterThan(100);
        expect(SECRETS.filter((secret) => text.indexOf(secret) >= 0)).toEqual([]);
      },
    );
  },
);

describe('a text that leaves', () => {
  const texts = createMemoryTexts();
  texts.setItem('secret.webhook', JSON.stringify({ address: `https://home.example${PATH}`, secret: TOKEN }));
  texts.setItem('secret.intervals', JSON.stringify({ address: '', secret: KEY }));
  const read = (key: string) => texts.getItem(key);

  it.each([
    ['as it is', KEY],
    ['cut off', `no room for ${TOKEN.slice(0, 12)}`],
    ['in JSON', JSON.stringify({ secret: TOKEN })],
    ['in an address', `https://x.example/?k=${encodeURIComponent(TOKEN)}`],
    ['in a header', `Basic ${Buffer.from(`API_KEY:${KEY}`).toString('base64')}`],
    ['as a path', `no route to ${PATH}/x`],
  ])('has no secret %s', (_how, text) => {
    const clean = hideSecrets(text, read);
    expect(SECRETS.filter((secret) => clean.indexOf(secret) >= 0)).toEqual([]);
  });

  it('keeps its sentence if it has no secret', () => {
    expect(hideSecrets('the phone is full', read)).toBe('the phone is full');
  });

  it('says nothing if the secrets cannot be read', () => {
    const broken = (): string => {
      throw new Error('no storage');
    };
    expect(hideSecrets(`x ${KEY}`, broken)).toBe('(hidden)');
  });
});
