/** What protects a running session from the dark screen: the helper, the alarm, and a page that keeps the screen on. */
import type { AlarmNet, Helper } from '../ports/ports.ts';

export interface Protection {
  /** What protects a session now, one letter each: `s` helper, `a` alarm, `p` page kept on. */
  letters(): string;
  /** Called by the session page when it begins to keep its screen on, and when it is left. */
  setPageKept(isKept: boolean): void;
}

export function createProtection(helper: Helper, alarm: AlarmNet): Protection {
  let isPageKept = false;
  return {
    letters() {
      let letters = isPageKept ? 'p' : '';
      if (helper.isListed()) letters += 's';
      if (alarm.isArmed()) letters += 'a';
      return letters;
    },
    setPageKept(isKept) {
      isPageKept = isKept;
    },
  };
}
