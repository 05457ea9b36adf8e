/** An integration on the phone page: what it says in each state, and what its fields and buttons post. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { advancedSection } from '../../setting/sections/advanced.ts';
import { integrationsSection } from '../../setting/sections/integrations.ts';
import {
  type DeliveryState,
  deliveryStateText,
  emptyDeliveryState,
  type UnderwayRecord,
} from '../../utils/core/integrations/delivery-state.ts';
import { integrationKeys, secretsText, setupText } from '../../utils/core/integrations/setup.ts';
import { WHY } from '../../utils/core/integrations/why.ts';
import { commandKey, parseCommand } from '../../utils/core/sync/phone-commands.ts';
import { phoneTexts } from '../../utils/core/text/catalogues.ts';
import { phrase } from '../../utils/core/text/phone-phrase.ts';
import { openSection, stubWidgets } from '../support/drawn-section.ts';
import { createMemoryTexts } from '../support/memory-texts.ts';
import { WATCH } from '../support/stored-log.ts';

vi.mock('i18n', () => ({ gettext: () => 'en-US' }));
beforeEach(stubWidgets);
afterEach(() => vi.unstubAllGlobals());

const en = phoneTexts['en-US'];
const NOW_MS = Date.UTC(2026, 10, 29, 12);
const KEYS = integrationKeys('intervals');
const OFF = { isOn: false, host: '', hasSecret: false, fault: null };
const COMMAND_KEY = commandKey({ kind: 'integration', integration: 'intervals' });

function open(isOn: boolean, delivery: Partial<DeliveryState> = {}, secret = 'key') {
  const texts = createMemoryTexts();
  texts.setItem(KEYS.setup, setupText({ ...OFF, isOn }));
  texts.setItem(KEYS.secrets, secretsText({ address: '', secret }));
  texts.setItem(KEYS.deliveryState, deliveryStateText({ ...emptyDeliveryState, ...delivery }));
  const page = openSection(texts, integrationsSection, NOW_MS);
  const posted = (): unknown => {
    const read = parseCommand(COMMAND_KEY, texts.getItem(COMMAND_KEY) ?? '');
    return read.ok ? read.value : null;
  };
  /** The texts after the explanations, which are the same in every state. */
  const said = (): readonly string[] => page.lines().slice(4);
  return { texts, posted, said, ...page };
}

function underway(state: UnderwayRecord['state'], seq: number): UnderwayRecord {
  return { install: WATCH, seq, state, tries: 1, dueAtMs: NOW_MS + 60_000, why: WHY.yet };
}

describe('an integration', () => {
  it('that was never on says that it is off, and shows no counts', () => {
    expect(open(false).said()).toEqual([en['integrations.is-off']]);
  });

  it.each([
    ['has delivered', { delivered: 3 }],
    ['has a record under way', { underway: [underway('unknown', 4)] }],
    ['has left records out', { left: { beef: [[1, 9]] } }],
  ] as const)('that is off and %s says so', (_, delivery) => {
    const lines = open(false, delivery as Partial<DeliveryState>).said();
    expect(lines[0]).toBe(en['integrations.is-off']);
    expect(lines[1]).toMatch(/^Delivered: /);
  });

  it('counts records by their state, and lists the first five of them', () => {
    const states = ['pending', 'unknown', 'unknown', 'failed', 'failed', 'failed'] as const;
    const lines = open(true, {
      delivered: 7,
      underway: states.map((state, at) => underway(state, at + 11)),
    }).said();
    expect(lines.slice(0, 2)).toEqual([
      en['integrations.is-on'],
      'Delivered: 7; waiting: 1; unknown: 2; refused: 3',
    ]);
    expect(lines.slice(2).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'Record 11 has',
      'Record 12 may',
      'Record 13 may',
      'Record 14 was',
      'Record 15 was',
    ]);
  });

  it('says how many earlier records it leaves out, if there are any', () => {
    const left = (delivery: Partial<DeliveryState>): readonly string[] =>
      open(true, delivery)
        .said()
        .filter((line) => line.startsWith('Earlier records'));
    expect(left({})).toEqual([]);
    const [line = ''] = left({ left: { beef: [[1, 9]] } });
    expect(line).toContain('left out: 9.');
    expect(line).toContain('switch intervals.icu off');
  });

  it('says why it has stopped, or until when it was asked to pause, for as long as it does', () => {
    const last = (delivery: Partial<DeliveryState>) => open(true, delivery).said().at(-1);
    const counts = last({});
    expect(counts).toMatch(/^Delivered: /);
    expect(last({ barredWhy: 'HTTP 401' })).toContain('Stopped until you change something');
    expect(last({ restsUntilMs: NOW_MS + 3_600_000 })).toContain('It asked for a pause until');
    expect(last({ restsUntilMs: NOW_MS })).toBe(counts);
  });

  it('that has lost its key says so if it is on, and not if it is off', () => {
    expect(open(true, {}, '').said()).toEqual([en['integrations.secret-lost']]);
    expect(open(false, {}, '').said()).toEqual([en['integrations.is-off']]);
  });
});

