/**
 * How far the probe is and what it has learnt: stored after every change, so that a dead page or a reboot goes on where it
 * was. Pure; ASCII alone, as the store wants it.
 */
import { QUESTIONS } from './questions.ts';

/** The version of the list of questions: a new one where a check has come, gone or changed its meaning. */
export const PROBE = 2;

/** What one question keeps while it runs. */
export type Note = Readonly<Record<string, string | number>>;

export interface ProbeAnswer {
  /** `yes`, `no`, `skipped`, `unknown` or `threw: …`. */
  readonly outcome: string;
  /** Seconds since the probe began. */
  readonly atS: number;
  readonly values?: Note;
}

export interface Device {
  readonly model: string;
  readonly firmware: string;
  readonly os: string;
  readonly api: string;
  readonly screen: string;
}

export interface Progress {
  readonly probe: typeof PROBE;
  readonly device: Device;
  readonly beganAtMs: number;
  readonly batteryPercent: number;
  /** Index of the question in hand; the number of questions when all are through. */
  readonly at: number;
  /** Null as long as the question in hand has not begun. */
  readonly note: Note | null;
  readonly answers: Readonly<Record<string, ProbeAnswer>>;
}

/** What leaves the watch: the JSON that `npm run probe -- evidence` reads. */
export interface Result extends Device {
  readonly probe: typeof PROBE;
  /** ISO 8601, UTC. */
  readonly beganAt: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly details?: Readonly<Record<string, Note>>;
}

const SAID_CHARACTERS = 80;

export function newProgress(device: Device, beganAtMs: number, batteryPercent: number): Progress {
  return { probe: PROBE, device, beganAtMs, batteryPercent, at: 0, note: null, answers: {} };
}

/** Null where the text is not a progress of this version. */
export function parseProgress(text: string): Progress | null {
  try {
    const parsed: Progress = JSON.parse(text);
    return parsed.probe === PROBE && parsed.at >= 0 ? parsed : null;
  } catch {
    return null;
  }
}

export function keep(progress: Progress, note: Note): Progress {
  return { ...progress, note: { ...progress.note, ...note } };
}

/** Back to before the question began. */
export function again(progress: Progress): Progress {
  return { ...progress, note: null };
}

/** @param holds null where nothing could be learnt */
export function answer(
  progress: Progress,
  check: string,
  holds: boolean | null,
  atMs: number,
  values: Note = {},
): Progress {
  const outcome = holds === null ? 'unknown' : holds ? 'yes' : 'no';
  return put(progress, check, { outcome, atS: secondsAt(progress, atMs), values });
}

/** The next question; checks of this one without an answer get `outcome`. */
export function next(progress: Progress, outcome: string, atMs: number): Progress {
  const open = (QUESTIONS[progress.at]?.checks ?? []).filter((check) => !(check in progress.answers));
  const said = outcome.replace(/[^ -~]+/g, ' ').slice(0, SAID_CHARACTERS);
  const all = open.reduce(
    (so, check) => put(so, check, { outcome: said, atS: secondsAt(so, atMs) }),
    progress,
  );
  return { ...all, at: progress.at + 1, note: null };
}

function put(progress: Progress, check: string, given: ProbeAnswer): Progress {
  return { ...progress, answers: { ...progress.answers, [check]: given } };
}

function secondsAt(progress: Progress, atMs: number): number {
  return Math.round((atMs - progress.beganAtMs) / 1000);
}

/** @param isoTime turns UTC ms into ISO 8601: core has no clock */
export function resultOf(progress: Progress, isoTime: (atMs: number) => string): Result {
  const answers: Record<string, string> = {};
  const details: Record<string, Note> = {};
  for (const check of Object.keys(progress.answers)) {
    const given = progress.answers[check];
    if (given === undefined) continue;
    answers[check] = given.outcome;
    details[check] = { atS: given.atS, ...given.values };
  }
  return { probe: PROBE, ...progress.device, beganAt: isoTime(progress.beganAtMs), answers, details };
}

/**
 * The same for the QR code, without details and with the checks listed by outcome and question (`"yes":"P1ab P2a"`): the
 * smaller the code, the larger its squares on a small glass.
 */
export function codeText(progress: Progress, isoTime: (atMs: number) => string): string {
  const { answers, details: _, ...head } = resultOf(progress, isoTime);
  const byOutcome: Record<string, string> = {};
  for (const { id, checks } of QUESTIONS) {
    const letters: Record<string, string> = {};
    for (const check of checks) {
      const outcome = answers[check];
      if (outcome !== undefined) letters[outcome] = (letters[outcome] ?? '') + check.slice(id.length);
    }
    for (const outcome of Object.keys(letters)) {
      const before = byOutcome[outcome];
      const here = `${id}${letters[outcome]}`;
      byOutcome[outcome] = before === undefined ? here : `${before} ${here}`;
    }
  }
  return JSON.stringify({ ...head, answers: byOutcome });
}
