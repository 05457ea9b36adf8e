/** A surface that records what is drawn on it, for tests without a browser. Every character is half as wide as its font size. */

import type { DrawContext, Surface } from '../../src/draw/surface.ts';

export interface Recorded {
  readonly surface: Surface;
  /** Calls in order: name and arguments. */
  readonly calls: { readonly name: string; readonly args: readonly unknown[] }[];
  /** Arguments of every call of one name. */
  of(name: string): (readonly unknown[])[];
  /** Values that were set, by property, in order. */
  readonly set: Map<string, unknown[]>;
}

const CHARACTER_SHARE = 0.5;

export function recordingSurface(): Recorded {
  const calls: { name: string; args: readonly unknown[] }[] = [];
  const set = new Map<string, unknown[]>();
  const values: Record<string, unknown> = { font: '400 20px x', globalAlpha: 1, textAlign: 'left' };
  const sizePx = (): number => Number(/(\d+(?:\.\d+)?)px/.exec(String(values.font))?.[1] ?? 0);
  const surface = new Proxy(values, {
    get: (target, name: string) => {
      if (name === 'measureText') {
        return (text: string) => ({ width: Array.from(text).length * sizePx() * CHARACTER_SHARE });
      }
      if (name in target) return target[name];
      return (...args: unknown[]) => {
        calls.push({ name, args });
        return { addColorStop: () => undefined };
      };
    },
    set: (target, name: string, value) => {
      target[name] = value;
      set.set(name, [...(set.get(name) ?? []), value]);
      return true;
    },
  });
  return {
    surface: surface as unknown as Surface,
    calls,
    of: (name) => calls.filter((call) => call.name === name).map((call) => call.args),
    set,
  };
}

/** What drawing code gets besides the surface: no pictures, and no finger unless one is given. */
export function contextFor(recorded: Recorded, finger: DrawContext['finger'] = null): DrawContext {
  return {
    surface: recorded.surface,
    picture: () => undefined,
    finger,
    glass: { widthPx: 480, heightPx: 480 },
    swiperStep: { x: 0, y: 0 },
  };
}
