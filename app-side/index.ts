/** The phone service's composition root: takes messages from the watch and wishes from the page, stores, sends on. */
import { BaseSideService } from '@zeppos/zml/base-side';
import { answerMessage } from '../utils/core/sync/inbox.ts';
import { isCommandKey } from '../utils/core/sync/phone-commands.ts';
import { runCommands } from './command-desk.ts';
import { createPhoneConfig } from './phone-config.ts';
import { createCarriers } from './outlets/carriers.ts';
import { createOutletRunner, type OutletRunner } from './outlets/outlet-runner.ts';
import { createWeb } from './outlets/web.ts';
import { createReports } from './reports.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';

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
      const texts = settings.settingsStorage;
      // What the page has asked for comes before what the watch says: nothing deleted may be stated as held.
      obey();
      respond(null, Buffer.from(answerMessage(requestBytes(request), store(), createPhoneConfig(texts))));
      // After the answer: an outlet never delays the sync.
      setTimeout(sendOn, 0);
    },
  }),
);

function store(): SessionStore {
  return createSessionStore(settings.settingsStorage, Math.random);
}

function obey(): void {
  const texts = settings.settingsStorage;
  runCommands({ texts, store: store(), nowMs, report: createReports(texts, nowMs) });
}

function wake(): void {
  obey();
  sendOn();
}

function sendOn(): void {
  const texts = settings.settingsStorage;
  const web = createWeb({ fetch, after: (ms, code) => void setTimeout(code, ms) });
  outlets ??= createOutletRunner({ texts, nowMs, carriers: createCarriers({ web, nowMs }) });
  outlets.run();
}

/** A stranger's message (an object, a text) becomes no bytes at all, which the inbox refuses with a sentence. */
function requestBytes(request: unknown): Uint8Array {
  if (typeof request === 'object' && request !== null && 'byteLength' in request) {
    return new Uint8Array(request as ArrayBuffer);
  }
  return new Uint8Array(0);
}