describe('its buttons', () => {
  const press = (isOn: boolean, start: string): unknown => {
    const page = open(isOn);
    page.press(start);
    return page.posted();
  };
  const change = { kind: 'integration', integration: 'intervals' };

  it('switch it on with and without earlier sessions, off, or try again', () => {
    expect([
      press(false, 'on, from the next session'),
      press(false, 'on, with earlier sessions'),
      press(true, 'Switch intervals.icu off'),
      press(true, 'try again'),
    ]).toEqual([
      { ...change, isOn: true, earlier: false },
      { ...change, isOn: true, earlier: true },
      { ...change, isOn: false },
      { ...change, retry: true },
    ]);
  });

  it('are two at a time, and say so while a change is being applied', () => {
    const page = open(true);
    expect(page.labels().slice(-2)).toEqual(['Switch intervals.icu off', 'intervals.icu: try again']);
    expect(page.lines()).not.toContain(en['integrations.waiting']);
    page.press('try again');
    expect(page.lines()).toContain(en['integrations.waiting']);
  });

  it('keep an earlier request that is not done yet', () => {
    const page = open(false);
    page.type(en['integrations.intervals.key'], ' a1b2c3 ');
    page.press('on, with earlier sessions');
    expect(page.posted()).toEqual({ ...change, secret: 'a1b2c3', isOn: true, earlier: true });
  });
});

describe('a typed value', () => {
  const fault = (page: ReturnType<typeof open>): boolean =>
    page.lines().some((line) => line.startsWith('Not changed.'));

  it('that is no key is not posted, and the page says why until a valid one comes', () => {
    const page = open(false);
    page.type(en['integrations.intervals.key'], 'ключ');
    expect([fault(page), page.posted()]).toEqual([true, null]);
    page.type(en['integrations.intervals.key'], 'a1b2c3');
    expect([fault(page), page.posted()]).toEqual([
      false,
      { kind: 'integration', integration: 'intervals', secret: 'a1b2c3' },
    ]);
  });

  it.each(['', '  \n'])('that is %j changes nothing, and is no fault', (text) => {
    const page = open(false);
    page.type(en['integrations.intervals.key'], text);
    expect([fault(page), page.posted()]).toEqual([false, null]);
  });
});

describe('the webhook', () => {
  const shown = (key: string, text: string): readonly boolean[] => {
    const texts = createMemoryTexts();
    texts.setItem(key, text);
    const plain = openSection(texts, integrationsSection, NOW_MS);
    const rare = openSection(texts, advancedSection, NOW_MS);
    rare.press(en['advanced.open']);
    return [plain, rare].map((page) => page.labels().includes(en['integrations.webhook.address']));
  };
  const keys = integrationKeys('webhook');

  it.each([
    ['is for experts until it is used', setupText(OFF), [false, true]],
    ['is with the others once it is on', setupText({ ...OFF, isOn: true }), [true, false]],
    [
      'is with the others where something is wrong with it',
      setupText({ ...OFF, fault: phrase('plain', 'x') }),
      [true, false],
    ],
  ])('%s', (_, setup, expected) => {
    expect(shown(keys.setup, setup)).toEqual(expected);
  });

  it('takes an address that was typed, and says what is wrong with one that cannot be used', () => {
    const texts = createMemoryTexts();
    texts.setItem(keys.setup, setupText({ ...OFF, isOn: true }));
    const page = openSection(texts, integrationsSection, NOW_MS);
    const key = commandKey({ kind: 'integration', integration: 'webhook' });
    page.type(en['integrations.webhook.address'], 'http://example.org/x');
    expect(page.lines().filter((line) => line.startsWith('Not changed.'))).toHaveLength(1);
    expect(texts.getItem(key)).toBeNull();
    page.type(en['integrations.webhook.address'], 'https://example.org/x');
    expect(parseCommand(key, texts.getItem(key) ?? '')).toMatchObject({
      value: { address: 'https://example.org/x' },
    });
  });

  it.each([
    ['', 'https://'],
    ['https://example.org/…', 'https://example.org/…'],
  ])('with the host %j shows %j in its empty field, and nothing of its key', (host, placeholder) => {
    const texts = createMemoryTexts();
    texts.setItem(keys.setup, setupText({ ...OFF, isOn: true, host }));
    const page = openSection(texts, integrationsSection, NOW_MS);
    const address = page.part(en['integrations.webhook.address']);
    expect([address.value, address.placeholder]).toEqual(['', placeholder]);
    expect(page.values(en['integrations.webhook.key'])).toEqual(['']);
  });

  it('is the only one that is for experts', () => {
    const page = openSection(createMemoryTexts(), advancedSection, NOW_MS);
    page.press(en['advanced.open']);
    expect(page.labels()).toContain(en['integrations.webhook.key']);
    expect(page.labels()).not.toContain(en['integrations.intervals.key']);
  });

  it('is with the others after it has sent something', () => {
    expect(shown(keys.deliveryState, deliveryStateText(emptyDeliveryState))).toEqual([true, false]);
  });
});
