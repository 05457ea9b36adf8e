/** The link to the phone, on zml's messaging. In zml, only a Buffer keeps its bytes, and a request may throw at once or never settle. */
import type { Link, Report } from '../ports/ports.ts';

/** The part of zml's messaging that this app uses. */
export interface ZmlMessaging {
  request(data: unknown, options: { readonly timeout: number }): Promise<unknown>;
  readonly transport: { connect(): void; disConnect(): void; off(event: string): void };
}

/** zml gives up a request after this time, ms. The outbox gives up sooner; zml's default of 60 s would keep handlers for too long. */
const ZML_LIMIT_MS = 9_000;

/** @param messaging returns zml's messaging, or throws if there is none, which counts as no answer */
export function createLink(messaging: () => ZmlMessaging, report: Report): Link {
  return {
    request(bytes, done) {
      try {
        const asked = messaging().request(Buffer.from(bytes), { timeout: ZML_LIMIT_MS });
        (asked as Promise<ArrayBuffer | null | undefined>).then(
          // Each bundle has its own realm, so an array is recognized by its shape and not by its class.
          (answer) => done(answer?.byteLength ? new Uint8Array(answer) : null),
          () => done(null),
        );
      } catch (thrown) {
        // If the radio accepts nothing, zml throws at once. That counts as no answer.
        report('link', String(thrown));
        done(null);
      }
    },
    reopen() {
      // Closing sends a last message, which throws while the connection is down. If opening throws too, the next retry opens again.
      for (const act of ['disConnect', 'connect'] as const) {
        try {
          const { transport } = messaging();
          // If closing throws, the old listener stays, and opening adds another: each message would be read twice.
          transport.off('message');
          transport[act]();
        } catch {
          // Ignored: the next retry opens the link again.
        }
      }
    },
  };
}
