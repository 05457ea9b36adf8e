/**
 * The address of a webhook: https only, except to the phone itself, where http leaves no device. It is parsed here because the
 * phone has no `URL`.
 */
import { fail, ok, type Result } from '../base/result.ts';

const SHAPE = /^(https?):\/\/([^/?#\s@\\]+)([/?][^\s#]*)?$/i;
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/i;
const HOST = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;
const MAX_LENGTH = 2_000;

/** The address without spaces around it, or what is wrong with it. The failure never repeats the address. */
export function parseAddress(text: string): Result<string> {
  const address = text.trim();
  const match = SHAPE.exec(address);
  const [, scheme = '', host = ''] = match ?? [];
  if (match === null || !HOST.test(host) || address.length > MAX_LENGTH) {
    return fail('must look like https://example.org/path, without a name or password in it', 'address');
  }
  const isHere = LOOPBACK.test(host.replace(/:\d{1,5}$/, ''));
  if (scheme.toLowerCase() !== 'https' && !isHere) {
    return fail('must begin with https:// (http only reaches this phone itself)', 'address');
  }
  return ok(address);
}

/** The part of an address that may be shown, since its path and query are often the secret: `https://host/…`. */
export function shownAddress(address: string): string {
  const [, scheme = '', host = '', rest = ''] = SHAPE.exec(address) ?? [];
  return `${scheme.toLowerCase()}://${host}${rest.length > 1 ? '/…' : ''}`;
}
