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
import type { Stage, Step } from '../stage.ts';

const LARGE_BYTES = 262_144;
const RECORD_BYTES = 32;
const RECORDS = 16;

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

function askRestarted(stage: Stage): void {
  stage.translate(
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
  stage.translate('Restart the watch now: hold its upper key and choose Restart. Then open this app.');
}

export const filesStep: Step = {
  begin(stage) {
    stage.keep({ phase: 'disk' });
    rename(stage);
    large(stage);
    rmSync({ path: 'appended' });
    // Stored before the last append, so that nothing but the append is the newest on the disk.
    stage.keep({ phase: 'reboot' });
    askRestart(stage);
    for (let at = 0; at < RECORDS; at++)
      write('appended', O_APPEND, new Uint8Array(RECORD_BYTES).fill(at + 1));
  },
  back(stage) {
    if (stage.note().phase === 'reboot') askRestarted(stage);
    else stage.again('The app was closed. Begin again?');
  },
};

export const updateStep: Step = {
  begin(stage) {
    stage.keep({ phase: 'update' });
    stage.translate('One moment.');
    stage.publish((arrived) => {
      const lead = arrived ? '' : 'The phone does not answer: copy the code first if you need it. ';
      stage.translate(`${lead}Install this app again from the same code, then open it.`);
    });
  },
  back(stage) {
    stage.translate(
      'Has this app been installed again?',
      [
        'Yes',
        () => {
          stage.answer('P16a', true);
          stage.done();
        },
      ],
      ['Not yet', () => stage.translate('Install this app again from the same code, then open it.')],
    );
  },
};
