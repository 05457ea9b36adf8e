/** Foreign data with named fields, such as what JSON.parse gives for an object. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of `value`; none if it is not an object. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The data in a JSON text; undefined if it is not JSON. Never throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Whether data has the shape of an example: the same types and fields, and in a list those of the example's first entry. Where
 * the example has null, the data may have a number, a text or null.
 */
export function hasShape(data: unknown, like: unknown): boolean {
  // First what most of it is: with the lists first, a check took a sixth more work.
  if (typeof like !== 'object') return typeof data === typeof like;
  if (like === null) return data === null || typeof data === 'number' || typeof data === 'string';
  if (Array.isArray(like)) return Array.isArray(data) && data.every((one) => hasShape(one, like[0]));
  return isFields(data) && Object.keys(like).every((name) => hasShape(data[name], (like as Fields)[name]));
}
