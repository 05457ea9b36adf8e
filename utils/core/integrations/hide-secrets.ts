/**
 * Removes secrets from a text that is sent or shown: an answer to the watch, a report, a sentence on the page. An error of the
 * platform may contain the very value that it could not store.
 */
import { toBase64 } from '../base/base64.ts';
import { asciiBytes } from '../base/bytes.ts';
import { type Fields, fieldsOf, parseJson } from '../base/fields.ts';
import { toHex } from '../base/hex.ts';
import { withoutSecrets } from '../ring-entries.ts';
import { commandKey } from '../sync/phone-commands.ts';
import { INTEGRATIONS } from './integration.ts';
import { integrationKeys } from './setup.ts';

const HIDDEN = '(hidden)';
/** So many characters of a secret in a row give it away, if an error has cut it off at either end: half of it, within these bounds. */
const LEAST_TELLING = 4;
const MOST_TELLING = 8;
/** A shorter value is not a secret, and occurs in many words. */
const SHORTEST = 3;

/**
 * The text without any secret that is stored, or that waits to be stored, and without what looks like one. It makes no difference
 * whether letters are small or capital, nor what follows up to the next space or quote.
 *
 * @param read gives what is stored under a key of the phone; where it throws, nothing of the text is kept
 */
export function hideSecrets(text: string, read: (key: string) => string | null | undefined): string {
  try {
    const isSecret: boolean[] = [];
    for (const secret of secretsIn(read)) mark(inSmall(text), inSmall(secret), isSecret);
    let clean = '';
    for (let at = 0; at < text.length; at++) {
      if (!isSecret[at]) {
        clean += text.charAt(at);
        continue;
      }
      clean += HIDDEN;
      while (at + 1 < text.length && (isSecret[at + 1] || !/[\s"]/.test(text.charAt(at + 1)))) at++;
    }
    return withoutSecrets(clean);
  } catch {
    return HIDDEN;
  }
}

/** Marks each character of the text that is in a telling part of the secret. */
function mark(text: string, secret: string, isSecret: boolean[]): void {
  const half = Math.max(LEAST_TELLING, Math.ceil(secret.length / 2));
  const length = Math.min(secret.length, half, MOST_TELLING);
  for (let at = 0; at + length <= text.length; at++) {
    if (secret.indexOf(text.slice(at, at + length)) < 0) continue;
    for (let part = at; part < at + length; part++) isSecret[part] = true;
  }
}

/** In small ASCII letters. Other letters stay, because some become longer. */
function inSmall(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Every secret in each form in which it may stand in a text. */
function secretsIn(read: (key: string) => string | null | undefined): readonly string[] {
  const keys = INTEGRATIONS.flatMap((integration) => [
    integrationKeys(integration).secrets,
    commandKey({ kind: 'integration', integration }),
  ]);
  return keys
    .map((key) => read(key) ?? '')
    .flatMap((text) => [fieldsOf(parseJson(text.replace(/[^}]*$/, ''))), looseFields(text)])
    .flatMap(({ address, secret }) => [
      ...(typeof address === 'string' ? formsOf(address.replace(/^\w+:\/+[^/?#]*/, '')) : []),
      ...(typeof secret === 'string' ? formsOf(secret) : []),
    ]);
}

/** The fields of a text that may be damaged. */
function looseFields(text: string): Fields {
  const [, address = ''] = /"address":"([^"]*)/.exec(text) ?? [];
  const [, secret = ''] = /"secret":"((?:[^"\\]|\\.)*)/.exec(text) ?? [];
  return { address, secret };
}

function formsOf(secret: string): readonly string[] {
  if (secret.length < SHORTEST) return [];
  const inJson = JSON.stringify(secret).slice(1, -1);
  // In base64, the letters of a text depend on how many others stand before it.
  const inBase64 = ['', ' ', '  '].map((before) =>
    toBase64(asciiBytes(before + secret))
      .slice(before === '' ? 0 : before.length + 1)
      .replace(/=+$/, ''),
  );
  return [
    secret,
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    secret.replace(/\//g, '\\/'),
    encodeURIComponent(secret),
    toHex(asciiBytes(secret)),
    ...inBase64,
    ...inBase64.map((text) => text.replace(/\+/g, '-').replace(/\//g, '_')),
  ];
}
