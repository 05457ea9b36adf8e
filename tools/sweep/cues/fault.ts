/** Faults of a watch during a session, as data, and how each is carried out on a simulated watch. */
import type { Watch } from 'zepp-watch-simulator';

/** Times in ms. */
export type Fault =
  | { readonly kind: 'dark' }
  | { readonly kind: 'lit' }
  | { readonly kind: 'kill-page' }
  | { readonly kind: 'kill-service' }
  | { readonly kind: 'kill-both' }
  | { readonly kind: 'reboot' }
  /** The wearer opens the app. */
  | { readonly kind: 'relaunch' }
  | { readonly kind: 'clock'; readonly byMs: number; readonly announced: boolean }
  | { readonly kind: 'stall'; readonly forMs: number }
  | { readonly kind: 'doubled' }
  /** Factor of the timers: with 1.16 they are 16 % slow. */
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'ring' }
  | { readonly kind: 'answer' }
  | { readonly kind: 'hang-up' }
  /** The service of another app runs from now on instead of ours. */
  | { readonly kind: 'foreign-service' }
  /** The system takes no more alarms. */
  | { readonly kind: 'no-alarms' };

export interface TimedFault {
  /** Time after the tap on Start, ms. */
  readonly atMs: number;
  readonly fault: Fault;
}

const HANDS: { readonly [Kind in Fault['kind']]: (headless: Watch, fault: Fault) => Promise<unknown> } = {
  dark: ({ perform }) => perform({ verb: 'screen', on: false }),
  lit: ({ perform }) => perform({ verb: 'screen', on: true }),
  'kill-page': ({ kill }) => kill('page'),
  'kill-service': ({ kill }) => kill('service'),
  async 'kill-both'({ kill }) {
    await kill('page');
    await kill('service');
  },
  reboot: ({ reboot }) => reboot(),
  relaunch: ({ launch }) => launch(),
  clock: async ({ perform }, fault) =>
    fault.kind === 'clock' && perform({ verb: 'time-jump', byMs: fault.byMs, announced: fault.announced }),
  stall: async ({ perform }, fault) =>
    fault.kind === 'stall' && perform({ verb: 'timers', stallMs: fault.forMs }),
  doubled: ({ perform }) => perform({ verb: 'timers', doubled: true }),
  rate: async ({ perform }, fault) => fault.kind === 'rate' && perform({ verb: 'timers', rate: fault.rate }),
  ring: ({ perform }) => perform({ verb: 'call', state: 'ring' }),
  answer: ({ perform }) => perform({ verb: 'call', state: 'answer' }),
  'hang-up': ({ perform }) => perform({ verb: 'call', state: 'end' }),
  'foreign-service': ({ perform }) => perform({ verb: 'foreign-service', on: true }),
  'no-alarms': ({ perform }) => perform({ verb: 'alarms', state: 'refused' }),
};

export async function inflict(fault: Fault, headless: Watch): Promise<void> {
  await HANDS[fault.kind](headless, fault);
}

/** One line for people, e.g. `at 61.25 s clock -3600 s announced`. */
export function faultText({ atMs, fault }: TimedFault): string {
  const words = [`at ${atMs / 1000} s`, fault.kind];
  if (fault.kind === 'clock')
    words.push(`${fault.byMs / 1000} s`, fault.announced ? 'announced' : 'unannounced');
  if (fault.kind === 'stall') words.push(`${fault.forMs / 1000} s`);
  if (fault.kind === 'rate') words.push(String(fault.rate));
  return words.join(' ');
}
