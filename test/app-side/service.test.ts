/** The phone service as the platform calls it: it answers the watch, carries out the page's commands, and sends on afterwards. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asciiBytes, asciiText } from '../../utils/core/base/bytes.ts';
import { formatPreferences, parsePreferences } from '../../utils/core/preferences/document.ts';
import { addReport } from '../../utils/core/report-ring.ts';
import { storedReports } from '../../utils/core/ring-entries.ts';
import {
  HELLO,
  HOLDINGS,
  NOT_STORED,
  PREFERENCES,
  PUSH,
  REFUSAL,
  seal,
  unseal,
} from '../../utils/core/sync/message.ts';
import { commandKey, commandText, type PhoneCommand } from '../../utils/core/sync/phone-commands.ts';
import { WATCH_PREFERENCES_KEY } from '../../utils/core/sync/phone-keys.ts';
import { helloBody, pushBody } from '../../utils/core/sync/watch-messages.ts';
import { createMemoryTexts, type MemoryTexts } from '../support/memory-texts.ts';
import { sessionFrame, WATCH } from '../support/stored-log.ts';

vi.mock('@zeppos/zml/base-side', () => ({ BaseSideService: (service: unknown) => service }));

interface Service {
  onInit(): void;
  onRun(): void;
  onDestroy(): void;
  onSettingsChange(change: { readonly key?: unknown; readonly newValue?: unknown }): void;
  onRequest(request: unknown, respond: (error: unknown, answer: unknown) => void): void;
}

const NOW_MS = Date.UTC(2026, 10, 29, 12);
const MINUTE_MS = 60_000;
const erase: PhoneCommand = { kind: 'erase' };
let service: Service;
let texts: MemoryTexts;
/** The addresses to which something was sent. */
let sent: string[];
let answer: () => Promise<unknown>;

beforeAll(async () => {
  vi.stubGlobal('AppSideService', (one: Service) => {
    service = one;
  });
  await import('../../app-side/index.ts');
});

beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS });
  texts = createMemoryTexts();
  sent = [];
  // One object for all tests, because the service keeps the storage that it has seen first.
  Object.assign(settingsStorage, texts);
  vi.stubGlobal('settings', { settingsStorage });
  // It keeps the first of these, too.
  vi.stubGlobal('fetch', ({ url }: { readonly url: string }) => {
    sent.push(url);
    return answer();
  });
  answer = () => Promise.resolve({ status: 425 });
});

