/**
 * Takes out of the event log what looks like a secret, since logs are copied into bug reports: the values of fields and settings with such
 * a name, what follows an authorization scheme, an address behind its host, and words that look like a token. A value that was taken out
 * once is taken out wherever it appears again.
 */
// cspell:ignore apikey passwort kennwort contraseña schlüssel
import type { SimEvent } from './types.ts';

const HIDDEN = '(hidden)';
/** Words in the name of a field, a setting or a text input whose value is a secret. The last ones are German and Spanish. */
const SECRET_WORDS =
  /^(?:tokens?|passwords?|passwd|passphrase|pwd|secrets?|apikey|auth|authorization|credentials?|bearer|passwort|kennwort|clave|contraseña)$/;
const SECRET_ENDS = /^key$|schlüssel$|密钥|密码|令牌/;
/** A field name and its text in JSON, which may stand within another JSON: then each quote has backslashes before it. */
const JSON_FIELD = /(\\*")([^"\\]{1,40})\1(\s*:\s*)\1([\s\S]*?)(?:(?<!\\)\1|$)/g;
const LOOSE_FIELD =
  /\b([\w-]*(?:token|password|passwd|secret|api[_-]?key|authorization|credential)[\w-]*)(\s*[:=]\s*)((?:bearer |basic )?[^\s"'\\,;&(]+)/gi;
const SCHEME = /\b(bearer|basic|digest) +([^\s"'\\,;(]+)/gi;
const ADDRESS = /\b((?:https?|wss?|ftp):\/\/)([^\s"'\\/?#@]*@)?([^\s"'\\/?#]*)([^\s"'\\]*)/gi;
/** A JSON web token, or a long word with letters of both cases and digits. */
const TOKEN_LIKE = /\beyJ[\w-]+\.[\w.-]+|\b(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{20,}/g;
/** Beside a field `value`, the field `key` holds a name and no secret. */
const PAIR = /value\\*"\s*:/i;
const SETTING = /^(\S+) = ([\s\S]+)$/;
const SETTING_STEP = /^(setting \S+ (?:"((?:[^"\\]|\\.)*)"|(\S+)) \S+) ([\s\S]+)$/;
/** The length from which on a hidden value is hidden everywhere; a shorter one may be a part of many words. */
const SHORTEST_KNOWN = 6;
/** More secrets than any app has. */
const MOST_KNOWN = 200;

export type SecretHider = (type: SimEvent['type'], text: string) => string;

/** Returns a function that removes secrets from the text of an event. It remembers the secrets that it has removed. */
export function createSecretHider(): SecretHider {
  const known = new Set<string>();

  function learn(text: string): void {
    for (const value of leavesOf(text)) {
      if (value.length >= SHORTEST_KNOWN && known.size < MOST_KNOWN && !value.includes(HIDDEN))
        known.add(value);
    }
  }

  function hideFields(text: string): string {
    return text
      .replace(JSON_FIELD, (all, quote: string, name: string, colon: string, value: string) => {
        if (value === '') return all;
        const isOfPair = name === 'key' && PAIR.test(text);
        if (isOfPair || !isSecretName(name)) return all.replace(value, () => hideFields(value));
        if (!SECRET_ENDS.test(name.toLowerCase()) || name.length > 3) learn(unescaped(value, quote));
        return `${quote}${name}${quote}${colon}${quote}${HIDDEN}${quote}`;
      })
      .replace(LOOSE_FIELD, (_, name: string, sign: string, value: string) => {
        learn(value);
        return `${name}${sign}${HIDDEN}`;
      });
  }

  function hideNamed(type: SimEvent['type'], text: string): string {
    const [, key = '', value = ''] = (type === 'setting' && SETTING.exec(text)) || [];
    if (isSecretName(key)) {
      learn(value);
      return `${key} = ${HIDDEN}`;
    }
    const [, step = '', quoted, bare, typed = ''] = (type === 'verb' && SETTING_STEP.exec(text)) || [];
    if (!isSecretName(quoted ?? bare ?? '')) return text;
    learn(typed);
    return `${step} "${HIDDEN}"`;
  }

  return (type, text) => {
    const open = hideFields(hideNamed(type, text))
      .replace(SCHEME, (_, scheme: string) => `${scheme} ${HIDDEN}`)
      .replace(ADDRESS, (_, scheme: string, user: string | undefined, host: string, rest: string) => {
        const place = `${scheme}${user === undefined ? '' : `${HIDDEN}@`}${host}`;
        return rest.length > 1 ? `${place}/${HIDDEN}` : `${place}${rest}`;
      })
      .replace(TOKEN_LIKE, HIDDEN);
    return [...known].reduce((rest, secret) => rest.split(secret).join(HIDDEN), open);
  };
}

/** Whether a name says that its value is a secret: `secret.webhook`, `apiKey`, `API key`, `access_token`. */
function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s._:/-]+/)
    .filter((word) => word !== '');
  return words.some((word) => SECRET_WORDS.test(word)) || SECRET_ENDS.test(words[words.length - 1] ?? '');
}

/** The text as it was before it became part of a JSON text, in which a quote is written like `quote`. */
function unescaped(value: string, quote: string): string {
  let text = value;
  for (let depth = Math.log2(quote.length) + 1; depth >= 1; depth--) {
    try {
      text = JSON.parse(`"${text}"`);
    } catch {
      return text;
    }
  }
  return text;
}

/** The texts in a JSON text, or the text itself. */
function leavesOf(text: string): readonly string[] {
  const leaves = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
  };
  try {
    return leaves(JSON.parse(text));
  } catch {
    return [text];
  }
}
