/** Page and helper, each killed at each of its calls to each of its ports: what is still felt. */
import { describe, expect, it } from 'vitest';
import type { Cue } from '../../utils/core/cue/vocabulary.ts';
import { newWearer } from '../../utils/core/preferences/preference-table.ts';
import { defaultRoutine } from '../../utils/core/routine/default-routine.ts';
import { layOutPlan } from '../../utils/core/routine/lay-out-plan.ts';
import type { Plan } from '../../utils/core/routine/plan.ts';
import type { Clock, Haptics } from '../../utils/ports/ports.ts';
import { createHelperLoop } from '../../utils/run/helper-loop.ts';
import { resumeSession } from '../../utils/run/resume.ts';
import { createSessionLog } from '../../utils/run/session-log.ts';
import { createSessionRunner } from '../../utils/run/session-runner.ts';

import { createTextStore, isWrittenByApp } from '../../utils/run/text-store.ts';
import { usualStyle } from '../support/cue-style.ts';

import { createFakeHelper, type FakeHelper } from '../support/fake-helper.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingAlarm } from '../support/recording-alarm.ts';
import { createRecordingScreen } from '../support/recording-screen.ts';

const TICK_MS = 250;
/** How long a killed page stays away, ms. */
const BACK_AFTER_MS = 4_000;
const PLANNED = ['start', 'check', 'minimum', 'move', 'start', 'check', 'minimum', 'done'];

/** Two holds on one side, and no march: every kind of transition except beats, which other tests cover. */
function plan(): Plan {
  const built = layOutPlan(defaultRoutine, { ...newWearer, sides: ['left'], band: false });
  if (!built.ok) throw new Error(built.failure.what);
  return { ...built.value, slots: built.value.slots.filter((slot) => slot.kind === 'hold') };
}

/** A process that counts its calls to ports, and dies at one of them. */
interface Process {
  readonly calls: number;
  readonly dead: boolean;
  /** Calls that are not to the clock, by number. */
  readonly notable: readonly number[];
  /** How many calls it had made when its session began. */
  begun: number;
  /** Wraps a port so that its calls are counted. */
  watch<Port extends object>(port: Port, isNotable?: boolean): Port;
  /** Runs code of this process, unless the process is dead. */
  run(act: () => void): void;
}

class Killed extends Error {}

function createProcess(diesAt: number): Process {
  let calls = 0;
  let dead = false;
  const notable: number[] = [];
  function count(isNotable: boolean): void {
    calls++;
    if (isNotable) notable.push(calls);
    if (calls === diesAt) dead = true;
    if (dead) throw new Killed();
  }
  return {
    get calls() {
      return calls;
    },
    get dead() {
      return dead;
    },
    notable,
    begun: 0,
    watch: (port, isNotable = true) =>
      new Proxy(port, {
        get(target, name) {
          const member = Reflect.get(target, name);
          if (typeof member !== 'function') return member;
          return (...args: unknown[]) => {
            count(isNotable);
            return member.apply(target, args);
          };
        },
      }),
    run(act) {
      if (dead) return;
      try {
        act();
      } catch (thrown) {
        if (!(thrown instanceof Killed)) throw thrown;
      }
    },
  };
}

interface Felt {
  readonly cue: string;
  readonly atMs: number;
}

interface World {
  readonly clock: ManualClock;
  readonly contents: Map<string, Uint8Array>;
  readonly port: FakeHelper;
  readonly felt: Felt[];
}

const silent = (): void => {};

function hapticsOf(world: World): Haptics {
  return {
    play: (cue: Cue) => void world.felt.push({ cue: cue.name, atMs: world.clock.nowMs() }),
    confirm: silent,
    tick: silent,
    dropRepeat: silent,
    stop: silent,
  };
}

function createPage(world: World, life: Process) {
  const files = life.watch(createMemoryFiles(world.contents));
  const store = createTextStore(files, silent, isWrittenByApp);
  const sessionLog = createSessionLog(files, store, silent, () => 0.5);
  const clock = life.watch<Clock>(world.clock, false);
  const helper = life.watch(world.port);
  const haptics = life.watch(hapticsOf(world));
  const screen = life.watch(createRecordingScreen(world.clock));
  const alarm = life.watch(createRecordingAlarm());
  const runner = createSessionRunner(
    { clock, haptics, screen, alarm, helper, store, sessionLog },
    usualStyle,
  );
  return {
    runner,
    comeBack() {
      const resumed = resumeSession({ clock, store, report: silent });
      if (resumed.to !== 'session' || runner.load() === null) return false;
      if (resumed.cue !== null) haptics.play(resumed.cue, usualStyle);
      return true;
    },
  };
}

function startHelper(world: World, life: Process, isDark: () => boolean): void {
  const clock = life.watch(world.clock, false);
  const loop = createHelperLoop({
    clock: { ...world.clock, nowMs: clock.nowMs, after: (ms, run) => clock.after(ms, () => life.run(run)) },
    haptics: life.watch(hapticsOf(world)),
    files: life.watch(createMemoryFiles(world.contents)),
    isDark,
    leave: silent,
  });
  world.port.listed = true;
  life.run(() => loop.look());
}

