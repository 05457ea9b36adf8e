/** The address of a webhook: https only, but for the phone itself, where http never leaves it. Parsed by hand: the phone has no URL. */
import { fail, ok, type Result } from '../base/result.ts';

const SHAPE = /^(https?):\/\/([^/?#\s@\\]+)([/?][^\s#]*)?$/i;
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/i;
const HOST = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;
const MOST_LETTERS = 2_000;

/** The address as it is to be called; a failure says what is wrong and never repeats the address. */
export function parseAddress(text: string): Result<string> {
  const address = text.trim();
  const match = SHAPE.exec(address);
  const [, scheme = '', host = ''] = match ?? [];
  if (match === null || !HOST.test(host) || address.length > MOST_LETTERS) {
    return fail('must look like https://example.org/path, without a name or password in it', 'address');
  }
  const isHere = LOOPBACK.test(host.replace(/:\d{1,5}$/, ''));
  if (scheme.toLowerCase() !== 'https' && !isHere) {
    return fail('must begin with https:// (http only reaches this phone itself)', 'address');
  }
  return ok(address);
}

/** What of an address may be shown: its path and query are often the secret. */
export function shownAddress(address: string): string {
  const [, scheme = '', host = '', rest = ''] = SHAPE.exec(address) ?? [];
  return `${scheme.toLowerCase()}://${host}${rest.length > 1 ? '/…' : ''}`;
}