afterEach(async () => {
  // Switches every integration off, so that no timer follows.
  Object.assign(settingsStorage, texts);
  texts.values.clear();
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settingsStorage = {};

/** What the service answers to these bytes, as the watch gets it. */
function answerTo(request: unknown): { readonly kind: number; readonly body: Uint8Array } {
  let answered: unknown;
  service.onRequest(request, (error, answer) => {
    expect(error).toBeNull();
    answered = answer;
  });
  expect(Buffer.isBuffer(answered)).toBe(true);
  const message = unseal(Uint8Array.from(answered as Uint8Array));
  if (!message.ok) throw new Error(message.failure.what);
  return message.value;
}

const ask = (kind: number, ...body: readonly ArrayLike<number>[]) =>
  answerTo(Uint8Array.from(seal(kind, 1, WATCH, ...body)).buffer);

function post(command: PhoneCommand): string {
  texts.setItem(commandKey(command), commandText(command));
  return commandKey(command);
}

function switchOnWebhook(): void {
  post({
    kind: 'integration',
    integration: 'webhook',
    isOn: true,
    earlier: true,
    address: 'https://fake.example/x',
  });
}

describe('a message of the watch', () => {
  it('is stored and answered with what the phone holds', () => {
    expect(ask(PUSH, ...pushBody(1, [sessionFrame(1), sessionFrame(2)])).kind).toBe(HOLDINGS);
    expect(texts.getItem('log.beef.0')?.split('\n')).toHaveLength(2);
  });

  it.each([null, undefined, 7, -1, 'text', {}, { byteLength: 3 }])('that is %j is refused', (request) => {
    expect(answerTo(request).kind).toBe(REFUSAL);
  });

  it('brings the reports and the preferences of the watch', () => {
    ask(HELLO, ...helloBody(1, 0, addReport('', 'motor: stuck', NOW_MS, '')));
    expect(storedReports(texts.toObject())).toMatchObject([{ where: 'watch motor', sentence: 'stuck' }]);
    ask(PREFERENCES, asciiBytes(formatPreferences(parsePreferences('').document)));
    expect(texts.getItem(WATCH_PREFERENCES_KEY)).not.toBeNull();
  });

  it('without reports leaves none', () => {
    ask(HELLO, ...helloBody(1, 0, ''));
    ask(PUSH, ...pushBody(1, []));
    expect(texts.getItem('ring.watch')).toBeNull();
  });

  it('is answered after what the page wants, since deleted records must not count as held', () => {
    ask(PUSH, ...pushBody(1, [sessionFrame(1)]));
    post(erase);
    ask(HELLO, ...helloBody(1, 1, ''));
    expect(texts.getItem('log.beef.0')).toBeNull();
  });

  it('is refused with the reason, and without a secret, if the phone fails', () => {
    texts.setItem('secret.intervals', JSON.stringify({ address: '', secret: 'sparrow' }));
    Object.assign(settingsStorage, {
      toObject() {
        throw new Error('no room for sparrow');
      },
    });
    const { kind, body } = ask(HELLO, ...helloBody(1, 0, ''));
    expect([kind, body[0]]).toEqual([REFUSAL, NOT_STORED]);
    expect(asciiText(body.slice(1))).toBe('no room for (hidden)');
  });

  it('is refused with what was thrown, even if that is no error', () => {
    Object.assign(settingsStorage, {
      toObject() {
        throw 'quota';
      },
    });
    expect(asciiText(ask(HELLO, ...helloBody(1, 0, '')).body.slice(1))).toBe('quota');
  });

  it('is answered before anything is sent on', async () => {
    switchOnWebhook();
    ask(PUSH, ...pushBody(1, [sessionFrame(1)]));
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['https://fake.example/x']);
  });
});

describe('a command of the page', () => {
  it('is carried out as soon as it is posted', () => {
    const key = post(erase);
    service.onSettingsChange({ key, newValue: texts.getItem(key) });
    expect(texts.getItem(key)).toBeNull();
  });

  it('is carried out when the service starts', () => {
    const key = post(erase);
    service.onInit();
    service.onRun();
    service.onDestroy();
    expect(texts.getItem(key)).toBeNull();
  });

  it.each([
    ['another key', { key: 'preferences', newValue: 'x' }],
    ['no key', { newValue: 'x' }],
    ['a key that is no text', { key: 7, newValue: 'x' }],
    ['a command that is done', { key: commandKey(erase), newValue: '' }],
  ])('is not looked for after a change of %s', (_, change) => {
    const key = post(erase);
    service.onSettingsChange(change);
    expect(texts.getItem(key)).not.toBeNull();
  });

  it('that has failed is reported by the phone with its time', () => {
    texts.setItem(commandKey(erase), 'null');
    service.onRun();
    expect(storedReports(texts.toObject())).toMatchObject([{ at: NOW_MS, where: 'phone service' }]);
  });

  it('that cannot be read throws nothing', () => {
    Object.assign(settingsStorage, {
      toObject() {
        throw new Error('busy');
      },
    });
    expect(() => service.onRun()).not.toThrow();
  });
});

it('what could not be sent is tried again a minute later, once, although the service was woken meanwhile', async () => {
  switchOnWebhook();
  ask(PUSH, ...pushBody(1, [sessionFrame(1)]));
  await vi.advanceTimersByTimeAsync(0);
  for (let wake = 0; wake < 3; wake++) service.onRun();
  await vi.advanceTimersByTimeAsync(MINUTE_MS - 1);
  expect([sent.length, vi.getTimerCount()]).toEqual([1, 1]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toHaveLength(2);
});

it('a receiver that gives no answer holds up nothing for longer than the limit of a request', async () => {
  answer = () => new Promise(() => {});
  switchOnWebhook();
  ask(PUSH, ...pushBody(1, [sessionFrame(1)]));
  const isOver = (): boolean => texts.getItem('outlet.webhook.ledger')?.includes('no answer in') === true;
  await vi.advanceTimersByTimeAsync(9_000);
  expect(isOver()).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isOver()).toBe(true);
});
