/**
 * What happened, in order: events, breaches, and who listens. Decides nothing; every other part reports here.
 */
import type { Clock } from './clock.ts';
import { type RuleName, ruleOf } from './rules.ts';
import type { Breach, SimEvent } from './types.ts';

export interface EventLog {
  readonly events: readonly SimEvent[];
  readonly breaches: readonly Breach[];
  emit(type: SimEvent['type'], text: string, data?: Readonly<Record<string, unknown>>): void;
  /** Records a broken rule, unless it is allowed; the same rule with the same detail counts once. */
  breach(rule: RuleName, detail: string): void;
  subscribe(listener: (event: SimEvent) => void): () => void;
}

export function createEventLog(clock: Clock, allowed: readonly string[]): EventLog {
  const events: SimEvent[] = [];
  const breaches: Breach[] = [];
  const seen = new Set<string>();
  const listeners = new Set<(event: SimEvent) => void>();
  const log: EventLog = {
    events,
    breaches,
    emit(type, text, data) {
      const base = { atMs: clock.uptimeMs, type, text };
      const event: SimEvent = data === undefined ? base : { ...base, data };
      events.push(event);
      listeners.forEach((listener) => {
        listener(event);
      });
    },
    breach(name, detail) {
      if (allowed.indexOf(name) >= 0 || seen.has(`${name} ${detail}`)) return;
      seen.add(`${name} ${detail}`);
      const rule = ruleOf(name);
      const sentence = `${rule.sentence} (${detail})`;
      breaches.push({ atMs: clock.uptimeMs, rule: name, sentence, source: rule.source });
      log.emit('breach', `${name}: ${detail}`, { rule: name, source: rule.source });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return log;
}
