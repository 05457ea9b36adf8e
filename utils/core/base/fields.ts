/** Foreign data with named fields, such as what JSON.parse gives for an object. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of `value`; none where it is not an object. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}
