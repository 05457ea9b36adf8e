/** Base64 (RFC 4648, padded): the phone's service has no `btoa`. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.slice(at, at + 3);
    const bits = (first << 16) | (second << 8) | third;
    const letters = [18, 12, 6, 0].map((shift) => LETTERS.charAt((bits >> shift) & 63)).join('');
    // Three bytes give four letters; one or two bytes at the end give two or three, and the rest is padding.
    const count = Math.min(3, bytes.length - at) + 1;
    text += letters.slice(0, count) + '=='.slice(0, 4 - count);
  }
  return text;
}
