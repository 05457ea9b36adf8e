/**
 * Every key of the phone's storage with rubbish or one wrong character in it: the page stays usable, the service keeps running, and the
 * data can be deleted.
 */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createDeliveryRunner } from '../../app-side/integrations/delivery-runner.ts';
import { createPhonePreferences } from '../../app-side/phone-preferences.ts';
import { createRecordStore } from '../../app-side/record-store.ts';
import { createReportStore } from '../../app-side/report-store.ts';
import { runCommands } from '../../app-side/run-commands.ts';
import { plainRecord } from '../../tools/shared/plain-record.ts';
import { asciiBytes } from '../../utils/core/base/bytes.ts';
import { jsonOf } from '../../utils/core/export/json.ts';
import { emptyDocument, formatPreferences, setPreference } from '../../utils/core/preferences/document.ts';
import { addReport } from '../../utils/core/report-ring.ts';
import { isBlockKey } from '../../utils/core/sync/frame-block.ts';
import { answerMessage } from '../../utils/core/sync/inbox.ts';
import { HELLO, HOLDINGS, PREFERENCES, PUSH, seal, unseal } from '../../utils/core/sync/message.ts';
import { commandKey, commandText, type PhoneCommand } from '../../utils/core/sync/phone-commands.ts';
import { helloBody, pushBody } from '../../utils/core/sync/watch-messages.ts';
import { createMemoryTexts, type MemoryTexts } from '../support/memory-texts.ts';
import { DAY_MS, OTHER_WATCH, sessionFrame, WATCH } from '../support/stored-log.ts';

vi.mock('i18n', () => ({ gettext: (key: string) => key }));

interface Part {
  readonly kind: string;
  readonly props: { readonly label?: string; readonly onClick?: () => void };
  readonly children: unknown;
}

const nowMs = plainRecord.startedAtMs + 30 * DAY_MS;
let build: (props: { readonly settingsStorage: MemoryTexts }) => unknown;

beforeAll(async () => {
  const part =
    (kind: string) =>
    (props: object = {}, children: unknown = []): Part => ({ kind, props, children });
  for (const kind of ['View', 'Text', 'Button', 'TextInput', 'Select', 'Toggle', 'Slider', 'Section'])
    vi.stubGlobal(kind, part(kind));
  vi.stubGlobal('AppSettingsPage', (page: { build: typeof build }) => {
    build = page.build;
  });
  vi.spyOn(Date, 'now').mockReturnValue(nowMs);
  await import('../../setting/index.ts');
});

function partsOf(node: unknown): readonly Part[] {
  if (Array.isArray(node)) return node.flatMap(partsOf);
  if (typeof node !== 'object' || node === null) return [];
  return [node as Part, ...partsOf((node as Part).children)];
}

/** The texts of the page, and its buttons. */
function page(texts: MemoryTexts) {
  const parts = partsOf(build({ settingsStorage: texts }));
  const words = parts.flatMap(({ children }) => (typeof children === 'string' ? [children] : []));
  const buttons = parts.flatMap(({ props }) => (props.label === undefined ? [] : [props.label]));
  return { words: words.join('\n'), buttons };
}

/** The service of a phone that has stored these texts. */
function service(texts: MemoryTexts) {
  const report = (line: string): void => createReportStore(texts).add('service', line, nowMs);
  const records = createRecordStore(
    texts,
    () => 0.5,
    () => nowMs,
    report,
  );
  const preferences = createPhonePreferences(texts);
  const sent: number[] = [];
  const deliver = createDeliveryRunner({
    storage: texts,
    nowMs: () => nowMs,
    after: () => () => {},
    senders: {
      webhook: ({ seq }, _secrets, done) => {
        sent.push(seq);
        done({ kind: 'delivered' });
      },
      intervals: (_outgoing, _secrets, done) => done({ kind: 'delivered' }),
    },
  });
  const wake = (): void => {
    runCommands({ storage: texts, records, preferences, nowMs: () => nowMs, report });
    deliver();
  };
  return {
    sent,
    wake,
    hear(kind: number, ...body: readonly ArrayLike<number>[]): number {
      const message = unseal(seal(kind, 1, WATCH, ...body));
      if (message.ok) preferences.heard(message.value);
      const answer = unseal(answerMessage(message, records, preferences));
      wake();
      return answer.ok ? answer.value.kind : 0;
    },
    post(command: PhoneCommand): void {
      texts.setItem(commandKey(command), commandText(command));
      wake();
    },
  };
}

