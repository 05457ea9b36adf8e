/**
 * Scripts: one deed a line, verbs as in `verb-lines.ts`, `wait DURATION`, and what to expect. Also the recorder,
 * which turns what a person did back into such lines.
 */
import { advance, type Drain, drainNode } from '../engine/drive.ts';
import { findComponent, settingsTexts, widgetTexts } from '../engine/shown-texts.ts';
import type { SimEvent, Simulation } from '../engine/types.ts';
import { parseDuration, parseVerb, wordsOf } from '../engine/verb-lines.ts';

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

function settingLine(sim: Simulation, words: readonly string[]): void {
  const [kind = '', label = '', handler = '', ...rest] = words;
  const { id } = findComponent(sim.phone.settings, kind, label === '' ? undefined : label);
  sim.perform({ verb: 'settings-call', id, handler, args: rest });
}

async function runLine(line: string, sim: Simulation, drain: Drain): Promise<void> {
  const words = wordsOf(line);
  const [first = '', ...rest] = words;
  if (first === 'wait') await advance(sim, parseDuration(rest[0] ?? ''), drain);
  else if (first === 'expect') expectLine(sim, rest);
  else if (first === 'setting') settingLine(sim, rest);
  else sim.perform(parseVerb(words));
  await drain();
}

/**
 * Runs a script on a simulation. Empty lines and lines that begin with `#` are skipped.
 * @throws Error naming the line, what it says and what is wrong, at the first that fails
 */
export async function runScript(text: string, sim: Simulation, drain: Drain = drainNode): Promise<void> {
  const lines = text.split(/\r?\n/);
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    try {
      await runLine(line, sim, drain);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`line ${index + 1}, ${line}: ${reason}`);
    }
  }
}

/**
 * What was done by hand, as a script with the waits in between.
 * @param untilMs uptime at which the recording stops; the script waits until then at its end
 */
export function recordScript(events: readonly SimEvent[], untilMs = 0): string {
  const lines: string[] = [];
  let lastMs = 0;
  for (const event of events) {
    if (event.type !== 'verb') continue;
    if (event.atMs > lastMs) lines.push(`wait ${event.atMs - lastMs}ms`);
    lastMs = event.atMs;
    lines.push(event.text);
  }
  if (untilMs > lastMs) lines.push(`wait ${untilMs - lastMs}ms`);
  return `${lines.join('\n')}\n`;
}
