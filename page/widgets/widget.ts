/**
 * The platform's widgets behind one narrow type: `@zeppos/device-types` 4.0.0 refuses plain text in `setProperty`,
 * exact optional properties in `createWidget`, and does not know groups' own `createWidget`.
 */
import { createWidget } from '@zos/ui';

export interface Widget {
  setProperty(property: number, value: unknown): void;
  addEventListener(event: number, listener: () => void): void;
  /** Groups only. */
  createWidget(kind: unknown, options: object): Widget;
}

/** @param maker a group; the page where it is left out */
export function makeWidget(kind: unknown, options: object, maker?: Widget): Widget {
  if (maker !== undefined) return maker.createWidget(kind, options);
  return createWidget(kind as never, options as never) as unknown as Widget;
}
