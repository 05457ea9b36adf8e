/**
 * `toPixel` of strings (API_LEVEL 4.0): `"20vw".toPixel()`. Texts of bundles share one prototype with those of the host, so the
 * method is there only while a bundle may run, and cannot be listed.
 */

/** Converts a length to pixels; undefined for what is none. */
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
