/** The link over zml's messaging. Knows zml's traps: only a Buffer keeps its bytes, a request may throw at once or never settle. */
import type { Link } from '../ports/link.ts';
import type { Report } from '../ports/report.ts';

/** The part of zml's messaging that is used. */
export interface ZmlMessaging {
  request(data: unknown, options: { readonly timeout: number }): Promise<unknown>;
  readonly transport: { connect(): void; disConnect(): void; off(event: string): void };
}

/** Above the outbox's own limit, which is the one that counts; zml's default of 60 s keeps handlers for too long. */
const ZML_LIMIT_MS = 9_000;

/** @param messaging zml's; throws where there is none, which counts as no answer */
export function createLink(messaging: () => ZmlMessaging, report: Report): Link {
  return {
    request(bytes, done) {
      try {
        const asked = messaging().request(Buffer.from(bytes), { timeout: ZML_LIMIT_MS });
        (asked as Promise<ArrayBuffer | null | undefined>).then(
          // Bundles have realms of their own, so an array is known by its shape and not by its class.
          (answer) => done(answer?.byteLength ? new Uint8Array(answer) : null),
          () => done(null),
        );
      } catch (thrown) {
        // zml throws at once when the radio takes nothing: the same as no answer.
        report('link', String(thrown));
        done(null);
      }
    },
    reopen() {
      // Closing sends a farewell, which throws while the link is down. Where opening throws too, the next try comes again.
      for (const act of ['disConnect', 'connect'] as const) {
        try {
          const { transport } = messaging();
          // The farewell that throws would leave the listener, and opening adds one more: each message would be read twice.
          transport.off('message');
          transport[act]();
        } catch {
          // Said above.
        }
      }
    },
  };
}
