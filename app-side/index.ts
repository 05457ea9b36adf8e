/** The phone service: takes messages from the watch and commands from the phone page, stores records, sends them on. */
import { BaseSideService } from '@zeppos/zml/base-side';
import { hideSecrets } from '../utils/core/integrations/hide-secrets.ts';
import { answerMessage, failureAnswer, helloReports } from '../utils/core/sync/inbox.ts';
import { type Envelope, unseal } from '../utils/core/sync/message.ts';
import { isCommandKey } from '../utils/core/sync/phone-commands.ts';
import { createDeliveryRunner } from './integrations/delivery-runner.ts';
import { createHttpClient } from './integrations/http-client.ts';
import { createSenders } from './integrations/senders.ts';
import { createPhonePreferences } from './phone-preferences.ts';
import { createRecordStore, type PhoneRecordStore } from './record-store.ts';
import { createReportStore } from './report-store.ts';
import { runCommands } from './run-commands.ts';

const nowMs = (): number => Date.now();
let deliverDue: (() => void) | undefined;

AppSideService(
  BaseSideService({
    onInit() {},
    onRun() {
      wake();
    },
    onDestroy() {},
    /** The service's own writes wake it too, but only the page's commands need work. */
    onSettingsChange({ key, newValue }: { readonly key?: string; readonly newValue?: unknown }) {
      if (typeof key === 'string' && isCommandKey(key) && newValue) wake();
    },
    /** zml delivers a Buffer request as an ArrayBuffer, and only a Buffer answer keeps its bytes. */
    onRequest(request: unknown, respond: (error: unknown, answer: unknown) => void) {
      respond(null, Buffer.from(answerTo(requestBytes(request))));
      // The answer leaves first: no integration may delay the sync.
      setTimeout(deliver, 0);
    },
  }),
);

/** The answer to a message of the watch. Never throws, because zml would then tell the watch nothing at all. */
function answerTo(bytes: Uint8Array): Uint8Array {
  try {
    const preferences = createPhonePreferences(settings.settingsStorage, report);
    const message = unseal(bytes);
    if (message.ok) {
      preferences.heard(message.value);
      storeReports(message.value);
    }
    // The page's commands come before the answer, because deleted records must not be reported as held.
    return answerMessage(message, openRecordStore(), preferences);
  } catch (thrown) {
    const what = thrown instanceof Error ? thrown.message : String(thrown);
    return failureAnswer(hideSecrets(what, (key) => settings.settingsStorage.getItem(key)));
  }
}

function report(line: string): void {
  createReportStore(settings.settingsStorage).add('service', line, nowMs());
}

/** The record store, after the commands that the page has posted. */
function openRecordStore(): PhoneRecordStore {
  const storage = settings.settingsStorage;
  const records = createRecordStore(storage, Math.random, nowMs, report);
  runCommands({ storage, records, preferences: createPhonePreferences(storage), nowMs, report });
  return records;
}

function storeReports(message: Envelope): void {
  const reports = helloReports(message);
  if (reports !== '') createReportStore(settings.settingsStorage).addWatchReports(reports, nowMs());
}

/** Never throws: nobody knows what the platform does with an uncaught error, and the error may contain a secret. */
function wake(): void {
  try {
    openRecordStore();
  } catch {
    // The storage cannot be read. The next wake tries again.
  }
  deliver();
}

function deliver(): void {
  deliverDue ??= createDeliveries();
  deliverDue();
}

function createDeliveries(): () => void {
  const http = createHttpClient({ fetch, after: (ms, code) => void setTimeout(code, ms) });
  return createDeliveryRunner({
    storage: settings.settingsStorage,
    senders: createSenders({ http, nowMs }),
    nowMs,
    after(ms, code) {
      const timer = setTimeout(code, ms);
      return () => clearTimeout(timer);
    },
  });
}

/** A foreign message (an object, a text) becomes no bytes at all, which `unseal` refuses with a sentence. */
function requestBytes(request: unknown): Uint8Array {
  if (typeof request === 'object' && request !== null && 'byteLength' in request) {
    return new Uint8Array(request as ArrayBuffer);
  }
  return new Uint8Array(0);
}
