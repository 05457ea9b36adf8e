/** A trial of the helper: it plays one cue and ends, so that the wearer can say whether cues from a service are felt. */
import { start, stop } from '@zos/app-service';
import type { CueStyle } from '../core/cue/vocabulary.ts';

const FILE = 'app-service/helper';

/** From the start of the helper to its cue, ms. */
export const HELPER_TRIAL_AFTER_MS = 1_500;

/** Lets the helper play a cue in this style. @returns whether the request was made without an error */
export function startHelperTrial(style: CueStyle): boolean {
  try {
    // The entry by its name in the platform's reference. The declared type demands fields that have defaults.
    start({
      file: FILE,
      reload: false,
      param: JSON.stringify({ trial: style }),
      complete_func() {},
    } as never);
    return true;
  } catch {
    return false;
  }
}

/** A session that begins right after the trial needs the helper again. */
export function stopHelperTrial(): void {
  try {
    stop({ file: FILE, complete_func() {} } as never);
  } catch {
    // It has ended by itself.
  }
}

/** The style of a trial that the helper was started for; null if it was started for a session. */
export function readHelperTrial(param: string | undefined): CueStyle | null {
  try {
    const { trial = null }: { trial?: CueStyle | null } = JSON.parse(param || '{}');
    return trial;
  } catch {
    return null;
  }
}
