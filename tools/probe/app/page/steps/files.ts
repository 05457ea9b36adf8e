/** P10, P16: what the disk keeps. */
import {
  closeSync,
  O_APPEND,
  O_CREAT,
  O_TRUNC,
  O_WRONLY,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from '@zos/fs';
import type { ProbeStep, Stage } from '../stage.ts';

const LARGE_BYTES = 262_144;
const RECORD_BYTES = 32;
const RECORDS = 16;
const OLD_BYTES = 10;
const NEW_BYTES = 20;
const READ_PERIOD_MS = 250;
/** What is not there by then counts as never. */
const LATEST_READ_MS = 5_000;

function write(path: string, mode: number, bytes: Uint8Array): number {
  const fd = openSync({ path, flag: O_WRONLY | O_CREAT | mode });
  const count = writeSync({ fd, buffer: bytes.buffer as ArrayBuffer });
  closeSync({ fd });
  return count;
}

function lengthOf(path: string): number {
  const data: unknown = readFileSync({ path });
  return data instanceof Object ? (data as ArrayBuffer).byteLength : -1;
}

function rename(stage: Stage): void {
  write('older', O_TRUNC, new Uint8Array(10));
  write('newer', O_TRUNC, new Uint8Array(20));
  const code = renameSync({ oldPath: 'newer', newPath: 'older' });
  stage.answer('P10b', Number(code) === 0 && lengthOf('older') === 20, {
    code: Number(code),
    length: lengthOf('older'),
  });
  rmSync({ path: 'older' });
  rmSync({ path: 'newer' });
}

function large(stage: Stage): void {
  const beganMs = stage.nowMs();
  const written = write('large', O_TRUNC, new Uint8Array(LARGE_BYTES));
  const read = lengthOf('large');
  rmSync({ path: 'large' });
  stage.answer('P10c', read === LARGE_BYTES, { written, read, tookMs: stage.nowMs() - beganMs });
}

/** Writes one text over another and reads it until it is there. */
function readBack(stage: Stage, then: () => void): void {
  const beganMs = stage.nowMs();
  let reads = 0;
  let end = (): void => {};
  const isThere = (): boolean => {
    reads++;
    const waitedMs = stage.nowMs() - beganMs;
    const isNew = lengthOf('again') === NEW_BYTES;
    if (!isNew && waitedMs < LATEST_READ_MS) return false;
    end();
    stage.answer('P10d', reads === 1 && isNew, { reads, waitedMs, isNew: isNew ? 1 : 0 });
    rmSync({ path: 'again' });
    then();
    return true;
  };
  write('again', O_TRUNC, new Uint8Array(OLD_BYTES));
  lengthOf('again');
  write('again', O_TRUNC, new Uint8Array(NEW_BYTES));
  if (!isThere()) end = stage.every(READ_PERIOD_MS, isThere);
}

function askRestarted(stage: Stage): void {
  stage.show(
    'Has the watch been restarted?',
    [
      'Yes',
      () => {
        const length = lengthOf('appended');
        stage.answer('P10a', length === RECORDS * RECORD_BYTES, { length });
        rmSync({ path: 'appended' });
        stage.done();
      },
    ],
    ['Not yet', () => askRestart(stage)],
  );
}

function askRestart(stage: Stage): void {
  stage.show('Restart the watch now: hold its upper key and choose Restart. Then open this app.');
}

function append(stage: Stage): void {
  rmSync({ path: 'appended' });
  // Stored before the last append, so that nothing but the append is the newest on the disk.
  stage.keep({ phase: 'reboot' });
  askRestart(stage);
  for (let at = 0; at < RECORDS; at++) write('appended', O_APPEND, new Uint8Array(RECORD_BYTES).fill(at + 1));
}

export const filesStep: ProbeStep = {
  begin(stage) {
    stage.keep({ phase: 'disk' });
    stage.show('One moment.');
    readBack(stage, () => {
      rename(stage);
      large(stage);
      append(stage);
    });
  },
  back(stage) {
    if (stage.note().phase === 'reboot') askRestarted(stage);
    else stage.again('The app was closed. Begin again?');
  },
};

export const updateStep: ProbeStep = {
  begin(stage) {
    stage.keep({ phase: 'update' });
    stage.show('One moment.');
    stage.publish((arrived) => {
      const lead = arrived ? '' : 'The phone does not answer: copy the code first if you need it. ';
      stage.show(`${lead}Install this app again from the same code, then open it.`);
    });
  },
  back(stage) {
    stage.show(
      'Has this app been installed again?',
      [
        'Yes',
        () => {
          stage.settle('P16a', true);
        },
      ],
      ['Not yet', () => stage.show('Install this app again from the same code, then open it.')],
    );
  },
};
