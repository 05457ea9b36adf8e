/** The watch's composition root: builds the ports once and hands them to the pages through globalData. Nothing else. */

import { appPlugin } from '@zeppos/zml/3.0/module/messaging/plugin/app';
import { sessionLayout } from './utils/core/layout/session-layout.ts';
import { createJournal } from './utils/run/journal.ts';
import { createReportRing, shieldLetters } from './utils/run/report-ring.ts';
import { createSlotStore } from './utils/run/slot-store.ts';
import { createSyncRunner } from './utils/run/sync-runner.ts';
import { createAlarmNet, WAKE_UPS } from './utils/zos/alarm.ts';
import { createClock } from './utils/zos/clock.ts';
import { createFiles } from './utils/zos/files.ts';
import { readScreen } from './utils/zos/glass.ts';
import type { House } from './utils/zos/house.ts';
import { createLink, type ZmlMessaging } from './utils/zos/link.ts';
import { createStandby } from './utils/zos/standby.ts';

interface Shared {
  house?: House;
  messaging: ZmlMessaging;
}

function buildHouse(shared: Shared): House {
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
  const store = createSlotStore(files, report);
  const link = createLink(() => shared.messaging, report);
  const journal = createJournal(files, store, report, random);
  const sync = createSyncRunner({ clock, link, journal, store, report, random, reports: ring }, () =>
    built.onSync(),
  );
  const built: House = {
    clock,
    store,
    journal,
    report,
    sync,
    alarm: createAlarmNet(report, () => store.load(WAKE_UPS)),
    standby: createStandby(report),
    screenKept: false,
    shields: () => shieldLetters(built),
    guarded: '',
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
    shared.house = buildHouse(shared);
  },
  onDestroy,
});
