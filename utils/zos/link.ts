/** The link over zml's messaging. Knows zml's traps: only a Buffer keeps its bytes, a request may throw at once or never settle. */
import type { Link } from '../ports/link.ts';
import type { Report } from '../ports/report.ts';

/** The part of zml's messaging that is used. */
export interface ZmlMessaging {
  request(data: unknown, options: { readonly timeout: number }): Promise<unknown>;
  readonly transport: { connect(): void; disConnect(): void };
}

/** Above the outbox's own limit, which is the one that counts; zml's default of 60 s keeps handlers for too long. */
const ZML_LIMIT_MS = 9_000;

export function createLink(messaging: () => ZmlMessaging | null, report: Report): Link {
  return {
    request(bytes, done) {
      const zml = messaging();
      if (zml === null) {
        done(null);
        return;
      }
      try {
        zml.request(Buffer.from(bytes), { timeout: ZML_LIMIT_MS }).then(
          (answer) => done(asBytes(answer)),
          () => done(null),
        );
      } catch {
        // zml throws at once when the radio takes nothing: the same as no answer.
        done(null);
      }
    },
    reopen() {
      const zml = messaging();
      if (zml === null) return;
      try {
        // Closing sends a farewell, which throws while the link is down.
        zml.transport.disConnect();
      } catch {
        report('link', 'closing an already lost link');
      }
      try {
        zml.transport.connect();
      } catch (thrown) {
        report('link', `could not be opened anew: ${String(thrown)}`);
      }
    },
  };
}

function asBytes(answer: unknown): Uint8Array | null {
  if (answer instanceof ArrayBuffer) return new Uint8Array(answer);
  if (answer instanceof Uint8Array) return new Uint8Array(answer);
  // Bundles have realms of their own: an array from another one is known by its shape.
  if (typeof answer === 'object' && answer !== null && 'byteLength' in answer) {
    return new Uint8Array(answer as ArrayBuffer);
  }
  return null;
}
