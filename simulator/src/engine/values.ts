/** Reads values that an app passed in, whatever their type is: properties of widgets and options of API calls. */

/** Properties of a widget or options of a call, as an app passed them. */
export type Props = Readonly<Record<string, unknown>>;

/** A finite number, or the default. Numeric strings count, since the platform takes them. */
export function numberOf(value: unknown, fallback: number): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : fallback;
}

/** The value as text; `''` when it is missing. */
export function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** An object, or `{}` for anything else. */
export function recordOf(value: unknown): Props {
  return typeof value === 'object' && value !== null ? (value as Props) : {};
}

/** An array, or `[]` for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
