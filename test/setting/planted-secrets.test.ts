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

// cspell:disable
/** What is left where a part of one of the secrets below stays, as it is or in base64 or hex. */
const LEFT_OVERS = /tidal|meadow|pelican|VhZG93|dGlkYW|RpZGFs|aWRhb|1lYWRv|746964|6d65|4d6561/i;
// cspell:enable

/** A secret as it may be written in an error. */
function changedForms(secret: string): readonly (readonly [how: string, text: string])[] {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  return [
    ['in capitals', secret.toUpperCase()],
    ['in small letters', secret.toLowerCase()],
    ['cut off at its end', secret.slice(0, 11)],
    ['cut off at its beginning', secret.slice(-12)],
    ['percent-encoded', encodeURIComponent(secret)],
    ['percent-encoded in small letters', encodeURIComponent(secret).toLowerCase()],
    ['percent-encoded and cut off at its beginning', encodeURIComponent(secret).slice(6)],
    ['in JSON with its slashes', secret.replaceAll('/', '\\/')],
    ['in base64', base64(secret)],
    ['in base64 behind a user', base64(`me:${secret}`)],
    ['in base64 behind a word', base64(`Bearer ${secret}`)],
    ['in base64 for addresses', Buffer.from(`API_KEY:${secret}`).toString('base64url')],
    ['in base64 and cut off at its beginning', base64(`API_KEY:${secret}`).slice(18)],
    ['in hex', Buffer.from(secret).toString('hex')],
    ['in an address of its own', `HTTPS://me:${secret}@other.example/`],
  ];
}

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

  // cspell:disable
  it.each(changedForms('Q7tidal-Meadow/42+gx'))('has no key that was %s', (_how, text) => {
    const other = createMemoryTexts();
    other.setItem('secret.intervals', JSON.stringify({ address: '', secret: 'Q7tidal-Meadow/42+gx' }));
    expect(hideSecrets(`no room for ${text}`, (key) => other.getItem(key))).not.toMatch(LEFT_OVERS);
  });

  it.each(changedForms('/hook/pelican-meadow?k=tidal77'))('has no address that was %s', (_how, text) => {
    const other = createMemoryTexts();
    const address = 'https://home.example/hook/pelican-meadow?k=tidal77';
    other.setItem('cmd:outlet.webhook', JSON.stringify({ kind: 'outlet', outlet: 'webhook', address }));
    expect(hideSecrets(`no room for ${text}`, (key) => other.getItem(key))).not.toMatch(LEFT_OVERS);
  });

  it.each([
    ['walrus"sesame"now', 'now'],
    ['walrus sesame', 'same'],
    ['walrus\\sesame', 'same'],
  ])('has none of the parts of %j', (secret, part) => {
    const other = createMemoryTexts();
    other.setItem('secret.webhook', JSON.stringify({ address: '', secret }));
    for (const text of [secret, JSON.stringify({ secret }), JSON.stringify(JSON.stringify({ secret }))])
      expect(hideSecrets(text, (key) => other.getItem(key))).not.toContain(part);
  });
  // cspell:enable

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
