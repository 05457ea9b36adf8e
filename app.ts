/**
 * Builds the ports once and passes them to the pages through globalData, and nothing else. Nothing in it throws, because a
 * watch may open an app that throws here again and again. The system creates the app for the glance too.
 */

import { appPlugin } from '@zeppos/zml/3.0/module/messaging/plugin/app';
import { REMINDER_ALARMS } from './utils/core/stored-names.ts';
import type { Report } from './utils/ports/ports.ts';
import { guard } from './utils/run/guard.ts';
import { createProtection } from './utils/run/protection.ts';
import { createReportRing } from './utils/run/report-ring.ts';
import { safePort } from './utils/run/safe-port.ts';
import { createSessionLog } from './utils/run/session-log.ts';
import { createSyncRunner } from './utils/run/sync-runner.ts';
import { createTextStore, isWrittenByApp } from './utils/run/text-store.ts';
import { createAlarmNet } from './utils/zos/alarm.ts';
import type { AppContext } from './utils/zos/app-context.ts';
import { createClock } from './utils/zos/clock.ts';
import { createFiles } from './utils/zos/files.ts';
import { createHelper } from './utils/zos/helper.ts';
import { createLink, type ZmlMessaging } from './utils/zos/link.ts';

// zml's messaging alone, without its app base: that would mix in file transfer, fetch and a logger, 3 KB of bytecode. Held here,
// since it listens to Bluetooth.
let zml: ReturnType<typeof appPlugin> | null = null;
/** zml puts its messaging here as it is created. */
const zmlHost: { globalData: { messaging?: ZmlMessaging } } = { globalData: {} };

/** Opens Bluetooth at the first call, which is the first sync of a page. */
function messaging(): ZmlMessaging {
  if (zml === null) {
    zml = appPlugin();
    zml.onCreate.call(zmlHost);
  }
  return zmlHost.globalData.messaging as ZmlMessaging;
}

const nothing = (): void => {};

function buildAppContext(launchParams: string | undefined): AppContext {
  let newestFailure = '';
  const report: Report = (where, sentence) => {
    newestFailure = `${where}: ${sentence}`;
    try {
      console.log('[iliacus]', newestFailure);
      ring(newestFailure);
    } catch {
      // There is nothing left to report to.
    }
  };
  const clock = createClock((run) => () => guard('timer', report, run));
  const files = createFiles();
  const { random } = Math;
  const ring = createReportRing(files, clock, () => protection.letters());
  const store = createTextStore(files, report, isWrittenByApp);
  const alarm = safePort('alarm', report, () => createAlarmNet(report, () => store.load(REMINDER_ALARMS)), {
    arm: nothing,
    cancel: nothing,
    isArmed: () => false,
  });
  const helper = safePort('helper', report, () => createHelper(report), {
    isListed: () => false,
    start: nothing,
    stop: nothing,
  });
  const protection = createProtection(helper, alarm);
  const link = createLink(messaging, report);
  const sessionLog = createSessionLog(files, store, report, random);
  const sync = safePort(
    'sync',
    report,
    () => createSyncRunner({ clock, link, sessionLog, store, report, random, reports: ring }),
    { start: nothing, status: () => 'unknown', onChange: nothing },
  );
  return {
    clock,
    store,
    sessionLog,
    report,
    newestFailure: () => newestFailure,
    sync,
    alarm,
    helper,
    protection,
    launchParams,
  };
}

const shared: { appContext?: AppContext } = {};

App({
  globalData: shared,
  onCreate(params?: string) {
    guard('app', nothing, () => {
      shared.appContext = buildAppContext(params);
    });
  },
  onDestroy() {
    guard('app', nothing, () => {
      // What the disk has refused is lost when the app ends.
      if (shared.appContext) shared.appContext.store.retry();
      if (zml !== null) zml.onDestroy.call(zmlHost);
    });
  },
});
