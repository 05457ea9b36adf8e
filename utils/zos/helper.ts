/**
 * The helper over `@zos/app-service`. It is started with `reload: false`, so that a reboot does not start it without a session.
 * A watch below API 4.0, without the wearer's consent or with another app's service has no helper.
 */
import { queryPermission, requestPermission } from '@zos/app';
import { getAllAppServices, start, stop } from '@zos/app-service';
import { createSysTimer } from '@zos/timer';
import type { Helper, Report } from '../ports/ports.ts';

const FILE = 'app-service/helper';
const BACKGROUND = { permissions: ['device:os.bg_service'] };
/** The platform's answer for a permission that is granted. */
const GRANTED: unknown = 2;
// The entry by its name in the platform's reference. The declared type demands fields that have defaults.
const SERVICE = { file: FILE, reload: false, complete_func() {} } as never;

/** Whether this watch can have a helper: below API 4.0 its services have no timers. */
export function canHaveHelper(): boolean {
  return typeof createSysTimer === 'function';
}

/** Lets the system ask the wearer for the permission that the helper needs. `answer` is called once the wearer has decided. */
export function requestHelper(answer: (isAllowed: boolean) => void): void {
  const code: unknown = requestPermission({
    ...BACKGROUND,
    callback: ([state]: number[]) => answer(state === GRANTED),
  } as never);
  // Granted already: the platform answers at once and does not call back.
  if (code === GRANTED) answer(true);
}

export function createHelper(report: Report): Helper {
  /** @param isQuiet whether a failure is not reported: a report itself asks whether the helper is listed */
  function attempt(act: () => unknown, isQuiet = false): unknown {
    try {
      return act();
    } catch (thrown) {
      if (!isQuiet) report('helper', String(thrown));
      return false;
    }
  }
  return {
    isListed: () => attempt(() => getAllAppServices().indexOf(FILE) >= 0, true) as boolean,
    // Whatever was allowed once: the wearer may have taken the permission back since.
    start: () =>
      void attempt(() => canHaveHelper() && queryPermission(BACKGROUND)[0] === GRANTED && start(SERVICE)),
    stop: () => void attempt(() => stop(SERVICE)),
  };
}
