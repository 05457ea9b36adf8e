/** Records what happened, in order: events and broken rules. Every other part of the engine reports here. */
import type { Clock } from './clock.ts';
import { createSecretHider } from './hide-secrets.ts';
import { type RuleName, ruleOf } from './rules.ts';
import type { Breach, SimEvent } from './types.ts';

export interface EventLog {
  readonly events: readonly SimEvent[];
  readonly breaches: readonly Breach[];
  /** Records an event, stamped with the uptime, without what looks like a secret. */
  emit(type: SimEvent['type'], text: string, data?: Readonly<Record<string, unknown>>): void;
  /** Records a broken rule, unless the tester allows it. The same rule with the same detail is recorded once. */
  breach(rule: RuleName, detail: string): void;
  /**
   * Records the use of something that the simulator does not have.
   * @throws Error always, with the name of it
   */
  refuse(name: string): never;
  /** Calls the listener with each event from now on, until the returned function is called. */
  subscribe(listener: (event: SimEvent) => void): () => void;
}

/** @param allowed rules whose breaches are not recorded */
export function createEventLog(clock: Clock, allowed: readonly string[]): EventLog {
  const events: SimEvent[] = [];
  const breaches: Breach[] = [];
  const seen = new Set<string>();
  const listeners = new Set<(event: SimEvent) => void>();
  const hide = createSecretHider();
  const log: EventLog = {
    events,
    breaches,
    emit(type, spoken, data) {
      const text = hide(type, spoken);
      const base = { atMs: clock.uptimeMs, type, text };
      const event: SimEvent = data === undefined ? base : { ...base, data: openData(data, text !== spoken) };
      events.push(event);
      listeners.forEach((listener) => {
        listener(event);
      });
    },
    breach(name, spoken) {
      const detail = hide('breach', spoken);
      if (allowed.indexOf(name) >= 0 || seen.has(`${name} ${detail}`)) return;
      seen.add(`${name} ${detail}`);
      const rule = ruleOf(name);
      const sentence = `${rule.sentence} (${detail})`;
      breaches.push({ atMs: clock.uptimeMs, rule: name, sentence, source: rule.source, grade: rule.grade });
      log.emit('breach', `${name}: ${detail}`, { rule: name, source: rule.source });
    },
    refuse(name) {
      log.breach('not-simulated', name);
      throw new Error(`${name} is not simulated`);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return log;

  /** The data of an event without secrets. If its text had a secret, what the tester typed counts as a secret too. */
  function openData(data: Readonly<Record<string, unknown>>, isSecret: boolean): Record<string, unknown> {
    const entries = Object.entries(data).map(([name, value]): [string, unknown] => {
      if (typeof value === 'string') return [name, openValue(name, value, data.key)];
      return [name, name === 'args' && isSecret ? [] : value];
    });
    return Object.fromEntries(entries);
  }

  /** A text of an event's data. A changed value of the storage is hidden if its key names a secret, as in the event of the change. */
  function openValue(name: string, value: string, key: unknown): string {
    if (typeof key !== 'string' || !name.endsWith('Value')) return hide('verb', value);
    return hide('setting', `${key} = ${value}`).slice(key.length + 3);
  }
}
