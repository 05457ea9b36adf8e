/**
 * The steps of a script: performs a step, checks an expectation, and writes a verb as a step that does the same again. A step
 * is one line. `wait` is left to the hosts, since they let time pass.
 */
import { messageOf } from '../runtime/format-value.ts';
import type { Breach, SettingsNode, Simulation, Verb } from '../types.ts';
import { findComponent, settingsTexts, widgetTexts } from '../visible-texts.ts';
import { formatVerb, parseVerb, quoteWord, splitWords } from './verb-syntax.ts';

type Expectation = (sim: Simulation, word: string, second: string | undefined) => string | undefined;

/** Undefined if one of the texts contains the wanted one, else the texts that there are. */
function missingFrom(wanted: string, texts: readonly string[]): string | undefined {
  if (texts.some((text) => text.includes(wanted))) return undefined;
  return `"${wanted}" is not there; there is: ${texts.length === 0 ? 'nothing' : texts.map((text) => `"${text}"`).join(', ')}`;
}

function eventTexts(sim: Simulation, type: string): string[] {
  return sim.events.filter((event) => event.type === type).map((event) => event.text);
}

/** Undefined when there are no texts, else the texts. */
function listedUnlessEmpty(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join('; ');
}

/** Undefined if a value reads as wanted, else the value. */
function difference(what: string, value: unknown, wanted: string): string | undefined {
  return String(value) === wanted ? undefined : `${what} is ${String(value)}, not ${wanted}`;
}

/** What can follow `expect`. Each returns undefined when it holds, else a sentence about what there is. */
const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  text: (sim, word) => missingFrom(word, widgetTexts(sim.watch.widgets)),
  'no-text': (sim, word) =>
    missingFrom(word, widgetTexts(sim.watch.widgets)) === undefined ? `"${word}" is there` : undefined,
  settings: (sim, word) => missingFrom(word, settingsTexts(sim.phone.settings)),
  page: (sim, word) => difference('the page', sim.watch.page ?? 'none', word),
  screen: (sim, word) => difference('the screen', sim.watch.screenOn ? 'on' : 'off', word),
  motor: (sim, word) => difference('the motor', sim.watch.motorOn ? 'on' : 'off', word),
  pulses: (sim, word) => difference('the number of pulses', sim.pulses.length, word),
  toast: (sim, word) => missingFrom(word, sim.watch.toast === null ? [] : [sim.watch.toast]),
  dialog: (sim, word) =>
    missingFrom(word, sim.watch.dialog === null ? [] : [sim.watch.dialog.title, sim.watch.dialog.body]),
  service: (sim, word) => missingFrom(word, sim.watch.servicesRunning),
  console: (sim, word) => missingFrom(word, eventTexts(sim, 'console')),
  file: (sim, word) => missingFrom(word, Array.from(sim.files.keys())),
  storage: (sim, word, value) =>
    value === undefined
      ? missingFrom(word, Array.from(sim.phone.storage.keys()))
      : difference(`storage ${word}`, sim.phone.storage.get(word), value),
  breach: (sim, word) =>
    missingFrom(
      word,
      sim.breaches.map((breach) => breach.rule),
    ),
  'no-breach': (sim) => listedUnlessEmpty(breachesOf(sim, 'error')),
  'no-warning': (sim) => listedUnlessEmpty(breachesOf(sim, 'warning')),
  'no-error': (sim) => listedUnlessEmpty(eventTexts(sim, 'error')),
};

/** The broken rules of this grade, in words. */
function breachesOf({ breaches }: Simulation, wanted: Breach['grade']): readonly string[] {
  return breaches.filter(({ grade }) => grade === wanted).map(({ rule, sentence }) => `${rule}: ${sentence}`);
}

function checkExpectation(sim: Simulation, words: readonly string[]): void {
  const [name = '', word, second] = words;
  const check = EXPECTATIONS[name];
  if (check === undefined) {
    throw new Error(`"${name}" cannot be expected. Expect: ${Object.keys(EXPECTATIONS).join(', ')}`);
  }
  if (word === undefined && !name.startsWith('no-')) throw new Error(`expect ${name} needs a word after it`);
  const problem = check(sim, word ?? '', second);
  if (problem !== undefined) throw new Error(problem);
}

/** The value of an argument: a word that reads as JSON is that value, any other word is text. */
function parseArgument(word: string): unknown {
  try {
    return JSON.parse(word);
  } catch {
    return word;
  }
}

/** An argument as a word that `parseArgument` reads back. */
function formatArgument(arg: unknown): string {
  if (typeof arg === 'string' && parseArgument(arg) === arg) return quoteWord(arg);
  return quoteWord(JSON.stringify(arg) ?? 'null');
}

/** The verb of a `setting` step, which names a component by kind and label. */
function settingVerb(settings: SettingsNode | null, words: readonly string[]): Verb {
  const [kind = '', label = '', handler = '', ...rest] = words;
  const { id } = findComponent(settings, kind, label === '' ? undefined : label);
  return { verb: 'settings-call', id, handler, args: rest.map(parseArgument) };
}

/** One line of a script. */
export interface ScriptStep {
  /** Line number, from 1. */
  readonly number: number;
  readonly text: string;
  readonly words: readonly string[];
}

/** The steps of a script. Empty lines and lines that begin with `#` are none. */
export function parseScript(script: string): ScriptStep[] {
  return script
    .split(/\r?\n/)
    .map((raw, index) => ({ number: index + 1, text: raw.trim(), words: splitWords(raw) }))
    .filter((line) => line.text !== '' && line.text.charAt(0) !== '#');
}

/** An error with the step in which it happened. */
export function stepError(step: ScriptStep, error: unknown): Error {
  return new Error(`line ${step.number}, ${step.text}: ${messageOf(error)}`);
}

/**
 * Performs a step, anything but `wait`, given as its words.
 * @throws Error with what is wrong with the step, or with what there is instead of what it expects
 */
export function performStep(sim: Simulation, words: readonly string[]): void {
  const [first = '', ...rest] = words;
  if (first === 'expect') checkExpectation(sim, rest);
  else if (first === 'setting') sim.perform(settingVerb(sim.phone.settings, rest));
  else sim.perform(parseVerb(words));
}

/** Texts by which a person would name a component. Its present value is not among them. */
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
 * Writes a verb as a step that does the same again. A component of the settings page is named by kind and label if these find it, since its
 * number changes from version to version of the app.
 * @param settings the settings page before the verb is performed
 */
export function formatStep(verb: Verb, settings: SettingsNode | null): string {
  const node = verb.verb === 'settings-call' ? componentWith(settings, verb.id) : undefined;
  if (verb.verb !== 'settings-call' || node === undefined) return formatVerb(verb);
  const label = [...labelsOf(node), ''].find((text) => isFoundBy(settings, node, text));
  if (label === undefined) return formatVerb(verb);
  return ['setting', node.kind, quoteWord(label), verb.handler, ...verb.args.map(formatArgument)].join(' ');
}

function isFoundBy(root: SettingsNode | null, node: SettingsNode, label: string): boolean {
  try {
    return findComponent(root, node.kind, label === '' ? undefined : label).id === node.id;
  } catch {
    return false;
  }
}
