/**
 * `@zos/media` (API 3.0): a player and a recorder with their states, events and files, without sound. How long steps and
 * files last is assumed.
 */
import type { Task } from '../clock.ts';
import { recordOf } from '../values.ts';
import { moduleOf, type ZosContext } from './context.ts';

const CONTROLLERS = { PLAYER: 1, RECORDER: 2 };
const CODECS = { OPUS: 1 };
const PLAYER_EVENTS = { PREPARE: 1, COMPLETE: 2, PLAY: 3, STOP: 4, PAUSE: 5, PROGRESS: 6 };
const PLAYER_STATES = {
  IDLE: 0,
  INITIALIZED: 1,
  PREPARING: 2,
  PREPARED: 3,
  STARTING: 4,
  PLAY: 5,
  PAUSING: 6,
  PAUSED: 7,
  RESUMING: 8,
};
const RECORDER_EVENTS = { START: 1, STOP: 2 };
const RECORDER_STATES = { IDLE: 0, PREPARING: 1, STARTING: 2, RECORDING: 3 };

/** Time from a call to its result, ms. */
const STEP_MS = 100;
/** Time between two reports of progress, ms. */
const PROGRESS_MS = 1_000;
/** Bytes of a second of music (128 kbit/s) and of speech. */
const MUSIC_BYTES_A_SECOND = 16_000;
const SPEECH_BYTES_A_SECOND = 2_000;
const MIDDLE_VOLUME = 50;

type Listener = (result: unknown) => unknown;

function eventTarget(context: ZosContext, what: string) {
  const listeners: (readonly [event: unknown, listener: Listener])[] = [];
  return {
    addEventListener: (event: unknown, listener: Listener) => void listeners.push([event, listener]),
    tell(event: number, result?: unknown) {
      for (const [wanted, listener] of listeners.slice())
        if (wanted === event) context.call(what, listener, result);
    },
  };
}

