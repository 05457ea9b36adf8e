/** The probe's phone service: says who it is and since when, measures what arrives, keeps the outcome in pieces. */
import { BaseSideService } from '@zeppos/zml/base-side';

const born = Date.now();
const id = `${born}-${Math.floor(Math.random() * 1_000_000)}`;

interface Ask {
  readonly ask?: string;
  readonly part?: number;
  readonly of?: number;
  readonly piece?: string;
  readonly value?: string;
}

function answer(message: Ask): object {
  const store = settings.settingsStorage;
  const ageMs = Date.now() - born;
  switch (message.ask) {
    case 'hello':
      return { id, ageMs, kept: store.getItem('kept') ?? '' };
    case 'keep':
      store.setItem('kept', String(message.value));
      return { kept: store.getItem('kept') ?? '' };
    case 'seen':
      return { P12a: store.getItem('seen.P12a') ?? '', P12b: store.getItem('seen.P12b') ?? '' };
    case 'save':
      store.setItem(`part.${message.part}`, String(message.piece));
      if (Number(message.part) + 1 === message.of) store.setItem('parts', String(message.of));
      return { saved: store.getItem(`part.${message.part}`) === message.piece };
    case 'saved':
      return { text: joined(store) };
    default:
      return { error: `unknown: ${String(message.ask)}` };
  }
}

function joined(store: SettingsStorage): string {
  let text = '';
  for (let part = 0; part < Number(store.getItem('parts') ?? 0); part++)
    text += store.getItem(`part.${part}`) ?? '';
  return text;
}

AppSideService(
  BaseSideService({
    onInit() {},
    onRun() {},
    onDestroy() {},
    onRequest(request: Ask | ArrayBuffer, respond: (error: unknown, reply: unknown) => void) {
      if ('byteLength' in request)
        respond(null, Buffer.from(asciiBytes(JSON.stringify({ length: wholeLength(request) }))));
      else respond(null, answer(request));
    },
  }),
);

/** Length of a chunk that came as it was sent, else -1. */
function wholeLength(data: ArrayBuffer): number {
  const bytes = new Uint8Array(data);
  return bytes.every((byte) => byte === 85) ? bytes.length : -1;
}

function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
