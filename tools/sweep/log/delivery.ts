/**
 * Exports that are imported in any order, whole, twice, with records cut out of them, listed twice and garbled, while a watch brings records over, lines on
 * the phone are damaged, and a webhook leads on to other places. Every record that the phone has arrives once, or counts as left out;
 * what arrived nowhere never counts as delivered.
 */
import { createDeliveryRunner } from '../../../app-side/integrations/delivery-runner.ts';
import { createHttpClient } from '../../../app-side/integrations/http-client.ts';
import { createSenders } from '../../../app-side/integrations/senders.ts';
import { createRecordStore } from '../../../app-side/record-store.ts';
import { runCommands } from '../../../app-side/run-commands.ts';
import { createMemoryTexts } from '../../../test/support/memory-texts.ts';
import { onPhone } from '../../../test/support/phone-and-watch.ts';
import { OTHER_WATCH, ratingFrame, sessionFrame, WATCH } from '../../../test/support/stored-log.ts';
import { jsonOf, type WatchFrame } from '../../../utils/core/export/json.ts';
import { emptyDeliveryState, parseDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import { leftOut } from '../../../utils/core/integrations/due-records.ts';
import type { HttpRequest } from '../../../utils/core/integrations/http.ts';
import { integrationKeys } from '../../../utils/core/integrations/setup.ts';
import { VOID } from '../../../utils/core/log/frame.ts';
import { isBlockKey } from '../../../utils/core/sync/frame-block.ts';
import {
  commandKey,
  commandText,
  type IntegrationChange,
  type PhoneCommand,
} from '../../../utils/core/sync/phone-commands.ts';
import { IMPORT_RESULT_KEY, parseImportResult } from '../../../utils/core/sync/phone-keys.ts';
import { createRandom } from '../../shared/random.ts';
import type { Count } from './count.ts';

const ADDRESS = 'https://place.example/hook';
const KEYS = integrationKeys('webhook');
const HOUR_MS = 3_600_000;
/** After the last of the sessions. */
const START_MS = Date.UTC(2027, 0, 4, 8);

/** What a request becomes where the address leads on: refused by the phone, or followed in each way in which a phone may tell it. */
const REDIRECTS: Readonly<Record<string, object>> = {
  'a redirect that is not followed': { status: 302 },
  'a permanent redirect that is not followed': { status: 308 },
  'a redirect that is hidden': { status: 0, type: 'opaqueredirect' },
  'a redirect that was followed': { status: 200, redirected: true },
  'a redirect that its address tells': { status: 200, url: 'https://place.example/login' },
  'a redirect that an older address field tells': { status: 200, responseURL: 'https://other.example/hook' },
};

type Random = () => number;

/** The phone of one history, and the place that its webhook leads to. */
function createPhone(random: Random) {
  const texts = createMemoryTexts();
  /** How often the place has taken each record. */
  const taken = new Map<string, number>();
  const place: { redirect: object | null } = { redirect: null };
  let nowMs = START_MS;
  const fetch = ({ headers }: HttpRequest): Promise<unknown> => {
    if (place.redirect !== null) return Promise.resolve(place.redirect);
    const key = headers['Idempotency-Key'] ?? '';
    taken.set(key, (taken.get(key) ?? 0) + 1);
    return Promise.resolve({ status: 200, url: ADDRESS, body: '{}' });
  };
  const clock = { nowMs: () => nowMs };
  const records = () => createRecordStore(texts, random, clock.nowMs);
  const startService = () =>
    createDeliveryRunner({
      storage: texts,
      ...clock,
      after: () => () => {},
      senders: createSenders({ ...clock, http: createHttpClient({ fetch, after: () => {} }) }),
    });
  let run = startService();
  /** The service wakes, and every answer comes. */
  const wake = async (): Promise<void> => {
    run();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    texts,
    taken,
    place,
    records,
    wake,
    restart: (): void => {
      run = startService();
    },
    async pass(hours: number): Promise<void> {
      for (let hour = 0; hour < hours; hour++) {
        nowMs += HOUR_MS;
        await wake();
      }
    },
    async post(command: PhoneCommand): Promise<void> {
      texts.setItem(commandKey(command), commandText(command));
      const preferences = { text: () => '', merge: () => null };
      runCommands({ storage: texts, records: records(), preferences, ...clock, report: () => {} });
      await wake();
    },
    state: () => parseDeliveryState(texts.getItem(KEYS.deliveryState)) ?? emptyDeliveryState,
  };
}

type Phone = ReturnType<typeof createPhone>;

/** Sessions of a watch, some of them rated later. */
function recordsOf(install: number, count: number, random: Random): readonly WatchFrame[] {
  return Array.from({ length: count }, (_, at) => {
    const seq = at + 1;
    const isRating = seq > 1 && random() < 0.2;
    return { install, frame: isRating ? ratingFrame(seq, seq - 1, { morning: 'same' }) : sessionFrame(seq) };
  });
}

/** The records in parts, as exports of various days have them: in any order, some twice, some lacking what another has. */
function partsOf(records: readonly WatchFrame[], random: Random): readonly (readonly WatchFrame[])[] {
  const cuts = Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
    Math.floor(random() * records.length),
  );
  const bounds = [0, ...cuts.sort((one, other) => one - other), records.length];
  const whole = bounds.slice(1).map((to, at) => records.slice(bounds[at], to));
  const again = whole.map((part) => part.filter(() => random() < 0.5));
  return [...whole, ...again].filter((part) => part.length > 0).sort(() => random() - 0.5);
}

