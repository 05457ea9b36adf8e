/**
 * The trace of a session, from the simulator's event log: when the motor ran, when page and helper lived, and which events
 * befell the watch. It has nothing of the state of the app.
 */
import type { Pulse, SimEvent } from 'zepp-watch-simulator';
import type { Cue, CueName } from '../../../utils/core/cue/vocabulary.ts';
import { cueOfPulses, isRepetition } from '../../simulate/decode-cues.ts';
import type { Assumed } from './readings.ts';

/** A pattern that the motor was given. Times are ms of virtual uptime. */
export interface Played {
  readonly atMs: number;
  readonly cue: CueName;
  readonly by: 'page' | 'helper';
  /** When the app or another pattern stopped it before its end. */
  readonly cutAtMs: number | null;
}

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The wall clock was set. */
export interface Jump {
  readonly atMs: number;
  readonly byMs: number;
}

export interface Trace {
  readonly played: readonly Played[];
  /** When the session page could act: in front, lit, not covered by a call, its timers not stalled. */
  readonly pageLives: readonly Span[];
  readonly helperLives: readonly Span[];
  /** Instants of the events that befell the watch. */
  readonly faultsMs: readonly number[];
  readonly jumps: readonly Jump[];
  /** When the system first refused an alarm; it refuses all from then on. */
  readonly alarmRefusedMs: number | null;
  /** When the session page was open, lit or not. */
  readonly pageOpen: readonly Span[];
  readonly calls: readonly Span[];
  /** When the timers of the watch stalled. */
  readonly stalls: readonly Span[];
  /** When the screen was off. */
  readonly dark: readonly Span[];
  /** When the wearer left the lit session page with the Home key or by opening the app anew, so that its callbacks ran. */
  readonly leftMs: readonly number[];
  /** Errors of pages and services. Those of the app are left out: they come from a radio that a kill cut off. */
  readonly errors: readonly string[];
  readonly assumed: Assumed;
  readonly fromMs: number;
  readonly toMs: number;
}

const SESSION = 'page/session/index.page';
const HELPER = 'app-service/helper';

/**
 * @param fromMs uptime of the tap on Start
 * @param assumed what the watch was assumed to do, which decides who lives when
 */
export function traceOf(
  events: readonly SimEvent[],
  fromMs: number,
  toMs: number,
  assumed: Assumed = {},
): Trace {
  const seen = events.filter((event) => event.atMs >= fromMs && event.atMs <= toMs);
  const verbs = seen.filter((event) => event.type === 'verb');
  return {
    fromMs,
    toMs,
    played: playedOf(seen),
    assumed,
    ...livesOf(seen, toMs, assumed),
    faultsMs: verbs.map(({ atMs }) => atMs),
    jumps: verbs.flatMap(({ atMs, data }) =>
      data?.verb === 'time-jump' ? [{ atMs, byMs: Number(data.byMs) }] : [],
    ),
    alarmRefusedMs:
      seen.find(({ type, text }) => type === 'alarm' && text.startsWith('refused'))?.atMs ?? null,
    errors: seen
      .filter(({ type, text }) => type === 'error' && !text.startsWith('app:'))
      .map(({ text }) => text),
  };
}

function playedOf(events: readonly SimEvent[]): readonly Played[] {
  const motor = events.filter(({ type }) => type === 'vibrate' || type === 'vibrate-stop');
  let before: { readonly cue: Cue | null; readonly by: Played['by']; readonly endMs: number } | null = null;
  return motor.flatMap((event, index) => {
    if (event.type === 'vibrate-stop' || event.text.startsWith('system')) return [];
    const pulses = event.data?.pulses as readonly Pulse[];
    const cue = cueOfPulses(pulses);
    const endMs = pulses[pulses.length - 1]?.offMs ?? event.atMs;
    // The pulse that confirms a touch is no cue.
    if (cue === null) return [];
    const next = motor[index + 1];
    const isCut = next !== undefined && next.atMs < endMs;
    const by = event.text.startsWith(HELPER) ? ('helper' as const) : ('page' as const);
    // A cue that is felt once more is one cue.
    const isOnceMore = before?.by === by && isRepetition(before.cue, cue, event.atMs - before.endMs);
    before = isOnceMore ? null : { cue, by, endMs };
    if (isOnceMore) return [];
    return [{ atMs: event.atMs, cue: cue.name, by, cutAtMs: isCut ? next.atMs : null }];
  });
}

