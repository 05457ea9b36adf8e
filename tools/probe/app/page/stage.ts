/** What a question may do: store, show, ask, wait, answer. The page gives it; the questions know nothing else of the page. */
import type { Note } from '../core/progress.ts';

export type Choice = readonly [label: string, then: () => void];

/** Something over the text that takes touches: a BUTTON with a label, or a transparent FILL_RECT. */
export interface Pad {
  /** Makes it a BUTTON. */
  readonly label?: string;
  /** Puts a group of the same size over it, and hides that. */
  readonly isUnderHiddenGroup?: boolean;
  /** FILL_RECT alone. */
  readonly onDown?: () => void;
  /** FILL_RECT alone. */
  readonly onUp?: () => void;
  /** BUTTON alone. */
  readonly onLongPress?: () => void;
}

export interface Stage {
  /** What this question has stored, also by an earlier life of the page. */
  note(): Note;
  /** Stored before it returns. */
  keep(values: Note): void;
  /** Shows a text with at most two buttons above Skip. */
  show(text: string, ...choices: readonly Choice[]): void;
  /** @param holds null where nothing could be learnt */
  answer(check: string, holds: boolean | null, values?: Note): void;
  /** Asks whether a claim holds, notes what is said, and goes on; to the next question unless told otherwise. */
  ask(text: string, check: string, then?: () => void, yes?: string, no?: string): void;
  /** Tells what to do, and waits until it is done. */
  order(text: string, then: () => void): void;
  /** The last answer of a question. */
  settle(check: string, holds: boolean | null, values?: Note): void;
  /** On to the next question. */
  done(): void;
  /** Back to the question's introduction. */
  again(text: string): void;
  nowMs(): number;
  /** Stops when the question ends. */
  after(delayMs: number, run: () => void): void;
  every(periodMs: number, run: () => void): () => void;
  /** What the app was launched with: `alarm` by the alarm. */
  readonly launchedBy: string;
  /** When the probe began and the battery then. */
  readonly beganAtMs: number;
  readonly beganPercent: number;
  /** Asks the phone; null where nothing comes within 10 s. Calls back once. */
  phone(message: object, then: (reply: Reply | null) => void): void;
  /** Puts a pad over the text until the question ends. @returns what takes it away before */
  pad(pad: Pad): () => void;
  /** Sends everything so far to the phone. */
  publish(then: (arrived: boolean) => void): void;
}

export type Reply = Readonly<Record<string, unknown>>;

export interface ProbeStep {
  /** The person has pressed Begin. */
  begin(stage: Stage): void;
  /** A new page is here after `begin`; without it the introduction comes again. */
  back?(stage: Stage): void;
  /** The page is being destroyed. */
  leave?(stage: Stage): void;
  pause?(stage: Stage): void;
  resume?(stage: Stage): void;
}
