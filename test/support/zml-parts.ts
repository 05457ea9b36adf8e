/** The parts of a pair of zml ends: their code, their timers and their frames. */
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

/** When a frame arrives, and what it has become by then. */
export interface Delivery {
  readonly bytes: Uint8Array;
  readonly afterMs: number;
}

/** A data frame without its outer header, and its number within its direction, from 0. */
export type Weather = (direction: Direction, bytes: Uint8Array, count: number) => readonly Delivery[];

/** zml's messaging, with functions that only tests need. */
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
  /** The errors that the radio's callbacks threw. */
  readonly thrown: readonly string[];
  /** The content of each Buffer that zml handed to the link, in order. */
  readonly answers: readonly (Uint8Array | null)[];
  /** Data frames as they were sent. */
  readonly sent: readonly { readonly direction: Direction; readonly bytes: Uint8Array }[];
  weather: Weather;
  /** The radio refuses every frame, and says so. */
  refuses: boolean;
  /** Reads of the phone's storage throw. */
  isStorageBroken: boolean;
  /** Lets time pass, with the timers and promises of both ends. */
  pass(forMs: number): Promise<void>;
  /** Takes the link down, or brings it up again. */
  setLink(isUp: boolean): void;
  /** Delivers a frame with this type and payload to the watch. */
  inject(type: number, payload: Uint8Array): void;
  appendSession(): void;
  /** Logs a session and opens the sync, as the app does. */
  finishSession(): void;
  /** Ends the app without notice and launches it again. It greets unless told not to. */
  restartWatch(greets?: boolean): void;
  reopenTransport(): void;
  /** Deletes the phone's data. */
  wipePhone(): void;
  /** Ends the side service. The next frame starts it anew, or starts another one that is made from `code`. */
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

/** A hand-written service on top of zml's own side service. */
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

/** zml leaves unhandled rejections (Z9). A watch ignores them, but they would end a test run. */
export class DeafPromise<T> extends Promise<T> {
  constructor(executor: ConstructorParameters<typeof Promise<T>>[0]) {
    super(executor);
    this.then(undefined, () => undefined);
  }
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }
}

/** As on the watch, `off` removes all listeners of a name. */
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

/** The timers of one life, none of which runs after its end. */
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
