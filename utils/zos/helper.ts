/**
 * The helper on `@zos/app-service`. It is started with `reload: false`, so that a reboot does not start it without a session.
 * There is no helper below API 4.0, without the wearer's consent, or while another app's service runs.
 */
import { queryPermission, requestPermission } from '@zos/app';
import { getAllAppServices, start, stop } from '@zos/app-service';
import { createSysTimer } from '@zos/timer';
import type { Helper, Report } from '../ports/ports.ts';

const FILE = 'app-service/helper';
const BACKGROUND = { permissions: ['device:os.bg_service'] };
/** The platform's codes for a permission: not granted yet (also right after the wearer has allowed it), and granted. */
const NOT_YET: unknown = 0;
const GRANTED: unknown = 2;
/** What `start` returns if the helper starts, or is already running. */
const STARTED: readonly unknown[] = [0, 2, true, undefined];
// The entry by its name in the platform's reference. The declared type demands fields that have defaults.
const SERVICE = { file: FILE, reload: false, complete_func() {} } as never;

/** Whether this watch can have a helper: below API 4.0 its services have no timers. */
export function canHaveHelper(): boolean {
  return typeof createSysTimer === 'function';
}

/** Whether the system says that the helper may run. After the wearer's consent, a watch may say so only at a later launch. */
export function isHelperGranted(): boolean {
  try {
    return queryPermission(BACKGROUND)[0] === GRANTED;
  } catch {
    return false;
  }
}

/**
 * Lets the system ask the wearer for the helper's permission, unless the wearer has already granted or refused it there.
 *
 * @param answered called when the system asks nothing more, whatever the answer
 */
export function requestHelper(report: Report, answered: () => void): void {
  const note = (code: unknown): void => {
    if (code !== NOT_YET && code !== GRANTED) report('helper', `permission ${code}`);
    answered();
  };
  try {
    const code: unknown = requestPermission({
      ...BACKGROUND,
      callback: (codes?: number[]) => note(codes?.[0]),
    } as never);
    // The platform asks and calls back later, or answers at once and does not call back.
    if (code !== NOT_YET) note(code);
  } catch (thrown) {
    note(thrown);
  }
}

export function createHelper(report: Report): Helper {
  function attempt(act: () => void): void {
    try {
      act();
    } catch (thrown) {
      report('helper', String(thrown));
    }
  }
  return {
    isListed() {
      // Not reported, because a report itself asks whether the helper is listed. A watch may list its name with the ending.
      try {
        return getAllAppServices().some((name) => String(name).replace(/\.js$/, '') === FILE);
      } catch {
        return false;
      }
    },
    start: () =>
      attempt(() => {
        const code: unknown = canHaveHelper() ? start(SERVICE) : 0;
        if (STARTED.indexOf(code) < 0) report('helper', `start ${code}`);
      }),
    stop: () => attempt(() => stop(SERVICE)),
  };
}
