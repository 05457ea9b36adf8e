/**
 * Takes out of the event log what looks like a secret, since logs are copied into bug reports: the values of fields and settings with such
 * a name, what follows an authorization scheme, an address behind its host, and words that look like a token. A value that was taken out
 * once is taken out wherever it appears again.
 */
// cspell:ignore apikey passwort kennwort contraseña schlüssel
import { Buffer } from 'buffer/index.js';
import type { SimEvent } from './types.ts';

const HIDDEN = '(hidden)';
/** Words in the name of a field, a setting or a text input whose value is a secret. The last ones are German and Spanish. */
const SECRET_WORDS =
  /^(?:tokens?|passwords?|passwd|passphrase|pwd|secrets?|apikey|auth|authorization|credentials?|bearer|cookies?|jwt|otp|pin|passcode|passwort|kennwort|clave|contraseña)$/;
const SECRET_ENDS = /^key$|schlüssel$|密钥|密码|令牌/;
/** A field name and its text in JSON, which may stand within another JSON: then each quote has backslashes before it. */
const JSON_FIELD = /(\\*")([^"\\]{1,40})\1(\s*:\s*)\1([\s\S]*?)(?:(?<!\\)\1|$)/g;
/** The same with a number, a list or an object. */
const OTHER_FIELD = /(\\*")([^"\\]{1,40})\1\s*:\s*(?=[-\d[{])/g;
const NUMBER = /^-?\d[\d.eE+-]*/;
const LOOSE_FIELD =
  /\b([\w-]*(?:token|password|passwd|secret|api[_-]?key|authorization|credential)[\w-]*)(["']?\s*[:=]\s*)((?:(?:bearer|basic|digest|token|apikey|key) +)?[^\s"'\\,;&(]+|'[^']+')/gi;
const COOKIE = /\b((?:set-)?cookie\s*[:=]\s*)([^\s"'\\(][^"'\\\n]*)/gi;
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
/** So many characters of a longer one, or half of it, are hidden too, where it was cut off at either end. */
const MOST_TELLING = 16;
/** More secrets than any app has. */
const MOST_KNOWN = 200;

export type SecretHider = (type: SimEvent['type'], text: string) => string;

/** Returns a function that removes secrets from the text of an event. It remembers the secrets that it has removed. */
export function createSecretHider(): SecretHider {
  const known = new Set<string>();
  /** What tells of a known secret, in small letters, by its length. */
  const parts = new Map<number, Set<string>>();

  function learn(text: string): void {
    for (const value of leavesOf(text)) {
      if (value.length < SHORTEST_KNOWN || known.size >= MOST_KNOWN || value.includes(HIDDEN)) continue;
      known.add(value);
      for (const form of formsOf(value.replace(/^\w+:\/\/[^/?#]*/, ''))) learnParts(form.toLowerCase());
    }
  }

  function learnParts(form: string): void {
    if (form.length < SHORTEST_KNOWN) return;
    const length = Math.min(MOST_TELLING, Math.max(SHORTEST_KNOWN, Math.ceil(form.length / 2)));
    const ofLength = parts.get(length) ?? new Set();
    parts.set(length, ofLength);
    for (let at = 0; at + length <= form.length; at++) ofLength.add(form.slice(at, at + length));
  }

  /** The text without the parts of known secrets. */
  function hideParts(text: string): string {
    // Of a text that becomes longer in small letters, the places would not be the same.
    const small = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
    let clean = '';
    let hiddenTo = 0;
    for (let at = 0; at < text.length; at++) {
      for (const [length, ofLength] of Array.from(parts)) {
        if (!ofLength.has(small.slice(at, at + length))) continue;
        if (hiddenTo < at || hiddenTo === 0) clean += HIDDEN;
        hiddenTo = Math.max(hiddenTo, at + length);
      }
      if (at >= hiddenTo) clean += text.charAt(at);
    }
    return clean;
  }

  /** The text without numbers, lists and objects of secret fields. */
  function hideOther(text: string): string {
    let clean = '';
    let from = 0;
    for (const match of Array.from(text.matchAll(OTHER_FIELD))) {
      const at = match.index + match[0].length;
      if (match.index < from || !isSecretName(match[2] ?? '')) continue;
      const value = NUMBER.exec(text.slice(at))?.[0] ?? nested(text.slice(at));
      learn(value);
      clean += `${text.slice(from, at)}${match[1]}${HIDDEN}${match[1]}`;
      from = at + value.length;
    }
    return clean + text.slice(from);
  }

  function hideFields(text: string): string {
    return hideOther(text)
      .replace(JSON_FIELD, (all, quote: string, name: string, colon: string, value: string) => {
        if (value === '') return all;
        const isOfPair = name === 'key' && PAIR.test(text);
        if (isOfPair || !isSecretName(name)) return all.replace(value, () => hideFields(value));
        if (!SECRET_ENDS.test(name.toLowerCase()) || name.length > 3) learn(unescaped(value, quote));
        return `${quote}${name}${quote}${colon}${quote}${HIDDEN}${quote}`;
      })
      .replace(LOOSE_FIELD, (_, name: string, sign: string, value: string) => {
        learn(value.replace(/^'|'$/g, ''));
        return `${name}${sign}${HIDDEN}`;
      })
      .replace(COOKIE, (_, name: string, value: string) => {
        learn(value);
        return `${name}${HIDDEN}`;
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
    if (known.size === 0) return open;
    return hideParts([...known].reduce((rest, secret) => rest.split(secret).join(HIDDEN), open));
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

/** A list or an object at the beginning of a text, as far as it goes. */
function nested(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ('[{'.includes(text.charAt(at))) depth++;
    if (']}'.includes(text.charAt(at)) && --depth === 0) return text.slice(0, at + 1);
  }
  return text;
}

/** A secret as it may be written elsewhere. In base64, the letters of a text depend on how many others stand before it. */
function formsOf(secret: string): readonly string[] {
  const inBase64 = ['', ' ', '  '].map((before) =>
    Buffer.from(before + secret, 'utf8')
      .toString('base64')
      .slice(before === '' ? 0 : before.length + 1)
      .replace(/=+$/, ''),
  );
  return [secret, JSON.stringify(secret).slice(1, -1), percentEncoded(secret), ...inBase64];
}

function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The texts in a JSON text, or the text itself. */
function leavesOf(text: string): readonly string[] {
  const leaves = (value: unknown): readonly string[] => {
    if (typeof value === 'string' || typeof value === 'number') return [String(value)];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
  };
  try {
    return leaves(JSON.parse(text));
  } catch {
    return [text];
  }
}
