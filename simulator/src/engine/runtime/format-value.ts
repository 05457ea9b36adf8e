/** Formats any value on one line, the same way in every JavaScript engine. */

const MAX_LENGTH = 2000;

function isErrorLike(value: object): value is { name: string; message: string } {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}

/** The message of an error; the text of anything else that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** An error with its name (`TypeError: x is not a function`), or the text of anything else that was thrown. */
export function errorText(error: unknown): string {
  if (typeof error === 'object' && error !== null && isErrorLike(error))
    return `${error.name}: ${error.message}`;
  return showText(error);
}

/** The value as a console prints it, cut after 2,000 characters. */
function showText(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, MAX_LENGTH);
  if (typeof value === 'function') return '[function]';
  if (typeof value === 'symbol') return '[symbol]';
  if (typeof value !== 'object' || value === null) return String(value);
  if (isErrorLike(value)) return `${value.name}: ${value.message}`;
  if (value instanceof ArrayBuffer) return `[ArrayBuffer ${value.byteLength}]`;
  if (ArrayBuffer.isView(value)) return `[bytes ${value.byteLength}]`;
  try {
    const json = JSON.stringify(value);
    return json === undefined ? '[object]' : json.slice(0, MAX_LENGTH);
  } catch {
    return '[object]';
  }
}

/** Console arguments on one line. A `%s %d %i %j %o %f` in the first argument takes the next argument. */
export function formatArgs(args: readonly unknown[]): string {
  const rest = args.slice();
  let head = '';
  if (typeof rest[0] === 'string' && rest.length > 1) {
    const format = rest.shift() as string;
    head = format.replace(/%[sdijof%]/g, (mark) => {
      if (mark === '%%') return '%';
      return rest.length === 0 ? mark : showText(rest.shift());
    });
    return [head, ...rest.map(showText)].join(' ');
  }
  return rest.map(showText).join(' ');
}
