/** The ring's lines as entries, for the phone: reading, joining, and cutting out what must not leave a phone. */
import { addReport, type RingEntry } from './report-ring.ts';

const WORDS: readonly (readonly [letter: string, word: string])[] = [
  ['s', 'standby'],
  ['a', 'alarm'],
  ['p', 'screen'],
];

/** Keys of the phone's storage that hold rings, and what its entries' `where` begins with. */
const RINGS: readonly (readonly [key: string, device: string])[] = [
  ['ring.watch', 'watch '],
  ['ring.phone', 'phone '],
];

export const RING_KEYS: readonly string[] = RINGS.map(([key]) => key);

/** Entries of a ring's text, oldest first; lines that are no entry are left out. */
export function parseRing(text: string): readonly RingEntry[] {
  const entries: RingEntry[] = [];
  for (const line of text.split('\n')) {
    const [what = '', seconds = '', letters = ''] = line.split('\t');
    const cut = what.indexOf(': ');
    const at = Number.parseInt(seconds, 36) * 1000;
    if (cut < 1 || !(at >= 0)) continue;
    const words = WORDS.filter(([letter]) => letters.indexOf(letter) >= 0).map(([, word]) => word);
    const protection = words.length === 0 ? 'none' : words.join(', ');
    entries.push({ at, where: what.slice(0, cut), sentence: what.slice(cut + 2), protection });
  }
  return entries;
}

/**
 * `kept` with every entry of `arrived` that it lacks or has older. The same ring may arrive any number of times, and an
 * older one after a newer one.
 */
export function joinRings(kept: string, arrived: string): string {
  const newest = new Map<string, string>();
  for (const line of `${kept}\n${arrived}`.split('\n')) {
    const [entry] = parseRing(line);
    if (entry === undefined) continue;
    const what = line.slice(0, line.indexOf('\t'));
    const [before] = parseRing(newest.get(what) ?? '');
    if (before === undefined || before.at < entry.at) newest.set(what, line);
  }
  let ring = '';
  for (const line of [...newest.values()].sort(byTime)) ring = again(ring, line);
  return ring;
}

function byTime(left: string, right: string): number {
  return (parseRing(left)[0]?.at ?? 0) - (parseRing(right)[0]?.at ?? 0);
}

function again(ring: string, line: string): string {
  const [what = '', seconds = '', letters = ''] = line.split('\t');
  return addReport(ring, what, Number.parseInt(seconds, 36) * 1000, letters);
}

/** The sentence without what may be a secret: words of 16 and more letters and digits mixed, and all after a `?` in an address. */
export function withoutSecrets(sentence: string): string {
  return sentence
    .replace(/(https?:\/\/[^\s/?#]+)\S*/g, '$1')
    .replace(/\b(?=\w*\d)[\w-]{16,}/g, '(hidden)')
    .replace(/\b(?:Bearer|Basic|key|token|password)\b\s*[:=]?\s*\S+/gi, '(hidden)');
}

/** Both rings out of the phone's stored texts, oldest first: what the export lists. */
export function storedReports(
  texts: Readonly<Record<string, string | null | undefined>>,
): readonly RingEntry[] {
  return RINGS.flatMap(([key, device]) =>
    parseRing(texts[key] ?? '').map((entry) => ({ ...entry, where: device + entry.where })),
  ).sort((left, right) => left.at - right.at);
}
