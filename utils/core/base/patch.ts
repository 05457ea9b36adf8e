/**
 * A copy of `whole` with the fields of `part`. What object spread does, as one short call: spread costs each watch
 * bundle twice as many bytes at every use.
 */
export function patch<T extends object, P extends Partial<T>>(whole: T, part: P): T & P {
  return Object.assign({}, whole, part);
}
