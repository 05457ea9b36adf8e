/** What a pair of zml ends is made of: their code, their timers and their frames. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { buildSync, transformSync } from 'esbuild';
import { repositoryRoot } from '../../tools/shared/project.ts';
import type { Clock } from '../../utils/ports/ports.ts';
import type { SessionLog } from '../../utils/run/session-log.ts';
import type { SyncRunner } from '../../utils/run/sync-runner.ts';
import type { ZmlMessaging } from '../../utils/zos/link.ts';
import type { ManualClock } from './manual-clock.ts';
import type { MemoryTexts } from './memory-texts.ts';

/** Outer header of a frame on the watch's side, then the inner one. */
export const OUTER = 16;
export const INNER = 66;
export const SHAKE = 1;
export const CLOSE = 2;
export const DATA = 4;
export const APP_ID = 27_001;
export const LATENCY_MS = 40;

export type Direction = 'there' | 'back';

/** When a frame arrives, and how it looks by then. */
export interface Delivery {
  readonly bytes: Uint8Array;
  readonly afterMs: number;
}

/** A data frame without its outer header, and which one of its direction it is, from 0. */
export type Weather = (direction: Direction, bytes: Uint8Array, count: number) => readonly Delivery[];

/** zml's messaging with what only a test asks of it. */
export interface RawMessaging extends ZmlMessaging {
  call(data: unknown): Promise<unknown>;
  connect(): void;
  disConnect(): void;
}

export interface ZmlPair {
  readonly clock: ManualClock;
  readonly sessionLog: SessionLog;
  readonly sync: SyncRunner;
  readonly messaging: RawMessaging;
  readonly texts: MemoryTexts;
  readonly lines: readonly string[];
  /** What was thrown into the radio's callbacks. */
  readonly thrown: readonly string[];
  /** What zml handed to the link, a Buffer's worth each, in order. */
  readonly answers: readonly (Uint8Array | null)[];
  /** Data frames as they were sent. */
  readonly sent: readonly { readonly direction: Direction; readonly bytes: Uint8Array }[];
  weather: Weather;
  /** The radio takes no frame, and says so. */
  refuses: boolean;
  /** Reading the phone's storage throws. */
  isStorageBroken: boolean;
  /** Lets time pass, with whatever the two have promised themselves. */
  pass(forMs: number): Promise<void>;
  /** Link down, or up again. */
  setLink(isUp: boolean): void;
  /** Brings a frame with this type and payload to the watch. */
  inject(type: number, payload: Uint8Array): void;
  appendSession(): void;
  /** Logs a session and opens the sync, as the app does. */
  finishSession(): void;
  /** The app ends without a word, and is launched; it greets unless told not to. */
  restartWatch(greets?: boolean): void;
  reopenTransport(): void;
  /** The phone's data is gone. */
  wipePhone(): void;
  /** The side service dies; the next frame starts it anew, or another one made from `code`. */
  killPhone(code?: string): void;
}

export const fine: Weather = (_, bytes) => [{ bytes, afterMs: LATENCY_MS }];

const zmlAt = createRequire(import.meta.url);
const compiled = new Map<string, string>();

function once(name: string, make: () => string): string {
  const code = compiled.get(name) ?? make();
  compiled.set(name, code);
  return code;
}

/** zml's own module of that name, as a function body that ends in `return zml`. */
export function zmlModule(name: string): string {
  return once(name, () => {
    const source = readFileSync(zmlAt.resolve(`@zeppos/zml/${name}`), 'utf8');
    return `${transformSync(source, { format: 'iife', globalName: 'zml' }).code}\nreturn zml;`;
  });
}

export const phoneService = (): string =>
  once('phone', () => {
    const { outputFiles } = buildSync({
      entryPoints: [join(repositoryRoot, 'app-side', 'index.ts')],
      bundle: true,
      format: 'iife',
      write: false,
    });
    return outputFiles[0]?.text ?? '';
  });

/** A service made by hand over zml's own side. */
export function serviceCode(options: string): string {
  return once(`service ${options}`, () => {
    const { outputFiles } = buildSync({
      stdin: {
        contents: `import { BaseSideService } from '@zeppos/zml/base-side'; AppSideService(BaseSideService(${options}));`,
        resolveDir: repositoryRoot,
      },
      bundle: true,
      format: 'iife',
      write: false,
    });
    return outputFiles[0]?.text ?? '';
  });
}

export function run(code: string, names: Readonly<Record<string, unknown>>): unknown {
  return compileFunction(code, Object.keys(names))(...Object.values(names));
}

/** zml leaves rejections that nobody hears (Z9); a watch goes on, a test run would end. */
export class DeafPromise<T> extends Promise<T> {
  constructor(executor: ConstructorParameters<typeof Promise<T>>[0]) {
    super(executor);
    this.then(undefined, () => undefined);
  }
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }
}

/** As on the watch: `off` takes all listeners of a name. */
export class EventBus {
  private readonly listeners = new Map<string, ((...given: unknown[]) => void)[]>();
  on(name: string, listener: (...given: unknown[]) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }
  off(name: string): void {
    this.listeners.delete(name);
  }
  emit(name: string, ...given: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...given);
  }
}

export const silent = { info() {}, warn() {}, error() {}, log() {}, debug() {} };
export const logger = { getLogger: () => silent };

/** Timers of one life: none runs after its end. */
export function timersOf(clock: Clock, isAlive: () => boolean, protectionAtEnd: (act: () => void) => void) {
  const cancels = new Map<number, () => void>();
  let next = 1;
  return {
    setTimeout(code: () => void, ms = 0): number {
      cancels.set(
        next,
        clock.after(ms, () => {
          if (isAlive()) protectionAtEnd(code);
        }),
      );
      return next++;
    },
    clearTimeout: (id: number): void => cancels.get(id)?.(),
  };
}

export interface Ends {
  toWatch: ((frame: ArrayBuffer) => void) | null;
  linkChanged: ((isUp: boolean) => void) | null;
  toPhone: ((payload: ArrayBuffer) => void) | null;
}

export function frameOf(type: number, port: number, payload: Uint8Array): Buffer {
  const frame = Buffer.alloc(OUTER + payload.length);
  frame.writeUInt8(1, 0);
  frame.writeUInt8(1, 1);
  frame.writeUInt16LE(type, 2);
  frame.writeUInt16LE(20, 4);
  frame.writeUInt16LE(port, 6);
  frame.writeUInt32LE(APP_ID, 8);
  frame.set(payload, OUTER);
  return frame;
}

export const own = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
