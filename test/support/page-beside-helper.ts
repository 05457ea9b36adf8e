/** Plays a default session of a page beside a helper, over one storage and one clock, under faults, and returns what is felt and when. */
import type { Cue, CueStyle } from '../../utils/core/cue/vocabulary.ts';
import { createFakeHelper } from './fake-helper.ts';
import { createHelperLife } from './helper-life.ts';
import { createManualClock } from './manual-clock.ts';
import { createWatchLife, defaultPlan, goOn } from './watch-life.ts';

export const TICK_MS = 250;
const HOLD = ['start', 'check', 'minimum'];
/** The planned cues of the session, in order. */
export const DEFAULT_CUES = [
  ...[...HOLD, 'move:side', ...HOLD, 'move:step', ...HOLD, 'move:side', ...HOLD, 'move:step'],
  ...['start', ...Array.from({ length: 10 }, () => 'beat'), 'done'],
];
/** How much longer the slowest timers of a helper take than they were asked to. */
export const SLOW = 1.16;
/** If a page stalls for longer, it counts as dead, or its clock as set. */
export const LONGEST_STALL_MS = 5_000;
const WATCHED_MS = 1_200_000;
/**
 * How long the test listens after the last cue, ms. A cue that is played by mistake comes within this time, since neither page nor helper
 * waits longer than a few seconds.
 */
const AFTERWARDS_MS = 30_000;

export interface Fault {
  /**
   * `stall`: the page's timers stand still. `dead`: the page is gone, and another comes. `service`: the helper is killed.
   * `jump`: the clock is set forward, and nobody is told. `told`: it is set, and page and helper hear of it at once.
   */
  readonly kind: 'stall' | 'dead' | 'service' | 'jump' | 'told';
  readonly atMs: number;
  readonly forMs: number;
}

export interface Felt {
  readonly cue: string;
  readonly atMs: number;
}

/**
 * A default session with the helper from its first moment, under these faults, until both have ended.
 *
 * @param breathMs how long the page runs at least between two stalls; a stall that would come sooner is left out
 */
export function felt(faults: readonly Fault[], slowness = SLOW, breathMs = 1_000): readonly Felt[] {
  const clock = createManualClock();
  const startMs = clock.nowMs();
  const contents = new Map<string, Uint8Array>();
  const port = createFakeHelper();
  const all: Felt[] = [];
  /** How far the clock was set; instants are in true time. */
  let setByMs = 0;
  const note = (cue: Cue): void =>
    void all.push({
      cue: cue.to === null ? cue.name : `${cue.name}:${cue.to}`,
      atMs: clock.nowMs() - startMs - setByMs,
    });
  const listen = <T extends { readonly haptics: { play(cue: Cue, style: CueStyle): void } }>(life: T): T => {
    const play = life.haptics.play;
    life.haptics.play = (cue, style) => {
      note(cue);
      play(cue, style);
    };
    return life;
  };
  const newPage = () => listen(createWatchLife(clock, { contents, helper: port }));

  // A page dies behind a dark screen, and whatever reopens it lights the screen.
  let isDark = false;
  const service = listen(createHelperLife(clock, { contents, port, slowness, isDark: () => isDark }));
  const darken = (dark: boolean): void => {
    isDark = dark;
    service.loop.screenChanged();
  };
  let page: ReturnType<typeof newPage> | null = newPage();
  page.runner.start(defaultPlan());
  const waiting = [...faults].sort((a, b) => a.atMs - b.atMs);
  let stalledUntilMs = 0;
  let deadUntilMs = Number.POSITIVE_INFINITY;
  for (let nowMs = TICK_MS; nowMs < WATCHED_MS; nowMs += TICK_MS) {
    clock.advance(TICK_MS);
    const comesBack = page === null && deadUntilMs < WATCHED_MS;
    const last = all[all.length - 1];
    if (last?.cue === 'done' && nowMs > last.atMs + AFTERWARDS_MS && waiting.length === 0 && !comesBack)
      break;
    for (let next = waiting[0]; next !== undefined && next.atMs <= nowMs; next = waiting[0]) {
      waiting.shift();
      if (next.kind === 'service') service.end();
      else if (next.kind === 'jump' || next.kind === 'told') {
        setByMs += next.forMs;
        clock.setWall(clock.nowMs() + next.forMs);
        if (next.kind === 'told') service.loop.clockJumped();
        if (next.kind === 'told' && page !== null) page.runner.send({ type: 'clock-jumped' });
      } else if (page !== null && next.kind === 'dead') {
        page = null;
        darken(true);
        deadUntilMs = nowMs + next.forMs;
        // Two stalls without a pause between them would be one that is longer than a page survives.
      } else if (nowMs > stalledUntilMs + breathMs) stalledUntilMs = nowMs + next.forMs;
    }
    if (page === null && nowMs >= deadUntilMs) {
      deadUntilMs = Number.POSITIVE_INFINITY;
      stalledUntilMs = 0;
      darken(false);
      const back = newPage();
      if (goOn(back) !== null) page = back;
    }
    if (page !== null && nowMs >= stalledUntilMs && page.runner.state().phase.at !== 'ended') {
      page.runner.send({ type: 'ticked' });
    }
  }
  return all;
}

/** The names of the cues that are felt, except the come-back cue, which is not planned. */
export const planned = (all: readonly Felt[]): readonly string[] =>
  all.map(({ cue }) => cue).filter((cue) => cue !== 'come-back');

/** Seconds from each felt start cue of a hold to the named cue after it. */
export function secondsTo(all: readonly Felt[], name: RegExp): readonly number[] {
  const seconds: number[] = [];
  let startMs = Number.NaN;
  for (const { cue, atMs } of all) {
    if (cue === 'start') startMs = atMs;
    if (name.test(cue)) seconds.push((atMs - startMs) / 1000);
  }
  return seconds;
}
