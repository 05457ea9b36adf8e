/** The phone service's composition root: takes messages from the watch and wishes from the page, stores, sends on. */
import { BaseSideService } from '@zeppos/zml/base-side';
import { asciiText } from '../utils/core/base/bytes.ts';
import { answerMessage, failedAnswer } from '../utils/core/sync/inbox.ts';
import { HELLO, unseal } from '../utils/core/sync/message.ts';
import { isCommandKey } from '../utils/core/sync/phone-commands.ts';
import { createOutletRunner, type OutletRunner } from './integrations/delivery-runner.ts';
import { createWeb } from './integrations/http-client.ts';
import { createCarriers } from './integrations/senders.ts';
import { createPhoneConfig } from './phone-config.ts';
import { createSessionStore, type SessionStore } from './record-store.ts';
import { createRingStore } from './report-store.ts';
import { runCommands } from './run-commands.ts';

const nowMs = (): number => Date.now();
let outlets: OutletRunner | undefined;

AppSideService(
  BaseSideService({
    onInit() {},
    onRun() {
      wake();
    },
    onDestroy() {},
    /** The service's own writes wake it too; only the page's wishes are work. */
    onSettingsChange({ key, newValue }: { readonly key?: string; readonly newValue?: unknown }) {
      if (typeof key === 'string' && isCommandKey(key) && newValue) wake();
    },
    /** zml hands a Buffer request over as an ArrayBuffer, and only a Buffer answer keeps its bytes. */
    onRequest(request: unknown, respond: (error: unknown, answer: unknown) => void) {
      respond(null, Buffer.from(answered(requestBytes(request))));
      // After the answer: an outlet never delays the sync.
      setTimeout(sendOn, 0);
    },
  }),
);

/** Never throws: zml would say nothing at all to the watch (its fault Z11). */
function answered(bytes: Uint8Array): Uint8Array {
  try {
    const config = createPhoneConfig(settings.settingsStorage);
    config.heard(bytes);
    hearReports(bytes);
    // What the page has posted comes before what the watch says: nothing deleted may be stated as held.
    return answerMessage(bytes, openStore(), config);
  } catch (thrown) {
    return failedAnswer(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** The store, after whatever the page has posted. */
function openStore(): SessionStore {
  const texts = settings.settingsStorage;
  const store = createSessionStore(texts, Math.random);
  const ring = createRingStore(texts);
  const report = (line: string): void => ring.add('service', line, nowMs());
  runCommands({ texts, store, config: createPhoneConfig(texts), nowMs, report });
  return store;
}

/** What a hello brings behind its two numbers are the newest failures of the watch. */
function hearReports(bytes: Uint8Array): void {
  const message = unseal(bytes);
  if (!message.ok || message.value.kind !== HELLO) return;
  const text = asciiText(message.value.body.slice(8));
  if (text !== '') createRingStore(settings.settingsStorage).take(text);
}

function wake(): void {
  openStore();
  sendOn();
}

function sendOn(): void {
  const texts = settings.settingsStorage;
  const web = createWeb({ fetch, after: (ms, code) => void setTimeout(code, ms) });
  const after = (ms: number, code: () => void): (() => void) => {
    const timer = setTimeout(code, ms);
    return () => clearTimeout(timer);
  };
  outlets ??= createOutletRunner({ texts, nowMs, after, carriers: createCarriers({ web, nowMs }) });
  outlets.run();
}

/** A stranger's message (an object, a text) becomes no bytes at all, which the inbox refuses with a sentence. */
function requestBytes(request: unknown): Uint8Array {
  if (typeof request === 'object' && request !== null && 'byteLength' in request) {
    return new Uint8Array(request as ArrayBuffer);
  }
  return new Uint8Array(0);
}
