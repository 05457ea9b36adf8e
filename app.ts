/** The watch's composition root: builds the ports once and hands them to the pages through globalData. Nothing else. */

import { appPlugin } from '@zeppos/zml/3.0/module/messaging/plugin/app';
import { REMINDER_ALARMS } from './utils/core/stored-names.ts';
import { createProtection } from './utils/run/protection.ts';
import { createReportRing } from './utils/run/report-ring.ts';
import { createSessionLog } from './utils/run/session-log.ts';
import { createSyncRunner } from './utils/run/sync-runner.ts';
import { createTextStore, isWrittenByApp } from './utils/run/text-store.ts';
import { createAlarmNet } from './utils/zos/alarm.ts';
import type { AppContext } from './utils/zos/app-context.ts';
import { createClock } from './utils/zos/clock.ts';
import { createFiles } from './utils/zos/files.ts';
import { createHelper } from './utils/zos/helper.ts';
import { createLink, type ZmlMessaging } from './utils/zos/link.ts';

interface Shared {
  appContext?: AppContext;
  messaging: ZmlMessaging;
}

function buildAppContext(shared: Shared, launchParams: string | undefined): AppContext {
  const clock = createClock();
  const files = createFiles();
  const { random } = Math;
  let newestFailure = '';
  const ring = createReportRing(files, clock, () => protection.letters());
  const report = (where: string, sentence: string): void => {
    newestFailure = `${where}: ${sentence}`;
    console.log('[iliacus]', newestFailure);
    ring(newestFailure);
  };
  const store = createTextStore(files, report, isWrittenByApp);
  const alarm = createAlarmNet(report, () => store.load(REMINDER_ALARMS));
  const helper = createHelper(report);
  const protection = createProtection(helper, alarm);
  const link = createLink(() => shared.messaging, report);
  const sessionLog = createSessionLog(files, store, report, random);
  const sync = createSyncRunner({ clock, link, sessionLog, store, report, random, reports: ring });
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

// zml's messaging alone, without its app base: that would mix in file transfer, fetch and a logger, 3 KB of bytecode.
const { onCreate, onDestroy } = appPlugin();

App({
  // zml puts its messaging here as it is created.
  globalData: {},
  onCreate(params?: string) {
    onCreate.call(this);
    const shared = this.globalData as Shared;
    shared.appContext = buildAppContext(shared, params);
  },
  onDestroy,
});
