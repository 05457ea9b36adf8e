/**
 * Removes secrets from a text that is sent or shown: an answer to the watch, a report, a sentence on the page. An error of the
 * platform may contain the very value that it could not store.
 */
import { toBase64 } from '../base/base64.ts';
import { asciiBytes } from '../base/bytes.ts';
import { type Fields, fieldsOf, parseJson } from '../base/fields.ts';
import { withoutSecrets } from '../ring-entries.ts';
import { commandKey } from '../sync/phone-commands.ts';
import { INTEGRATIONS } from './integration.ts';
import { integrationKeys } from './setup.ts';

const HIDDEN = '(hidden)';
/** This many characters of a secret give it away, if an error has cut off the rest. */
const TELLING = 8;
/** A shorter value is not a secret, and occurs in many words. */
const SHORTEST = 3;

/**
 * The text without any secret that is stored, or that waits to be stored, and without what looks like one.
 *
 * @param read gives what is stored under a key of the phone; where it throws, nothing of the text is kept
 */
export function hideSecrets(text: string, read: (key: string) => string | null | undefined): string {
  try {
    const clean = secretsIn(read).reduce(
      (rest, secret) => rest.replace(new RegExp(`${escaped(secret.slice(0, TELLING))}[^\\s"]*`, 'g'), HIDDEN),
      text,
    );
    return withoutSecrets(clean);
  } catch {
    return HIDDEN;
  }
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
      ...(typeof address === 'string' ? [address.replace(/^\w+:\/+[^/?#]*/, '')] : []),
      ...(typeof secret === 'string' ? formsOf(secret) : []),
    ])
    .filter((secret) => secret.length >= SHORTEST);
}

/** The fields of a text that may be damaged. */
function looseFields(text: string): Fields {
  const [, address = ''] = /"address":"([^"]*)/.exec(text) ?? [];
  const [, secret = ''] = /"secret":"((?:[^"\\]|\\.)*)/.exec(text) ?? [];
  return { address, secret };
}

function formsOf(secret: string): readonly string[] {
  const basic = toBase64(asciiBytes(`API_KEY:${secret}`));
  // The first characters of the base64 text are those of its user name.
  const ownPart = basic.slice('QVBJX0tFWT'.length);
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), ownPart];
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
