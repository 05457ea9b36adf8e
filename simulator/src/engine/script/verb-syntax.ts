/** Reads and writes verbs as steps of a script: `tap 240 240`, `link lossy 0.2`, `settings-call 3 onChange "x"`. */
import { KEY_ACTIONS, KEY_NAMES, LINK_STATES, type Verb, type VerbOf } from '../types.ts';

/**
 * Reads a duration: `500ms`, `30s`, `2m`, `1h`, `1d`, or a bare number of milliseconds. It may be negative.
 * @returns milliseconds
 * @throws Error when the word is no duration
 */
export function parseDuration(word: string): number {
  const match = /^(-?\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(word);
  if (match === null) throw new Error(`"${word}" is no duration (500ms, 30s, 2m, 1h)`);
  const unit = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[match[2] ?? 'ms'] ?? 1;
  return Number(match[1]) * unit;
}

/** Splits a line into its words. A quoted word keeps its spaces. */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  const pattern = /"((?:[^"\\]|\\.)*)"|(\S+)/g;
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    words.push(match[1] === undefined ? (match[2] ?? '') : (JSON.parse(`"${match[1]}"`) as string));
  }
  return words;
}

/** A text as one word of a line, in quotes where it needs them. */
export function quoteWord(text: string): string {
  return /^[^\s"\\]+$/.test(text) ? text : JSON.stringify(text);
}

/** Writes a verb as a line that `parseVerb` reads back. */
export function formatVerb(verb: Verb): string {
  switch (verb.verb) {
    case 'launch':
      return ['launch', verb.page, verb.params === undefined ? undefined : quoteWord(verb.params)]
        .filter((word) => word !== undefined)
        .join(' ');
    case 'tap':
    case 'long-press':
      return `${verb.verb} ${verb.x} ${verb.y}`;
    case 'tap-text':
    case 'type':
      return `${verb.verb} ${verb.text === '' ? '""' : quoteWord(verb.text)}`;
    case 'time-jump':
      return `time-jump ${verb.byMs}ms${verb.announced ? ' announced' : ''}`;
    case 'timers': {
      const parts = ['timers'];
      if (verb.stallMs !== undefined) parts.push(`stall ${verb.stallMs}ms`);
      if (verb.rate !== undefined) parts.push(`rate ${verb.rate}`);
      if (verb.doubled !== undefined) parts.push(`doubled ${verb.doubled ? 'on' : 'off'}`);
      return parts.join(' ');
    }
    case 'time-set':
      return `time-set ${new Date(verb.epochMs).toISOString()}`;
    case 'settings-call':
      return `settings-call ${verb.id} ${verb.handler} ${verb.args.map((arg) => quoteWord(JSON.stringify(arg))).join(' ')}`.trim();
    case 'phone':
      return `phone ${verb.present ? 'here' : 'away'}`;
    default:
      return Object.keys(verb)
        .map((key) => (verb as unknown as Record<string, unknown>)[key])
        .filter((value) => value !== undefined)
        .map((value) => (typeof value === 'boolean' ? (value ? 'on' : 'off') : quoteWord(String(value))))
        .join(' ');
  }
}

/** Reads the words of a line one after another; each method throws when the next word does not fit. */
interface WordReader {
  /** @param what what the word should be, for the error */
  text(what: string): string;
  /** The next word, or undefined at the end of the line. */
  optional(): string | undefined;
  number(what: string): number;
  oneOf<Choice extends string>(choices: readonly Choice[]): Choice;
  onOff(): boolean;
}

function createWordReader(verb: string, words: readonly string[]): WordReader {
  let next = 0;
  const reader: WordReader = {
    text(what) {
      const word = words[next];
      if (word === undefined) throw new Error(`${verb} needs ${what}`);
      next += 1;
      return word;
    },
    optional() {
      const word = words[next];
      next += 1;
      return word;
    },
    number(what) {
      const word = reader.text(what);
      const value = Number(word);
      if (Number.isNaN(value)) throw new Error(`"${word}" is no number (${what} of ${verb})`);
      return value;
    },
    oneOf(choices) {
      const word = reader.text(choices.join(' or '));
      const choice = choices.find((one) => one === word);
      if (choice === undefined) throw new Error(`"${word}" is not one of ${choices.join(', ')} (${verb})`);
      return choice;
    },
    onOff: () => reader.oneOf(['on', 'off']) === 'on',
  };
  return reader;
}

function timersOf(read: WordReader): Verb {
  let verb: VerbOf<'timers'> = { verb: 'timers' };
  for (let word = read.optional(); word !== undefined; word = read.optional()) {
    if (word === 'stall') verb = { ...verb, stallMs: parseDuration(read.text('a duration')) };
    else if (word === 'rate') verb = { ...verb, rate: read.number('a rate') };
    else if (word === 'doubled') verb = { ...verb, doubled: read.onOff() };
    else throw new Error(`"${word}" is not one of stall, rate, doubled (timers)`);
  }
  return verb;
}

function launchOf(read: WordReader): Verb {
  const page = read.optional();
  const params = read.optional();
  const base = { verb: 'launch' as const };
  if (page === undefined) return base;
  return params === undefined ? { ...base, page } : { ...base, page, params };
}

function rateOf(read: WordReader): { rate?: number } {
  const word = read.optional();
  return word === undefined ? {} : { rate: Number(word) };
}

type Parser = (read: WordReader) => Verb;

const PARSERS: { readonly [Name in Verb['verb']]: Parser } = {
  launch: launchOf,
  tap: (read) => ({ verb: 'tap', x: read.number('x'), y: read.number('y') }),
  'tap-text': (read) => ({ verb: 'tap-text', text: read.text('a text') }),
  type: (read) => ({ verb: 'type', text: read.text('a text') }),
  'long-press': (read) => ({ verb: 'long-press', x: read.number('x'), y: read.number('y') }),
  swipe: (read) => {
    const swipe = { verb: 'swipe', direction: read.oneOf(['up', 'down', 'left', 'right']) } as const;
    const px = read.optional();
    return px === undefined ? swipe : { ...swipe, px: Number(px) };
  },
  key: (read) => ({
    verb: 'key',
    key: read.oneOf(KEY_NAMES),
    action: read.oneOf(KEY_ACTIONS),
  }),
  crown: (read) => ({ verb: 'crown', degrees: read.number('degrees') }),
  wrist: (read) => ({ verb: 'wrist', motion: read.oneOf(['lift', 'lower', 'flip']) }),
  palm: () => ({ verb: 'palm' }),
  worn: (read) => ({ verb: 'worn', state: read.oneOf(['worn', 'off', 'moving', 'unsure']) }),
  battery: (read) => ({ verb: 'battery', percent: read.number('a percentage') }),
  permission: (read) => ({ verb: 'permission', answer: read.oneOf(['allow', 'deny', 'ask-again']) }),
  mode: (read) => ({ verb: 'mode', mode: read.text('a mode'), on: read.onOff() }),
  'time-set': (read) => ({ verb: 'time-set', epochMs: Date.parse(read.text('an ISO time')) }),
  'time-jump': (read) => ({
    verb: 'time-jump',
    byMs: parseDuration(read.text('a duration')),
    announced: read.optional() === 'announced',
  }),
  'time-zone': (read) => ({ verb: 'time-zone', offsetMin: read.number('minutes east of UTC') }),
  timers: timersOf,
  screen: (read) => ({ verb: 'screen', on: read.onOff() }),
  kill: (read) => ({ verb: 'kill', what: read.oneOf(['page', 'service', 'phone']) }),
  link: (read) => ({
    verb: 'link',
    state: read.oneOf(LINK_STATES),
    ...rateOf(read),
  }),
  phone: (read) => ({ verb: 'phone', present: read.oneOf(['here', 'away']) === 'here' }),
  reboot: () => ({ verb: 'reboot' }),
  'foreign-service': (read) => ({ verb: 'foreign-service', on: read.onOff() }),
  alarms: (read) => ({ verb: 'alarms', state: read.oneOf(['fine', 'refused']) }),
  storage: (read) => ({ verb: 'storage', state: read.oneOf(['fine', 'full', 'torn', 'failing']) }),
  notification: () => ({ verb: 'notification' }),
  call: (read) => ({ verb: 'call', state: read.oneOf(['ring', 'answer', 'end']) }),
  locale: (read) => ({
    verb: 'locale',
    where: read.oneOf(['watch', 'phone']),
    locale: read.text('a locale'),
  }),
  hours: (read) => ({ verb: 'hours', format: read.oneOf(['12', '24']) === '12' ? 12 : 24 }),
  assume: (read) => ({ verb: 'assume', name: read.text('a name'), value: read.text('a value') }),
  update: () => ({ verb: 'update' }),
  'widget-focus': (read) => ({ verb: 'widget-focus', on: read.onOff() }),
  'settings-open': () => ({ verb: 'settings-open' }),
  'settings-call'(read) {
    const id = read.number('an id');
    const handler = read.text('a handler');
    const args: unknown[] = [];
    for (let word = read.optional(); word !== undefined; word = read.optional()) args.push(JSON.parse(word));
    return { verb: 'settings-call', id, handler, args };
  },
};

/** The names of all verbs. */
export const VERBS = Object.keys(PARSERS) as Verb['verb'][];

/**
 * Reads a verb from the words of a line.
 * @throws Error naming the word that is wrong
 */
export function parseVerb(words: readonly string[]): Verb {
  const name = words[0] ?? '';
  const parser = VERBS.indexOf(name as Verb['verb']) < 0 ? undefined : PARSERS[name as Verb['verb']];
  if (parser === undefined) throw new Error(`There is no verb "${name}". Verbs: ${VERBS.join(', ')}`);
  return parser(createWordReader(name, words.slice(1)));
}
