/** Bytes as base64 text (RFC 4648, padded), for a realm without btoa. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.slice(at, at + 3);
    const bits = (first << 16) | (second << 8) | third;
    const letters = [18, 12, 6, 0].map((shift) => LETTERS.charAt((bits >> shift) & 63)).join('');
    const kept = Math.min(3, bytes.length - at) + 1;
    text += letters.slice(0, kept) + '=='.slice(0, 4 - kept);
  }
  return text;
}
