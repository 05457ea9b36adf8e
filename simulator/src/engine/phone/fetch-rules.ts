/** Answers to the phone's web requests as plain data, so that every host and a file can hold them. */
import type { SimulationOptions } from '../types.ts';
import { recordOf } from '../values.ts';

/** The answer to some web requests, as plain data. The first rule that fits a request answers it. */
export interface FetchRule {
  /** The address; `*` stands for any text. */
  readonly url: string;
  /** Without a method, the rule is for all of them. */
  readonly method?: string;
  /** By default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text, or what the phone has read from JSON. */
  readonly body?: unknown;
  /** The request fails with this message. */
  readonly error?: string;
}

type FetchHandler = NonNullable<SimulationOptions['fetch']>;

const KEYS = ['url', 'method', 'status', 'headers', 'body', 'error'];
const OK = 200;

/**
 * The rules of a parsed file: a list, of which the first rule that fits answers.
 * @throws Error saying which rule is wrong, and how
 */
export function fetchRulesOf(value: unknown): readonly FetchRule[] {
  if (!Array.isArray(value)) throw new Error('The fetch rules are no list.');
  return value.map((given: unknown, index) => {
    const rule = recordOf(given);
    const fault = (what: string): Error => new Error(`Fetch rule ${index + 1} ${what}.`);
    if (typeof rule.url !== 'string') throw fault('has no "url"');
    const unknown = Object.keys(rule).find((key) => KEYS.indexOf(key) < 0);
    if (unknown !== undefined) throw fault(`has "${unknown}", which is none of: ${KEYS.join(', ')}`);
    if (rule.status !== undefined && typeof rule.status !== 'number')
      throw fault('has a "status" that is no number');
    for (const key of ['method', 'error'])
      if (rule[key] !== undefined && typeof rule[key] !== 'string')
        throw fault(`has "${key}" that is no text`);
    return rule as unknown as FetchRule;
  });
}

/** Whether an address fits a pattern, in which `*` stands for any text. */
function fits(pattern: string, url: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`).test(url);
}

function handlerOf(rules: readonly FetchRule[]): FetchHandler {
  return (request) => {
    const { url, method = 'GET' } = request as { url: string; method?: string };
    const verb = method.toUpperCase();
    const rule = rules.find(
      (one) => (one.method ?? verb).toUpperCase() === verb && fits(one.url, String(url)),
    );
    if (rule === undefined) return Promise.reject(new Error(`no fetch rule answers ${verb} ${url}`));
    if (rule.error !== undefined) return Promise.reject(new Error(rule.error));
    const { status = OK, headers = {}, body = '' } = rule;
    // The app may change what it is given.
    const fresh: unknown = JSON.parse(JSON.stringify({ headers, body }));
    return Promise.resolve({ status, statusText: status === OK ? 'OK' : '', ...(fresh as object) });
  };
}

/** The function that answers web requests: the handler of the options, else their rules; undefined if the options have neither. */
export function webHandler({ fetch, fetchRules }: SimulationOptions): FetchHandler | undefined {
  return fetch ?? (fetchRules === undefined ? undefined : handlerOf(fetchRules));
}
