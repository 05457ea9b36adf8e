/** `@zos/utils`: px, asset paths, loggers, the event bus, and the conversion between texts and bytes. */
import { Buffer } from 'buffer/index.js';
import { formatArgs } from '../runtime/format-value.ts';
import { logMethods } from '../runtime/log-methods.ts';
import type { Realm } from '../runtime/realm.ts';
import type { LengthUnits } from '../widgets/layout-length.ts';
import type { World } from '../world.ts';
import { moduleOf, type ZosContext } from './context.ts';

/** Design width when app.json names none, by the shape of the screen, px (guides/framework/device/screen-adaption.md). */
const DESIGN_WIDTH = { round: 480, square: 390, band: 194 } as const;

/** Converts a length of the design into pixels of the device: `ceil(n / designWidth * width)`. */
export function pixels(world: World, length: number): number {
  return Math.ceil((length / designWidthOf(world)) * world.device.width);
}

function designWidthOf({ app, device }: World): number {
  return app.manifest.designWidth ?? DESIGN_WIDTH[device.shape];
}

/** The sizes from which lengths of layouts are counted. */
export function lengthUnits(world: World): LengthUnits {
  const { width, height } = world.device;
  return {
    screenWidthPx: width,
    screenHeightPx: height,
    designPx: (length) => (length * width) / designWidthOf(world),
  };
}

type Listener = (...args: unknown[]) => unknown;

/** The event bus as a class, which bundles may extend. */
class EventBus {
  readonly listeners = new Map<string, Listener[]>();

  on(name: string, listener: Listener): void {
    this.listeners.set(name, (this.listeners.get(name) ?? []).concat(listener));
  }

  off(name?: string, listener?: Listener): void {
    if (name === undefined) return;
    if (listener === undefined) this.listeners.delete(name);
    else {
      const rest = (this.listeners.get(name) ?? []).filter((one) => one !== listener);
      this.listeners.set(name, rest);
    }
  }

  emit(name: string, ...args: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...args);
  }

  once(name: string, listener: Listener): void {
    const first: Listener = (...args) => {
      this.off(name, first);
      listener(...args);
    };
    this.on(name, first);
  }

  clear(): void {
    this.listeners.clear();
  }

  count(name?: string): number {
    return name === undefined ? this.listeners.size : (this.listeners.get(name) ?? []).length;
  }
}

/** A logger, which prints its tag before each line. */
export function loggerOf(realm: Realm, tag: string): Record<string, unknown> {
  return {
    name: tag,
    getLogger: (name: string) => loggerOf(realm, name),
    ...logMethods((...args) => {
      const text = formatArgs(args);
      realm.print(tag === '' ? text : `[${tag}] ${text}`);
    }),
  };
}

/** `icon.png` with the suffix `@rtl` is `icon@rtl.png`. */
function withSuffix(path: string, suffix: string): string {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? path + suffix : path.slice(0, dot) + suffix + path.slice(dot);
}

export function utilsModule(context: ZosContext): unknown {
  // A bundle may change the prototype, so each gets a class of its own.
  class OwnEventBus extends EventBus {}
  const log = loggerOf(context.realm, '');
  return moduleOf(context, '@zos/utils', {
    px: ['2.0', (length: number) => pixels(context.world, length)],
    assets: [
      '2.0',
      (base: string) => (path: string, rtl?: boolean) =>
        `${base}/${rtl === true ? withSuffix(path, '@rtl') : path}`,
    ],
    log: ['2.0', log],
    Logger: ['2.0', log],
    EventBus: ['2.0', OwnEventBus],
    stringToBuffer: ['4.0', (text: string) => new Uint8Array(Buffer.from(text, 'utf8')).buffer],
    bufferToString: ['4.0', (buffer: ArrayBuffer) => Buffer.from(buffer).toString('utf8')],
  });
}