/** A phone that has something stored under every key. */
function used(): MemoryTexts {
  const texts = createMemoryTexts();
  const { hear, post } = service(texts);
  const frames = [1, 2, 3].map((seq) => sessionFrame(seq));
  hear(
    PUSH,
    ...pushBody(
      1,
      [1, 2].map((seq) => sessionFrame(seq, { routine: 'gone' })),
    ),
  );
  post({ kind: 'erase' });
  hear(HELLO, ...helloBody(3, 5, addReport('', 'motor: stuck', nowMs, 's')));
  hear(
    PUSH,
    ...pushBody(
      3,
      [3, 4, 5].map((seq) => sessionFrame(seq)),
    ),
  );
  const document = setPreference(emptyDocument, 'strength', 'strong', 'watch');
  if (!document.ok) throw new Error('no preference');
  hear(PREFERENCES, asciiBytes(formatPreferences(document.value)));
  for (const integration of ['webhook', 'intervals'] as const)
    post({
      kind: 'integration',
      integration,
      isOn: true,
      earlier: true,
      address: 'https://x.example/',
      secret: 'k',
    });
  post({ kind: 'import', text: jsonOf([...frames.map((frame) => ({ install: WATCH, frame }))]) });
  const [frame] = frames;
  if (frame !== undefined) post({ kind: 'import', text: jsonOf([{ install: OTHER_WATCH, frame }]) });
  post({ kind: 'import', text: jsonOf(frames.map((one) => ({ install: WATCH, frame: one }))) });
  createReportStore(texts).addWatchReports(addReport('', 'motor: stuck', nowMs, 's'), nowMs);
  createReportStore(texts).add('service', 'stuck', nowMs);
  texts.setItem('failed', 'cmd:import');
  texts.setItem('page.state', '{"session":"beef-3","history":[],"exportKind":"reports","exportPart":0}');
  return texts;
}

const sound = used();

/** Rubbish, and texts with one wrong character. */
function spoilt(text: string): readonly string[] {
  const step = Math.max(1, Math.floor(text.length / 12));
  const oneWrong = Array.from({ length: Math.ceil(text.length / step) }, (_, at) => at * step).flatMap((at) =>
    ['', 'x', '0', '"'].map((letter) => text.slice(0, at) + letter + text.slice(at + 1)),
  );
  return [
    ...['', ' ', 'null', '{', '[]', '{}', '"x"', 'true', '-1 -1 -1', '\u0000', '\ud800', 'x'.repeat(5_000)],
    ...[
      '[null]',
      '{"fields":{"a":null}}',
      '{"through":{},"underway":[null],"delivered":0}',
      '{"isOn":"yes"}',
      '1e999',
    ],
    ...oneWrong,
  ];
}

describe('a phone that is in use', () => {
  it('has something under every key that the app writes', () => {
    const kinds = new Set(Array.from(sound.values.keys(), (key) => key.replace(/\.(beef|bef0|cafe).*/, '')));
    expect(Array.from(kinds).sort()).toEqual([
      'failed',
      'import.deleted',
      'import.result',
      'log',
      'outlet.intervals',
      'outlet.intervals.ledger',
      'outlet.webhook',
      'outlet.webhook.ledger',
      'page.state',
      'preferences',
      'preferences.sent',
      'preferences.watch',
      'ring.phone',
      'ring.watch',
      'secret.intervals',
      'secret.webhook',
      'store.epoch',
      'store.last',
      'store.version',
      'watch',
    ]);
  });
});

describe.each(Array.from(sound.values.keys()))('under %s', (key) => {
  it('any text is harmless: each section is drawn, the other data is shown, the watch gets answers, and everything can be deleted', () => {
    for (const text of spoilt(sound.values.get(key) ?? '')) {
      const texts = createMemoryTexts();
      for (const [name, value] of sound.values) texts.setItem(name, value);
      texts.setItem(key, text);
      const about = `${key}: ${JSON.stringify(text.slice(0, 80))}`;
      const { words, buttons } = page(texts);
      expect(words, about).not.toMatch(/could not be shown|Iliacus: \w*Error/);
      const rows = buttons.filter((label) => /^\w{3} \d+ \w{3}/.test(label)).length;
      expect(rows, about).toBeGreaterThanOrEqual(isBlockKey(key) ? 1 : 3);
      expect(buttons.length, about).toBeGreaterThan(8);
      const phone = service(texts);
      expect(phone.hear(HELLO, ...helloBody(3, 6, '')), about).toBe(HOLDINGS);
      expect(
        phone.hear(
          PUSH,
          ...pushBody(
            3,
            [3, 4, 5, 6].map((seq) => sessionFrame(seq)),
          ),
        ),
        about,
      ).toBe(HOLDINGS);
      expect(
        page(texts).buttons.filter((label) => /^\w{3} \d+ \w{3}/.test(label)).length,
        about,
      ).toBeGreaterThanOrEqual(4);
      phone.post({ kind: 'erase' });
      const left = Array.from(texts.values.keys()).filter(
        (one) => isBlockKey(one) || /^(outlet|secret|ring|import)/.test(one),
      );
      expect(left, about).toEqual([]);
    }
  });
});

it.each(['null', '{', '"x"'])('keys and addresses that read %s are reported, and nothing is sent', (text) => {
  const texts = createMemoryTexts();
  for (const [name, value] of sound.values) texts.setItem(name, value);
  for (const integration of ['webhook', 'intervals']) texts.setItem(`secret.${integration}`, text);
  expect(
    page(texts).words.match(/stored on this phone is damaged, so nothing is sent. Enter it again/g),
  ).toHaveLength(2);
  const { sent, wake, post } = service(texts);
  wake();
  expect(sent).toEqual([]);
  post({ kind: 'integration', integration: 'webhook', address: 'https://x.example/' });
  expect(page(texts).words.match(/is damaged, so nothing is sent/g)).toHaveLength(1);
});