interface Watching {
  open: boolean;
  lit: boolean;
  called: boolean;
  listed: boolean;
  stalledUntilMs: number;
}

/** From when to when page and helper could act. */
function livesOf(
  events: readonly SimEvent[],
  toMs: number,
  assumed: Assumed,
): Pick<Trace, 'pageLives' | 'pageOpen' | 'helperLives' | 'calls' | 'stalls' | 'dark' | 'leftMs'> {
  const now: Watching = { open: false, lit: true, called: false, listed: false, stalledUntilMs: 0 };
  const page = createSpans();
  const helper = createSpans();
  const calls = createSpans();
  const stalls = createSpans();
  const open = createSpans();
  const dark = createSpans();
  const runsInDark = assumed['timers-in-dark'] === 'run';
  const helperRuns = assumed['service-start'] !== 'listed-only';
  const helperRunsInDark = assumed['service-in-dark'] !== 'stops';
  function note(atMs: number): void {
    const runs = atMs >= now.stalledUntilMs;
    page.set(runs && now.open && (now.lit || runsInDark) && !now.called, atMs);
    helper.set(runs && now.listed && helperRuns && (now.lit || helperRunsInDark), atMs);
    calls.set(now.called, atMs);
    stalls.set(!runs, atMs);
    open.set(now.open, atMs);
    dark.set(!now.lit, atMs);
  }
  const leftMs: number[] = [];
  let openedMs = 0;
  for (const event of events) {
    if (event.text === `opened ${SESSION}`) openedMs = event.atMs;
    // The system replaces a page in the instant of its opening.
    if (event.text === `destroyed ${SESSION}` && now.lit && !now.called && event.atMs > openedMs) {
      leftMs.push(event.atMs);
    }
    if (now.stalledUntilMs > 0 && event.atMs >= now.stalledUntilMs) {
      note(now.stalledUntilMs);
      now.stalledUntilMs = 0;
    }
    follow(now, event);
    note(event.atMs);
  }
  if (now.stalledUntilMs > 0 && now.stalledUntilMs < toMs) note(now.stalledUntilMs);
  return {
    pageLives: page.end(toMs),
    pageOpen: open.end(toMs),
    helperLives: helper.end(toMs),
    calls: calls.end(toMs),
    stalls: stalls.end(toMs),
    dark: dark.end(toMs),
    leftMs,
  };
}

function follow(now: Watching, { atMs, type, text, data }: SimEvent): void {
  if (type === 'page' && text.endsWith(SESSION)) now.open = text.startsWith('opened');
  if (type === 'screen') now.lit = data?.on === true;
  if (type === 'service' && text.endsWith(HELPER)) now.listed = text.startsWith('started');
  if (type !== 'verb' || data === undefined) return;
  if (data.verb === 'call') now.called = data.state !== 'end';
  // A page that is opened anew does not know about the call.
  if (data.verb === 'reboot' || data.what === 'page' || data.verb === 'launch') now.called = false;
  if (data.verb === 'timers' && typeof data.stallMs === 'number') now.stalledUntilMs = atMs + data.stallMs;
}

function createSpans() {
  const spans: Span[] = [];
  let sinceMs: number | null = null;
  function set(isOn: boolean, atMs: number): void {
    if (isOn && sinceMs === null) sinceMs = atMs;
    if (isOn || sinceMs === null) return;
    if (atMs > sinceMs) spans.push({ fromMs: sinceMs, toMs: atMs });
    sinceMs = null;
  }
  return {
    set,
    end(toMs: number): readonly Span[] {
      set(false, toMs);
      return spans;
    },
  };
}

/** True if the app stopped the pattern before its end although nothing had happened to the watch. */
export function cutByApp({ atMs, cutAtMs }: Played, trace: Trace): boolean {
  return cutAtMs !== null && !trace.faultsMs.some((ms) => ms >= atMs && ms <= cutAtMs + 1);
}
