/** Watch and phone with everything between them: a log, the sync runner, a lossy radio, the inbox and the phone's store. */
import { createRecordStore } from '../../app-side/record-store.ts';
import { createRandom } from '../../tools/shared/random.ts';
import { asciiBytes } from '../../utils/core/base/bytes.ts';
import { type Frame, SESSION } from '../../utils/core/log/frame.ts';
import { decodeBlock, isBlockKey } from '../../utils/core/sync/frame-block.ts';
import { answerMessage, type PhonePreferences } from '../../utils/core/sync/inbox.ts';
import { unseal } from '../../utils/core/sync/message.ts';
import { createSessionLog, type SessionLog } from '../../utils/run/session-log.ts';
import { createSyncRunner, type SyncRunner } from '../../utils/run/sync-runner.ts';
import { createTextStore, type TextStore } from '../../utils/run/text-store.ts';
import { createLossyLink, type LossyLink } from './lossy-link.ts';
import type { ManualClock } from './manual-clock.ts';
import { createMemoryFiles } from './memory-files.ts';
import { createMemoryTexts, type MemoryTexts } from './memory-texts.ts';
import { createRecordingReport } from './recording-report.ts';

export interface PhoneAndWatch {
  readonly sessionLog: SessionLog;
  readonly sync: SyncRunner;
  readonly store: TextStore;
  readonly link: LossyLink;
  readonly texts: MemoryTexts;
  readonly contents: Map<string, Uint8Array>;
  readonly lines: readonly string[];
  /** Appends a short record, with a text of its own if one is given. */
  appendSession(text?: string): void;
  /** Ends the app without notice, so that the next one reads what is in the folder. Launches nothing. */
  forgetLife(): void;
  /** Appends a short record and opens the sync, as the summary does. */
  finishSession(): void;
  /** Ends the app on the watch and launches it again. */
  restartWatch(): void;
  /** Deletes the phone's data. */
  wipePhone(): void;
}

/**
 * @param past what is in the watch's folder
 * @param texts what the phone has stored
 * @param reports the failures that the watch has to tell
 * @param preferences those of the phone; null where it takes none
 */
export function createPhoneAndWatch(
  clock: ManualClock,
  past: ReadonlyMap<string, Uint8Array> = new Map(),
  texts: MemoryTexts = createMemoryTexts(),
  reports: () => string = () => '',
  preferences: PhonePreferences | null = null,
): PhoneAndWatch {
  const random = createRandom(1);
  const contents = new Map<string, Uint8Array>(past);
  const { report, lines } = createRecordingReport();

  function launch(): Pick<PhoneAndWatch, 'sessionLog' | 'sync' | 'store' | 'link'> {
    const files = createMemoryFiles(contents);
    const store = createTextStore(files, report);
    const sessionLog = createSessionLog(files, store, report, random);
    const link = createLossyLink(clock, (bytes) =>
      answerMessage(unseal(bytes), createRecordStore(texts, random), preferences),
    );
    return {
      sessionLog,
      store,
      link,
      sync: createSyncRunner({ clock, link, sessionLog, store, report, random, reports }),
    };
  }

  let life = launch();
  const appendSession = (text = `{"n":${life.sessionLog.tail() + 1}}`): void => {
    life.sessionLog.append(SESSION, asciiBytes(text));
  };
  return {
    texts,
    contents,
    lines,
    get sessionLog() {
      return life.sessionLog;
    },
    get sync() {
      return life.sync;
    },
    get store() {
      return life.store;
    },
    get link() {
      return life.link;
    },
    appendSession,
    finishSession() {
      appendSession();
      life.sync.start();
    },
    forgetLife() {
      life.link.cut();
      life = launch();
    },
    restartWatch() {
      const { fates } = life.link;
      life.link.cut();
      life = launch();
      life.link.fates.push(...fates);
      life.sync.start();
    },
    wipePhone: () => texts.values.clear(),
  };
}

/** Every record on the phone, in order of key and seq. */
export function onPhone(texts: MemoryTexts): readonly Frame[] {
  return [...texts.values].flatMap(([key, text]) => (isBlockKey(key) ? decodeBlock(text).frames : []));
}
