/** The watch's composition root: builds the ports once and hands them to the pages through globalData. Nothing else. */

import { appPlugin } from '@zeppos/zml/3.0/module/messaging/plugin/app';
import { sessionLayout } from './utils/core/layout/session-layout.ts';
import { REMINDER_ALARMS } from './utils/core/stored-names.ts';
import { createReportRing, protectionLetters } from './utils/run/report-ring.ts';
import { createSessionLog } from './utils/run/session-log.ts';
import { createSyncRunner } from './utils/run/sync-runner.ts';
import { createTextStore } from './utils/run/text-store.ts';
import { createAlarmNet } from './utils/zos/alarm.ts';
import type { AppContext } from './utils/zos/app-context.ts';
import { createClock } from './utils/zos/clock.ts';
import { createFiles } from './utils/zos/files.ts';
import { createHelper } from './utils/zos/helper.ts';
import { createLink, type ZmlMessaging } from './utils/zos/link.ts';
import { readScreen } from './utils/zos/screen-size.ts';

interface Shared {
  appContext?: AppContext;
  messaging: ZmlMessaging;
}

function buildAppContext(shared: Shared): AppContext {
  const clock = createClock();
  const files = createFiles();
  const { random } = Math;
  const ring = createReportRing(files, clock, () => built);
  const report = (where: string, sentence: string): void => {
    const what = `${where}: ${sentence}`;
    built.lastFault = what;
    console.log('[iliacus]', what);
    ring(what);
  };
  const store = createTextStore(files, report);
  const link = createLink(() => shared.messaging, report);
  const sessionLog = createSessionLog(files, store, report, random);
  const sync = createSyncRunner({ clock, link, sessionLog, store, report, random, reports: ring }, () =>
    built.onSync(),
  );
  const built: AppContext = {
    clock,
    store,
    sessionLog,
    report,
    sync,
    alarm: createAlarmNet(report, () => store.load(REMINDER_ALARMS)),
    helper: createHelper(report),
    screenKept: false,
    protection: () => protectionLetters(built),
    protectionAtEnd: '',
    plan: null,
    layout: () => sessionLayout(readScreen()),
    finished: null,
    strength: 'normal',
    coach: false,
    lastFault: '',
    onSync: () => {},
  };
  return built;
}

// zml's messaging alone, without its app base: that would mix in file transfer, fetch and a logger, 3 KB of bytecode.
const { onCreate, onDestroy } = appPlugin();

App({
  // zml puts its messaging here as it is created.
  globalData: {},
  onCreate() {
    onCreate.call(this);
    const shared = this.globalData as Shared;
    shared.appContext = buildAppContext(shared);
  },
  onDestroy,
});
