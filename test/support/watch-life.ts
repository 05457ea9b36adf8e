/** One life of the app on the watch, from launch to its end, over a folder that outlives it. */

import type { CueStyle } from '../../utils/core/cue/vocabulary.ts';
import type { Plan } from '../../utils/core/routine/plan.ts';
import { decodeSnapshot } from '../../utils/core/session/snapshot.ts';
import type { SessionState } from '../../utils/core/session/state.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import type { LogPorts } from '../../utils/run/log-ended-session.ts';
import { type Resumed, resumeSession } from '../../utils/run/resume.ts';
import { createSessionLog, type SessionLog } from '../../utils/run/session-log.ts';
import { createSessionRunner, type SessionRunner } from '../../utils/run/session-runner.ts';
import { createTextStore, isWrittenByApp, type TextStore } from '../../utils/run/text-store.ts';
import { planWith } from './arbitraries.ts';
import { usualStyle } from './cue-style.ts';

import { createFakeHelper, type FakeHelper } from './fake-helper.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { createMemoryFiles, type FileFault, type MemoryFiles, type Write } from './memory-files.ts';
import { createRecordingAlarm, type RecordingAlarm } from './recording-alarm.ts';
import { createRecordingHaptics, type RecordingHaptics } from './recording-haptics.ts';
import { createRecordingReport } from './recording-report.ts';
import { createRecordingScreen, type RecordingScreen } from './recording-screen.ts';

export const TICK_MS = 500;

export interface WatchLife {
  readonly clock: ManualClock;
  readonly files: MemoryFiles;
  readonly store: TextStore;
  readonly sessionLog: SessionLog;
  readonly runner: SessionRunner;
  readonly haptics: RecordingHaptics;
  readonly screen: RecordingScreen;
  readonly alarm: RecordingAlarm;
  readonly helper: FakeHelper;
  readonly lines: readonly string[];
  /** The part that logs a session that has ended. */
  readonly ports: LogPorts;
  /** Does what the resume page does. */
  resume(): Resumed;
}

export interface LifeOptions {
  readonly contents?: Map<string, Uint8Array>;
  readonly fault?: FileFault;
  readonly onWrite?: (write: Write) => void;
  readonly onPlay?: () => void;
  /** How the cues of a new session are played. */
  readonly style?: CueStyle;
  /** The helper, which outlives the app. By default none runs. */
  readonly helper?: FakeHelper;
}

export function createWatchLife(clock: ManualClock, options: LifeOptions = {}): WatchLife {
  const files = createMemoryFiles(options.contents, options.onWrite);
  if (options.fault !== undefined) files.fault = options.fault;
  const { report, lines } = createRecordingReport();
  const store = createTextStore(files, report, isWrittenByApp);
  const sessionLog = createSessionLog(files, store, report, () => 0.5);
  const haptics = createRecordingHaptics(options.onPlay);
  const screen = createRecordingScreen(clock);
  const alarm = createRecordingAlarm();
  const helper = options.helper === undefined ? createFakeHelper() : options.helper;
  const runner = createSessionRunner(
    { clock, haptics, screen, alarm, helper, store, sessionLog },
    options.style ?? usualStyle,
  );
  const resume = (): Resumed => resumeSession({ clock, store, report });
  return {
    clock,
    files,
    store,
    sessionLog,
    runner,
    haptics,
    screen,
    alarm,
    helper,
    lines,
    ports: { store, sessionLog, report },
    resume,
  };
}

/** A life whose wearer has pressed Start. */
export function startedLife(options: LifeOptions = {}): WatchLife {
  const life = createWatchLife(createManualClock(), options);
  life.runner.start(defaultPlan());
  return life;
}

/** The session that is stored. @throws Error where none can be read */
export function storedIn(life: WatchLife): SessionState {
  const stored = decodeSnapshot(life.store.load(OPEN_SESSION));
  if (!stored.ok) throw new Error(stored.failure.what);
  return stored.value.state;
}

/** The names of what was felt. */
export const cuesOf = (life: WatchLife): string => life.haptics.played.map((cue) => cue.name).join(' ');

/** Ticks every 250 ms for this time. */
export function ticking(life: WatchLife, forMs: number): WatchLife {
  for (let elapsedMs = 0; elapsedMs < forMs; elapsedMs += 250) {
    life.clock.advance(250);
    life.runner.send({ type: 'ticked' });
  }
  return life;
}

/** The default plan of a new wearer: 4 holds and 10 lifts. */
export const defaultPlan = (): Plan => planWith();

/**
 * Does what the resume page and then the session page do with the stored session. Returns the session that goes on, with its cue played;
 * null if none does, or if it has ended.
 */
export function goOn(life: WatchLife): SessionState | null {
  const resumed = life.resume();
  if (resumed.to !== 'session') return null;
  const state = life.runner.load();
  if (resumed.cue !== null) life.haptics.play(resumed.cue, usualStyle);
  return state;
}

/**
 * Does what home does: goes on with an open session, or lets the wearer press Start. Returns null if a session has ended and is to be
 * logged.
 */
export function launch(life: WatchLife): SessionState | null {
  return life.resume().to === 'home' ? life.runner.start(defaultPlan()) : goOn(life);
}

/** Ticks until the session has ended; a wearer who is asked whether to go on says yes. */
export function tickToEnd(life: WatchLife): SessionState {
  for (let count = 0; count < 10_000; count++) {
    const { phase } = life.runner.state();
    if (phase.at === 'ended') return life.runner.state();
    life.clock.advance(TICK_MS);
    life.runner.send(phase.at === 'paused' ? { type: 'resumed' } : { type: 'ticked' });
  }
  throw new Error('the session does not end');
}
