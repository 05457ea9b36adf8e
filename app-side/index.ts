/** The phone service's composition root: takes messages from the watch, stores, states what is stored. */
import { BaseSideService } from '@zeppos/zml/base-side';
import { answerMessage } from '../utils/core/sync/inbox.ts';
import { runCommands } from './commands.ts';
import { createSessionStore } from './session-store.ts';

/** What the page has posted comes before what the watch says: nothing deleted may be stated as held. */
function openStore() {
  const store = createSessionStore(settings.settingsStorage, Math.random);
  for (const fault of runCommands(settings.settingsStorage, store, null)) console.log(`[iliacus] ${fault}`);
  return store;
}

AppSideService(
  BaseSideService({
    onInit() {
      openStore();
    },
    onRun() {},
    onDestroy() {},
    /** Own writes come here too, and post no command. */
    onSettingsChange() {
      openStore();
    },
    /** zml hands a Buffer request over as an ArrayBuffer, and only a Buffer answer keeps its bytes. */
    onRequest(request: unknown, respond: (error: unknown, answer: unknown) => void) {
      respond(null, Buffer.from(answerMessage(requestBytes(request), openStore())));
    },
  }),
);

/** A stranger's message (an object, a text) becomes no bytes at all, which the inbox refuses with a sentence. */
function requestBytes(request: unknown): Uint8Array {
  if (typeof request === 'object' && request !== null && 'byteLength' in request) {
    return new Uint8Array(request as ArrayBuffer);
  }
  return new Uint8Array(0);
}
