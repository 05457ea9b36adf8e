/**
 * The address of a webhook: https only, except to the phone itself, where http leaves no device. It is parsed here because the
 * phone has no `URL`.
 */
import { oddCharacter, pastedWord } from '../base/pasted.ts';
import { type Checked, refuse } from '../text/fault.ts';

const SHAPE = /^(https?):\/\/([^/?#\s@\\]+)((?:\/[^\s#?\\]*)?(?:\?[^\s#]*)?)$/i;
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/i;
const HOST = /^([a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::(\d*))?$/i;
/** A host whose last part is a number is an IPv4 address, and a browser writes it with four numbers, whatever stands there. */
const NUMERIC = /(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$/i;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const MAX_LENGTH = 2_000;
const LAST_PORT = 65_535;

/** The address in a pasted text, or what is wrong with it. The fault never repeats more than one character of it. */
export function parseAddress(text: string): Checked<string> {
  const address = pastedWord(text);
  const odd = oddCharacter(address);
  if (odd !== null) return refuse('fault.address.character', odd.at, odd.shown);
  if (address.length > MAX_LENGTH) return refuse('fault.long', MAX_LENGTH);
  const [, scheme = '', place = ''] = SHAPE.exec(address) ?? [];
  const [whole, name = '', port] = HOST.exec(place) ?? [];
  if (whole === undefined || (NUMERIC.test(name) && !IPV4.test(name))) return refuse('fault.address.shape');
  if (port !== undefined && !(Number(port) >= 1 && Number(port) <= LAST_PORT)) {
    return refuse('fault.address.port', LAST_PORT);
  }
  if (scheme.toLowerCase() !== 'https' && !LOOPBACK.test(name)) return refuse('fault.address.https');
  return { ok: true, value: address };
}

/** The part of an address that may be shown, since its path and query are often the secret: `https://host/…`. */
export function shownAddress(address: string): string {
  const [, scheme = '', host = '', rest = ''] = SHAPE.exec(address) ?? [];
  return `${scheme.toLowerCase()}://${host}${rest.length > 1 ? '/…' : ''}`;
}

/**
 * Whether an answer came from where the request went. A browser writes an address in a form of its own, so that letters of the
 * host, the usual port, an empty path, dots in the path and percent signs make no difference.
 * @param answeredBy the address that the answer names; empty if it names none
 */
export function isSameAddress(asked: string, answeredBy: string): boolean {
  return answeredBy === '' || normalAddress(asked) === normalAddress(answeredBy);
}

function normalAddress(address: string): string {
  const [, scheme = '', host = '', rest = ''] = SHAPE.exec(address.replace(/#.*$/, '')) ?? [];
  if (scheme === '') return address;
  const usual = scheme.toLowerCase() === 'https' ? /:0*443$/ : /:0*80$/;
  const [path = '', ...query] = rest.split('?');
  const place = `${scheme}://${host.replace(usual, '')}`.toLowerCase() + withoutDots(path);
  return unescaped([place, ...query].join('?'));
}

/** A path as a browser asks for it: from `/a/./b/../c` it asks for `/a/c`. */
function withoutDots(path: string): string {
  const kept: string[] = [];
  const parts = path.split('/').slice(1);
  parts.forEach((part, at) => {
    const plain = part.replace(/%2e/gi, '.');
    const isDots = plain === '.' || plain === '..';
    if (plain === '..') kept.pop();
    if (!isDots) kept.push(part);
    else if (at === parts.length - 1) kept.push('');
  });
  return `/${kept.join('/')}`;
}

function unescaped(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