interface Outcome {
  readonly felt: readonly Felt[];
  readonly page: Process;
  readonly helper: Process;
}

/** Plays a session to its end. With 0, no process dies. The screen is dark while there is no page. */
function session(pageDiesAt: number, helperDiesAt: number, hasHelper: boolean): Outcome {
  const clock = createManualClock();
  const world: World = { clock, contents: new Map(), port: createFakeHelper(), felt: [] };
  const life = createProcess(pageDiesAt);
  const helper = createProcess(helperDiesAt);
  let page = { life, parts: createPage(world, life) };
  let diedMs = 0;
  page.life.run(() => page.parts.runner.start(plan()));
  life.begun = life.calls;
  if (hasHelper) startHelper(world, helper, () => page.life.dead);
  for (let elapsedMs = 0; elapsedMs < 260_000; elapsedMs += TICK_MS) {
    clock.advance(TICK_MS);
    if (helper.dead) world.port.listed = false;
    if (!page.life.dead) {
      page.life.run(() => void page.parts.runner.send({ type: 'ticked' }));
      if (page.life.dead) diedMs = clock.nowMs();
    } else if (diedMs > 0 && clock.nowMs() >= diedMs + BACK_AFTER_MS) {
      diedMs = 0;
      const next = createProcess(0);
      page = { life: next, parts: createPage(world, next) };
      page.life.run(() => {
        if (!page.parts.comeBack()) page = { life: createDead(), parts: page.parts };
      });
    }
  }
  return { felt: world.felt, page: life, helper };
}

function createDead(): Process {
  const process = createProcess(1);
  process.run(() => process.watch({ die: silent }).die());
  return process;
}

/** The slot ended with neither page nor helper, so the wearer was told and is asked whether to go on. */
function isAsked(felt: readonly Felt[]): boolean {
  const looks = felt.filter(({ cue }) => cue === 'come-back');
  return looks.length > 1 && felt.slice(-looks.length).every(({ cue }) => cue === 'come-back');
}

/** What is wrong with the felt cues, of which at most `mayLose` planned ones may be missing. */
function faults(felt: readonly Felt[], mayLose: number): readonly string[] {
  const found: string[] = [];
  if (isAsked(felt)) return found;
  const cues = felt.filter(({ cue }) => cue !== 'come-back');
  let at = 0;
  let lost = 0;
  for (const { cue, atMs } of cues) {
    const index = PLANNED.indexOf(cue, at);
    if (index < 0) found.push(`${cue} at ${atMs} is felt twice or not planned`);
    else lost += index - at;
    at = index < 0 ? at : index + 1;
  }
  lost += PLANNED.length - at;
  if (lost > mayLose) found.push(`${lost} cues are lost`);
  let startMs = Number.NaN;
  for (const { cue, atMs } of cues) {
    if (cue === 'start') startMs = atMs;
    const leastS = { check: 30, minimum: 60, move: 75, done: 75 }[cue];
    if (leastS !== undefined && atMs - startMs < leastS * 1_000) found.push(`${cue} at ${atMs} is early`);
  }
  return found;
}

/** Every call that is not to the clock, and every 23rd that is, after the session is stored, before which there is no session. */
function callsOf(process: Process): readonly number[] {
  const clocks = Array.from({ length: Math.floor(process.calls / 23) }, (_, index) => 1 + index * 23);
  return [...new Set([...process.notable, ...clocks])].filter((at) => at > process.begun);
}

const first = session(0, 0, true);
const alone = session(0, 0, false);

describe('with nobody killed', () => {
  it.each([
    ['with a helper', first],
    ['without one', alone],
  ])('the whole session is felt, %s', (_which, { felt }) => {
    expect(faults(felt, 0)).toEqual([]);
  });
});

describe('killed at every call to a port', () => {
  it('a page beside a helper costs at most the cue in hand, and none is early or felt twice', () => {
    const failed: string[] = [];
    for (const at of callsOf(first.page)) {
      failed.push(...faults(session(at, 0, true).felt, 1).map((text) => `call ${at}: ${text}`));
    }
    expect(failed).toEqual([]);
  }, 120_000);

  it('a page without a helper that is back after 4 s costs at most the cue in hand', () => {
    const failed: string[] = [];
    for (const at of callsOf(alone.page)) {
      failed.push(...faults(session(at, 0, false).felt, 1).map((text) => `call ${at}: ${text}`));
    }
    expect(failed).toEqual([]);
  }, 120_000);

  it('a helper costs nothing while its page lives', () => {
    const failed: string[] = [];
    for (const at of callsOf(first.helper)) {
      failed.push(...faults(session(0, at, true).felt, 0).map((text) => `call ${at}: ${text}`));
    }
    expect(failed).toEqual([]);
  }, 120_000);
});
