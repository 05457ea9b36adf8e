/**
 * `toPixel` of strings (API_LEVEL 4.0): `"20vw".toPixel()`. Strings of bundles and of the host share one prototype, so the method exists
 * only while a bundle may run, and it is not enumerable.
 */

/** Converts a length to pixels; undefined if the text is no length. */
export type ToPixel = (length: string) => number | undefined;

/** Gives strings `toPixel` for the bundle that begins to run, or takes it away. */
export function setToPixel(convert: ToPixel | undefined): void {
  if (convert === undefined) {
    Reflect.deleteProperty(String.prototype, 'toPixel');
    return;
  }
  Object.defineProperty(String.prototype, 'toPixel', {
    configurable: true,
    writable: true,
    value: function toPixel(this: string) {
      return convert(String(this));
    },
  });
}
