/** The watch's composition root: builds the ports once and hands them to the pages through globalData. Nothing else. */
import { BaseApp } from '@zeppos/zml/base-app';
import { createJournal } from './utils/run/journal.ts';
import { createSyncRunner } from './utils/run/sync-runner.ts';
import { createClock } from './utils/zos/clock.ts';
import { createFiles } from './utils/zos/files.ts';
import type { House } from './utils/zos/house.ts';
import { createLink, type ZmlMessaging } from './utils/zos/link.ts';

interface Shared {
  house?: House;
  messaging?: ZmlMessaging;
}

function buildHouse(shared: Shared): House {
  const clock = createClock();
  const files = createFiles();
  const report = (where: string, sentence: string): void => {
    built.lastFault = `${where}: ${sentence}`;
    console.log(`[iliacus] ${where}: ${sentence}`);
  };
  const link = createLink(() => (shared.messaging === undefined ? null : shared.messaging), report);
  const journal = createJournal(files, report, Math.random);
  const built: House = {
    clock,
    files,
    journal,
    report,
    sync: createSyncRunner({ clock, link, journal, report, random: Math.random }, () => {
      if (built.onSync !== null) built.onSync();
    }),
    lastRecord: null,
    lastFault: null,
    onSync: null,
  };
  return built;
}

App(
  BaseApp({
    // zml puts its messaging here before onCreate.
    globalData: { messaging: undefined },
    onCreate() {
      const shared: Shared = this.globalData;
      shared.house = buildHouse(shared);
    },
    onDestroy() {
      // Pages give back what they took; the app itself holds nothing of the watch.
    },
  }),
);
