/** A watch as files and a log, and one launch of it beside a phone. */
import type { PhoneStorage } from '../../app-side/phone-storage.ts';
import { createRecordStore } from '../../app-side/record-store.ts';
import { runCommands } from '../../app-side/run-commands.ts';
import { SESSION } from '../../utils/core/log/frame.ts';
import { answerMessage, type PhonePreferences } from '../../utils/core/sync/inbox.ts';
import { unseal } from '../../utils/core/sync/message.ts';
import { createSessionLog } from '../../utils/run/session-log.ts';
import { createSyncRunner } from '../../utils/run/sync-runner.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createLossyLink } from './lossy-link.ts';
import { createManualClock } from './manual-clock.ts';
import { createMemoryFiles } from './memory-files.ts';
import { createRecordingReport } from './recording-report.ts';
import { frameOf } from './records.ts';

const clock = createManualClock();

/** A launch of a watch with its own number, which appends this many records to those in its files. */
export function createWatch(number: number, records = 0, files = createMemoryFiles()) {
  const { report, lines } = createRecordingReport();
  const store = createTextStore(files, report);
  const sessionLog = createSessionLog(files, store, report, () => number / 10);
  const append = (): void => void sessionLog.append(SESSION, frameOf(sessionLog.tail() + 1).body);
  for (let count = 0; count < records; count++) append();
  return { files, store, sessionLog, lines, append, random: () => 0.5, report };
}

export type Watch = ReturnType<typeof createWatch>;

/** One launch beside this phone, for a minute. */
export function meet(watch: Watch, texts: PhoneStorage, preferences: PhonePreferences | null = null) {
  const link = createLossyLink(clock, (bytes) => {
    const store = createRecordStore(texts, () => 0.5);
    const page = preferences ?? { text: () => '', merge: () => null };
    runCommands({
      storage: texts,
      records: store,
      preferences: page,
      nowMs: () => 0,
      report: () => undefined,
    });
    return answerMessage(unseal(bytes), store, preferences);
  });
  const sync = createSyncRunner({ ...watch, clock, link, reports: () => '' });
  sync.start();
  clock.advance(60_000);
  link.cut();
  return { status: sync.status(), sent: link.sent };
}
