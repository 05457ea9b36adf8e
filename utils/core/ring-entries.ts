/** The lines of report rings as entries, for the phone, which reads and joins rings and removes what must not leave it. */
import { addReport, type RingEntry, ringLines } from './report-ring.ts';
import { isPossibleStart } from './schedule/possible-start.ts';

/** The meaning of each letter of a line, in the words of the export. */
const PROTECTIONS: readonly (readonly [letter: string, word: string])[] = [
  ['s', 'standby'],
  ['a', 'alarm'],
  ['p', 'screen'],
];

/** Keys of the phone's storage that hold rings, and what the `where` of their entries begins with. */
const RINGS: readonly (readonly [key: string, device: string])[] = [
  ['ring.watch', 'watch '],
  ['ring.phone', 'phone '],
];

export const RING_KEYS: readonly string[] = RINGS.map(([key]) => key);

/** The parts of a line as it is stored. */
interface RingLine {
  /** `where: sentence` */
  readonly what: string;
  readonly atMs: number;
  readonly letters: string;
}

/** The entries of a ring, oldest first. A line that is not an entry is left out. */
export function parseRing(text: string): readonly RingEntry[] {
  return linesOf(text).map(({ what, atMs, letters }) => {
    const colon = what.indexOf(': ');
    const words = PROTECTIONS.filter(([letter]) => letters.indexOf(letter) >= 0).map(([, word]) => word);
    const protection = words.length === 0 ? 'none' : words.join(', ');
    return { at: atMs, where: what.slice(0, colon), sentence: what.slice(colon + 2), protection };
  });
}

/**
 * The stored ring with every entry of the arrived one that it lacks or has older. The same ring may arrive any number of
 * times, and an older one after a newer one.
 *
 * @param nowMs by the phone's clock: what a wrong clock has dated is the oldest, so that it leaves when there is no more room
 */
export function joinRings(stored: string, arrived: string, nowMs: number): string {
  const orderOf = ({ atMs }: RingLine): number => (isPossibleStart(atMs, nowMs) ? atMs : 0);
  const newest = new Map<string, RingLine>();
  for (const line of linesOf(`${stored}\n${arrived}`)) {
    const before = newest.get(line.what);
    if (before === undefined || orderOf(before) < orderOf(line)) newest.set(line.what, line);
  }
  return [...newest.values()]
    .sort((left, right) => orderOf(left) - orderOf(right))
    .reduce((ring, { what, atMs, letters }) => addReport(ring, what, atMs, letters), '');
}

/**
 * The sentence without what may be a secret: user, path and query of an address, words of 16 and more characters with a digit in
 * them, and whatever follows "key", "token", "password", "secret", "Bearer" or "Basic".
 */
export function withoutSecrets(sentence: string): string {
  return sentence
    .replace(/(https?:\/\/)(?:[^\s/?#]*@)?([^\s/?#]+)\S*/gi, '$1$2')
    .replace(/\b(?=[\w-]*\d)[\w-]{16,}/g, '(hidden)')
    .replace(/\b(?:Bearer|Basic|(?:\w+[_-])?(?:key|token|password|secret))\b\s*[:=]?\s*\S+/gi, '(hidden)');
}

/** The entries of both rings in the phone's storage, oldest first: what the export lists. */
export function storedReports(
  texts: Readonly<Record<string, string | null | undefined>>,
): readonly RingEntry[] {
  return RINGS.flatMap(([key, device]) =>
    parseRing(texts[key] ?? '').map((entry) => ({ ...entry, where: device + entry.where })),
  ).sort((left, right) => left.at - right.at);
}

function linesOf(ring: string): readonly RingLine[] {
  return ringLines(ring)
    .map((line) => {
      const [what = '', seconds = '', letters = ''] = line.split('\t');
      return { what, atMs: Number.parseInt(seconds, 36) * 1000, letters };
    })
    .filter(({ what, atMs }) => what.indexOf(': ') >= 1 && atMs >= 0);
}