function pathOf(file: string): string {
  return file.replace(/^data:\/\//, '');
}

function createPlayer(context: ZosContext): Record<string, unknown> {
  const { clock, app, disk, log } = context.world;
  const events = eventTarget(context, 'player event');
  let state: number = PLAYER_STATES.IDLE;
  let file = '';
  let durationS = 0;
  let playedS = 0;
  let volume = MIDDLE_VOLUME;
  let pending: Task | undefined;

  const bytesOf = (): Uint8Array | undefined =>
    file.startsWith('data://')
      ? disk.files.get(pathOf(file))
      : app.deviceFiles.get(`assets/${file.replace(/^assets:\/\//, '')}`);
  const next = (delayMs: number, act: () => void): void => {
    clock.cancel(pending);
    pending = clock.after(delayMs, () => {
      if (context.realm.alive) act();
    });
  };
  const isIn = (...states: readonly number[]): boolean => states.indexOf(state) >= 0;
  const progress = (): void => {
    next(Math.min(PROGRESS_MS, (durationS - playedS) * 1000), () => {
      playedS = Math.min(durationS, playedS + PROGRESS_MS / 1000);
      events.tell(PLAYER_EVENTS.PROGRESS, Math.round((100 * playedS) / durationS));
      if (playedS < durationS) progress();
      else {
        state = PLAYER_STATES.PREPARED;
        playedS = 0;
        events.tell(PLAYER_EVENTS.COMPLETE);
      }
    });
  };
  const start = (): void => {
    if (!isIn(PLAYER_STATES.PREPARED, PLAYER_STATES.PAUSED)) return;
    state = state === PLAYER_STATES.PAUSED ? PLAYER_STATES.RESUMING : PLAYER_STATES.STARTING;
    next(STEP_MS, () => {
      state = PLAYER_STATES.PLAY;
      log.emit('app', `${context.realm.name}: plays ${file}`);
      events.tell(PLAYER_EVENTS.PLAY, true);
      progress();
    });
  };
  const seekTo = (seconds: number): boolean => {
    const isPossible = isIn(PLAYER_STATES.PREPARED, PLAYER_STATES.PAUSED, PLAYER_STATES.PLAY);
    if (!isPossible || !(seconds >= 0 && seconds <= durationS)) return false;
    playedS = seconds;
    if (state === PLAYER_STATES.PREPARED) start();
    return true;
  };
  const duration = (): number =>
    isIn(PLAYER_STATES.IDLE, PLAYER_STATES.INITIALIZED, PLAYER_STATES.PREPARING) ? 0 : durationS;
  return {
    source: { FILE: 1 },
    event: PLAYER_EVENTS,
    state: PLAYER_STATES,
    addEventListener: events.addEventListener,
    setSource(_source: unknown, options: unknown) {
      clock.cancel(pending);
      file = String(recordOf(options).file ?? '');
      playedS = 0;
      state = PLAYER_STATES.INITIALIZED;
    },
    prepare() {
      if (!isIn(PLAYER_STATES.INITIALIZED)) return;
      state = PLAYER_STATES.PREPARING;
      next(STEP_MS, () => {
        const bytes = bytesOf();
        durationS = Math.max(1, Math.round((bytes?.length ?? 0) / MUSIC_BYTES_A_SECOND));
        state = bytes === undefined ? PLAYER_STATES.INITIALIZED : PLAYER_STATES.PREPARED;
        events.tell(PLAYER_EVENTS.PREPARE, bytes !== undefined);
      });
    },
    start,
    resume: start,
    pause() {
      if (!isIn(PLAYER_STATES.PLAY)) return;
      state = PLAYER_STATES.PAUSING;
      next(STEP_MS, () => {
        state = PLAYER_STATES.PAUSED;
        events.tell(PLAYER_EVENTS.PAUSE, true);
      });
    },
    stop() {
      if (isIn(PLAYER_STATES.IDLE, PLAYER_STATES.INITIALIZED)) return;
      state = PLAYER_STATES.INITIALIZED;
      playedS = 0;
      next(STEP_MS, () => events.tell(PLAYER_EVENTS.STOP, true));
    },
    seek: (percent: number) => seekTo((durationS * percent) / 100),
    seekTo,
    getDuration: duration,
    getVolume: () => volume,
    setVolume(wanted: number) {
      if (!(wanted >= 0 && wanted <= 100)) return false;
      volume = wanted;
      return true;
    },
    getTitle: () => undefined,
    getArtist: () => undefined,
    getMediaInfo: () => ({ title: undefined, artist: undefined, duration: duration() }),
    getStatus: () => state,
  };
}

function createRecorder(context: ZosContext): Record<string, unknown> {
  const { clock, disk, log } = context.world;
  const events = eventTarget(context, 'recorder event');
  let state: number = RECORDER_STATES.IDLE;
  let target = '';
  let startedMs = 0;
  let pending: Task | undefined;
  const next = (act: () => void): void => {
    clock.cancel(pending);
    pending = clock.after(STEP_MS, () => {
      if (context.realm.alive) act();
    });
  };
  return {
    event: RECORDER_EVENTS,
    state: RECORDER_STATES,
    addEventListener: events.addEventListener,
    setFormat(_codec: unknown, options: unknown) {
      target = String(recordOf(options).target_file ?? '');
    },
    start() {
      if (state !== RECORDER_STATES.IDLE) return;
      if (target === '') throw new Error('Recorder.start: setFormat has named no target_file');
      state = RECORDER_STATES.STARTING;
      next(() => {
        state = RECORDER_STATES.RECORDING;
        startedMs = clock.uptimeMs;
        events.tell(RECORDER_EVENTS.START, true);
      });
    },
    stop() {
      if (state === RECORDER_STATES.IDLE) return;
      const lengthS = state === RECORDER_STATES.RECORDING ? (clock.uptimeMs - startedMs) / 1000 : 0;
      state = RECORDER_STATES.IDLE;
      disk.write(pathOf(target), new Uint8Array(Math.round(lengthS * SPEECH_BYTES_A_SECOND)));
      log.emit('app', `${context.realm.name}: recorded ${target}`);
      next(() => events.tell(RECORDER_EVENTS.STOP, true));
    },
    getStatus: () => state,
  };
}

export function mediaModule(context: ZosContext): unknown {
  return moduleOf(context, '@zos/media', {
    id: ['3.0', CONTROLLERS],
    codec: ['3.0', CODECS],
    create: [
      '3.0',
      (controller: unknown) => {
        if (controller === CONTROLLERS.PLAYER) return createPlayer(context);
        if (controller !== CONTROLLERS.RECORDER)
          throw new TypeError(`media.create: unknown id ${String(controller)}`);
        return createRecorder(context);
      },
    ],
  });
}
