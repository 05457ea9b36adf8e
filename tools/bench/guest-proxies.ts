/** What stands for the parts of the platform that the machine does not know. */
export const anything: unknown = new Proxy(class {}, {
  get(_target, key) {
    if (key === Symbol.unscopables || key === 'then') return undefined;
    if (key === Symbol.toPrimitive) return () => 0;
    if (key === Symbol.iterator) return () => [][Symbol.iterator]();
    return anything;
  },
  set: () => true,
  apply: () => anything,
  construct: () => anything as object,
});

/** An object with `known` members, and `anything` for every other. */
export function open(known: Readonly<Record<string, unknown>>): unknown {
  return new Proxy(known, { get: (target, key) => (key in target ? target[key as string] : anything) });
}
