/**
 * The lines of a script: what can be done or expected at one moment, and what was done as such a line. Knows no
 * waiting: letting time pass is the body's.
 */

import { messageOf } from '../runtime/format-value.ts';
import type { SettingsNode, Simulation, Verb } from '../types.ts';
import { findComponent, settingsTexts, widgetTexts } from '../visible-texts.ts';
import { formatVerb, parseVerb, quoteWord, splitWords } from './verb-syntax.ts';

type Expectation = (sim: Simulation, word: string, second: string | undefined) => string | undefined;

function among(wanted: string, texts: readonly string[]): string | undefined {
  if (texts.some((text) => text.includes(wanted))) return undefined;
  return `"${wanted}" is not there; there is: ${texts.length === 0 ? 'nothing' : texts.map((text) => `"${text}"`).join(', ')}`;
}

function eventTexts(sim: Simulation, type: string): string[] {
  return sim.events.filter((event) => event.type === type).map((event) => event.text);
}

function none(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join('; ');
}

function same(what: string, is: unknown, wanted: string): string | undefined {
  return String(is) === wanted ? undefined : `${what} is ${String(is)}, not ${wanted}`;
}

/** What can stand after `expect`; each gives undefined when it is so, else what is instead. */
const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  text: (sim, word) => among(word, widgetTexts(sim.watch.widgets)),
  'no-text': (sim, word) =>
    among(word, widgetTexts(sim.watch.widgets)) === undefined ? `"${word}" is there` : undefined,
  settings: (sim, word) => among(word, settingsTexts(sim.phone.settings)),
  page: (sim, word) => same('the page', sim.watch.page ?? 'none', word),
  screen: (sim, word) => same('the screen', sim.watch.screenOn ? 'on' : 'off', word),
  motor: (sim, word) => same('the motor', sim.watch.motorOn ? 'on' : 'off', word),
  pulses: (sim, word) => same('the number of pulses', sim.pulses.length, word),
  toast: (sim, word) => among(word, sim.watch.toast === null ? [] : [sim.watch.toast]),
  dialog: (sim, word) =>
    among(word, sim.watch.dialog === null ? [] : [sim.watch.dialog.title, sim.watch.dialog.body]),
  service: (sim, word) => among(word, sim.watch.servicesRunning),
  console: (sim, word) => among(word, eventTexts(sim, 'console')),
  file: (sim, word) => among(word, Array.from(sim.files.keys())),
  storage: (sim, word, value) =>
    value === undefined
      ? among(word, Array.from(sim.phone.storage.keys()))
      : same(`storage ${word}`, sim.phone.storage.get(word), value),
  breach: (sim, word) =>
    among(
      word,
      sim.breaches.map((breach) => breach.rule),
    ),
  'no-breach': (sim) => none(sim.breaches.map((breach) => `${breach.rule}: ${breach.sentence}`)),
  'no-error': (sim) => none(eventTexts(sim, 'error')),
};

function expectLine(sim: Simulation, words: readonly string[]): void {
  const [name = '', word, second] = words;
  const check = EXPECTATIONS[name];
  if (check === undefined) {
    throw new Error(`"${name}" cannot be expected. Expect: ${Object.keys(EXPECTATIONS).join(', ')}`);
  }
  if (word === undefined && !name.startsWith('no-')) throw new Error(`expect ${name} needs a word after it`);
  const wrong = check(sim, word ?? '', second);
  if (wrong !== undefined) throw new Error(wrong);
}

/** An argument as a script writes it: what reads as JSON is that value, everything else is text. */
function argOf(word: string): unknown {
  try {
    return JSON.parse(word);
  } catch {
    return word;
  }
}

function wordOf(arg: unknown): string {
  if (typeof arg === 'string' && argOf(arg) === arg) return quoteWord(arg);
  return quoteWord(JSON.stringify(arg) ?? 'null');
}

function settingVerb(settings: SettingsNode | null, words: readonly string[]): Verb {
  const [kind = '', label = '', handler = '', ...rest] = words;
  const { id } = findComponent(settings, kind, label === '' ? undefined : label);
  return { verb: 'settings-call', id, handler, args: rest.map(argOf) };
}

export interface ScriptStep {
  /** From 1, as an editor counts. */
  readonly number: number;
  readonly text: string;
  readonly words: readonly string[];
}

/** The lines that do something: empty ones and those that begin with `#` are left out. */
export function parseScript(script: string): ScriptStep[] {
  return script
    .split(/\r?\n/)
    .map((raw, index) => ({ number: index + 1, text: raw.trim(), words: splitWords(raw) }))
    .filter((line) => line.text !== '' && line.text.charAt(0) !== '#');
}

/** What went wrong, with the line in which it did. */
export function stepError(line: ScriptStep, error: unknown): Error {
  return new Error(`line ${line.number}, ${line.text}: ${messageOf(error)}`);
}

/**
 * Does what a line says, anything but `wait`.
 * @throws Error saying what is wrong with the line, or what is there instead of what it expects
 */
export function performStep(sim: Simulation, words: readonly string[]): void {
  const [first = '', ...rest] = words;
  if (first === 'expect') expectLine(sim, rest);
  else if (first === 'setting') sim.perform(settingVerb(sim.phone.settings, rest));
  else sim.perform(parseVerb(words));
}

/** Labels by which a person would name a component; what it holds at the moment is none. */
function labelsOf(node: SettingsNode): string[] {
  const own = [node.props.label, node.props.title].filter((text) => typeof text === 'string');
  return [...(own as string[]), ...settingsTexts({ ...node, props: {} })];
}

function componentWith(root: SettingsNode | null, id: number): SettingsNode | undefined {
  if (root === null || root.id === id) return root ?? undefined;
  for (const child of root.children) {
    const found = typeof child === 'string' ? undefined : componentWith(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * What is about to be done, as a line that does the same again: components of the settings page by kind and label
 * where that finds them, since their numbers change with every version of the app.
 */
export function formatStep(verb: Verb, settings: SettingsNode | null): string {
  const node = verb.verb === 'settings-call' ? componentWith(settings, verb.id) : undefined;
  if (verb.verb !== 'settings-call' || node === undefined) return formatVerb(verb);
  const label = [...labelsOf(node), ''].find((text) => isFoundBy(settings, node, text));
  if (label === undefined) return formatVerb(verb);
  return ['setting', node.kind, quoteWord(label), verb.handler, ...verb.args.map(wordOf)].join(' ');
}

function isFoundBy(root: SettingsNode | null, node: SettingsNode, label: string): boolean {
  try {
    return findComponent(root, node.kind, label === '' ? undefined : label).id === node.id;
  } catch {
    return false;
  }
}
