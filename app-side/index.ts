/** The phone service's composition root: takes messages from the watch, stores, states what is stored. */
import { BaseSideService } from '@zeppos/zml/base-side';
import { answerMessage } from '../utils/core/sync/inbox.ts';
import { createSessionStore } from './session-store.ts';

AppSideService(
  BaseSideService({
    onInit() {},
    onRun() {},
    onDestroy() {},
    /** zml hands a Buffer request over as an ArrayBuffer, and only a Buffer answer keeps its bytes. */
    onRequest(request: unknown, respond: (error: unknown, answer: unknown) => void) {
      const store = createSessionStore(settings.settingsStorage, Math.random);
      respond(null, Buffer.from(answerMessage(requestBytes(request), store)));
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
