/**
 * The helper over `@zos/app-service`. Started with `reload: false`: a reboot must not bring it back without a session. A
 * watch without such services (below API 4.0), without consent or with another app's service simply has none.
 */
import { queryPermission } from '@zos/app';
import { getAllAppServices, start, stop } from '@zos/app-service';
import { createSysTimer } from '@zos/timer';
import type { Helper } from '../ports/helper.ts';
import type { Report } from '../ports/report.ts';

const FILE = 'app-service/helper';
const BACKGROUND = { permissions: ['device:os.bg_service'] };
/** What the platform answers for a permission that is granted. */
const GRANTED: unknown = 2;
// The reference's name for the entry; the declared type asks for fields that have defaults.
const SERVICE = { file: FILE, reload: false, complete_func() {} } as never;

export function createHelper(report: Report): Helper {
  /** Whether it is listed is asked while a failure is told, so that alone is tried without a word. */
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
    // Below API 4.0 the service has no timers, whatever was allowed; and the wearer may have taken the permission back since.
    start: () =>
      void attempt(
        () =>
          typeof createSysTimer === 'function' &&
          queryPermission(BACKGROUND)[0] === GRANTED &&
          start(SERVICE),
      ),
    stop: () => void attempt(() => stop(SERVICE)),
  };
}