export async function sweepDelivery(
  cases: number,
  seed = 1,
  onFinding: (text: string) => void = () => {},
): Promise<Count> {
  const total = { lost: 0, doubled: 0, unreadable: 0 };
  const seen: Record<string, number> = {
    'parts imported before an earlier part': 0,
    'lines damaged, and brought again': 0,
    'records left out at the wearer’s wish': 0,
    'records delivered': 0,
    ...Object.fromEntries(Object.keys(REDIRECTS).map((name) => [name, 0])),
  };
  const note = (what: string, count = 1): void => {
    seen[what] = (seen[what] ?? 0) + count;
  };
  for (let at = 0; at < cases; at++) await live(seed + at);
  return { cases, ...total, seen };

  async function live(ofSeed: number): Promise<void> {
    const random = createRandom(ofSeed);
    const phone = createPhone(random);
    const records = [
      ...recordsOf(WATCH, 1 + Math.floor(random() * 140), random),
      ...recordsOf(OTHER_WATCH, Math.floor(random() * 20), random),
    ];
    const change = (what: Partial<IntegrationChange>) =>
      phone.post({ kind: 'integration', integration: 'webhook', ...what });
    const switchOn = () => change({ isOn: true, earlier: random() < 0.7, address: ADDRESS });
    const parts = [...partsOf(records, random)];
    let wrongCounts = 0;
    let highest = 0;
    const importPart = async (): Promise<void> => {
      const next = parts.pop();
      if (next === undefined) return;
      const part = [...next, ...next.slice(0, random() < 0.2 ? 1 : 0)];
      const text = jsonOf(part);
      await phone.post({ kind: 'import', text: random() < 0.2 ? garbled(text, random) : text });
      if (!addsUp(phone, part.length)) wrongCounts++;
      const first = part[0]?.frame.seq ?? 0;
      if (first < highest) note('parts imported before an earlier part');
      highest = Math.max(highest, first);
    };
    const acts: readonly (() => unknown)[] = [
      importPart,
      importPart,
      switchOn,
      () => change({ isOn: false }),
      () => pushSome(phone, records, random),
      () => {
        if (damageLine(phone, random)) note('lines damaged, and brought again');
      },
      () => {
        const names = Object.keys(REDIRECTS);
        const name = names[Math.floor(random() * names.length)] ?? '';
        note(name);
        phone.place.redirect = REDIRECTS[name] ?? null;
      },
      () => {
        phone.place.redirect = null;
        return change({ retry: true });
      },
      phone.restart,
      () => phone.pass(1 + Math.floor(random() * 5)),
    ];
    await switchOn();
    for (let act = 0; act < 14; act++) await acts[Math.floor(random() * acts.length)]?.();
    // All is well from here on: the place answers, and every record comes to the phone.
    phone.place.redirect = null;
    while (parts.length > 0) await importPart();
    for (const { install, frame } of records) phone.records().insert(install, [frame]);
    await change({ isOn: true, address: ADDRESS });
    await change({ retry: true });
    await phone.pass(60);
    judge(ofSeed, phone, records.length, wrongCounts);
  }

  function judge(ofSeed: number, { texts, taken, state }: Phone, wanted: number, wrongCounts: number): void {
    const held = onPhone(texts).filter(({ kind }) => kind !== VOID).length;
    const left = leftOut(state());
    const { delivered, underway } = state();
    const lost = wanted - held + Math.max(0, held - left - taken.size) + Math.max(0, delivered - taken.size);
    const doubled = [...taken.values()].filter((times) => times > 1).length;
    note('records left out at the wearer’s wish', left);
    note('records delivered', taken.size);
    total.lost += lost;
    total.doubled += doubled;
    total.unreadable += wrongCounts;
    if (lost + doubled + wrongCounts > 0)
      onFinding(
        `seed ${ofSeed}: of ${wanted} records ${held} on the phone, ${taken.size} arrived, ${left} left out, ${delivered} counted, ${underway.length} under way, ${doubled} twice; ${wrongCounts} imports do not add up`,
      );
  }
}

/** One digit of a record is another. */
function garbled(text: string, random: Random): string {
  const from = text.lastIndexOf('"frame"', Math.floor(random() * text.length));
  const at = text.indexOf(':', from) + 8;
  return from < 0 ? text : `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`;
}

/** Whether the counts that the page shows of the last import make up the records of its text. */
function addsUp({ texts }: Phone, listed: number): boolean {
  const result = parseImportResult(texts.getItem(IMPORT_RESULT_KEY));
  return result !== null && result.added + result.known + result.lost === listed;
}

/** The watch brings over some of its records that follow each other. */
async function pushSome({ records, wake }: Phone, all: readonly WatchFrame[], random: Random): Promise<void> {
  const of = random() < 0.8 ? WATCH : OTHER_WATCH;
  const frames = all.filter(({ install }) => install === of).map(({ frame }) => frame);
  const from = Math.floor(random() * frames.length);
  records().insert(of, frames.slice(from, from + 20));
  await wake();
}

/** One character of a stored line is another. Returns whether there was a line. */
function damageLine({ texts }: Phone, random: Random): boolean {
  const keys = [...texts.values.keys()].filter(isBlockKey);
  const key = keys[Math.floor(random() * keys.length)];
  const text = key === undefined ? '' : (texts.getItem(key) ?? '');
  if (key === undefined || text === '') return false;
  const at = Math.floor(random() * text.length);
  texts.setItem(key, `${text.slice(0, at)}x${text.slice(at + 1)}`);
  return true;
}
