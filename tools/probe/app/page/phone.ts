/** Questions to the phone over zml's messaging, with a time limit of their own: zml's requests may throw or never settle. */
import type { Progress } from '../core/progress.ts';
import type { Reply } from './stage.ts';

const LIMIT_MS = 10_000;
/** A piece of a long text: every frame stays far below the radio's limit, which is itself in question. */
const PIECE = 1_200;

interface Messaging {
  request(data: unknown, options: { readonly timeout: number }): Promise<unknown>;
}

/** What the app keeps for its pages as long as it lives. */
interface Shared {
  readonly messaging: Messaging;
  readonly launchedBy: string;
  /** The newest progress: a page may find an older one on the disk. */
  progress?: Progress;
  /** What the second page has read of the first one's file. */
  readBySecond?: { readonly reads: number; readonly isNew: boolean };
}

export function shared(): Shared {
  return getApp()._options.globalData as Shared;
}

export function askPhone(message: object, then: (reply: Reply | null) => void): void {
  let isOpen = true;
  const end = (reply: unknown): void => {
    if (!isOpen) return;
    isOpen = false;
    then(typeof reply === 'object' && reply !== null ? (reply as Reply) : null);
  };
  setTimeout(() => end(null), LIMIT_MS);
  try {
    shared()
      .messaging.request(message, { timeout: LIMIT_MS })
      .then(end, () => end(null));
  } catch {
    end(null);
  }
}

/** Sends `text` piece by piece; the phone joins them. */
export function sendText(text: string, then: (arrived: boolean) => void): void {
  const of = Math.ceil(text.length / PIECE);
  const sendFrom = (part: number): void => {
    if (part === of) {
      then(true);
      return;
    }
    askPhone({ ask: 'save', part, of, piece: text.slice(part * PIECE, (part + 1) * PIECE) }, (reply) => {
      if (reply?.saved === true) sendFrom(part + 1);
      else then(false);
    });
  };
  sendFrom(0);
}
