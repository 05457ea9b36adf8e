/** The page that is pushed over the first one: reads what that has written, and goes back. */
import { readFileSync } from '@zos/fs';
import { back } from '@zos/router';
import { shared } from './phone.ts';

const STAYS_MS = 1_500;
const READ_PERIOD_MS = 250;

/** Length of the file that the first page has written last, bytes. */
let newBytes = 0;

function read(): void {
  const before = shared().readBySecond;
  if (before?.isNew === true) return;
  const data: unknown = readFileSync({ path: 'handed-over' });
  const isNew = data instanceof Object && (data as ArrayBuffer).byteLength === newBytes;
  shared().readBySecond = { reads: (before?.reads ?? 0) + 1, isNew };
}

Page({
  onInit(given) {
    newBytes = Number(given);
  },
  build() {
    setTimeout(back, STAYS_MS);
    setInterval(read, READ_PERIOD_MS);
    read();
  },
});
