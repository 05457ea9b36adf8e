/** What the probe's service writes into its file, and its page reads. ASCII, without commas in the parts. */

export interface HelperNote {
  /** Ticks of a second since the screen went dark; 0 where the service has written nothing. */
  readonly darkTicks: number;
  /** Calls of `onEvent`. */
  readonly events: number;
  /** The states of the screen that it has met, such as `12`. */
  readonly states: string;
  /** What it has read in the page's file. */
  readonly told: string;
}

export function writeHelperNote({ darkTicks, events, states, told }: HelperNote): string {
  return [darkTicks, events, states, told].join(',');
}

/** @param text empty where there is no file */
export function readHelperNote(text: string): HelperNote {
  const [darkTicks = '', events = '', states = '', told = ''] = text.split(',');
  return { darkTicks: Number(darkTicks) || 0, events: Number(events) || 0, states, told };
}
