/** Reads the newest sessions out of the log for the page that lists them. Shows nothing. */
import { replace } from '@zos/router';
import { guard } from '../../utils/run/guard.ts';
import { newestSessions } from '../../utils/run/history.ts';
import { appContext } from '../../utils/zos/app-context.ts';

Page({
  build() {
    const built = appContext();
    guard('page/history build', built.report, () => {
      built.sessions = newestSessions(built.sessionLog, built.report);
    });
    // Without them, that page would send back here for good.
    replace(
      built.sessions === undefined
        ? { url: 'page/home/index.page', params: 'fresh' }
        : { url: 'page/sessions/index.page' },
    );
  },
});
