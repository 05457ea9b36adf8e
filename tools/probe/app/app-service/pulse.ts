/** The service of question P4: ticks once a second, buzzes once in the dark, and notes its ticks while the screen is dark. */
import { exit } from '@zos/app-service';
import { closeSync, O_CREAT, O_TRUNC, O_WRONLY, openSync, writeSync } from '@zos/fs';
import { Vibrator } from '@zos/sensor';
import { createSysTimer } from '@zos/timer';

/** Files may be written only while the screen is dark, which it is from about the second tick to the fourteenth. */
const FIRST_NOTE = 4;
const LAST_NOTE = 11;
const BUZZ = 5;
const LAST = 30;
let ticks = 0;

function note(): void {
  const text = String(ticks);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  const fd = openSync({ path: 'pulse', flag: O_WRONLY | O_CREAT | O_TRUNC });
  writeSync({ fd, buffer: bytes.buffer });
  closeSync({ fd });
}

AppService({
  onInit() {
    createSysTimer(true, 1_000, () => {
      ticks++;
      if (ticks === BUZZ) {
        const vibrator = new Vibrator();
        vibrator.stop();
        vibrator.start([{ type: vibrator.getType().CONTINUOUS, duration: 1_000 }]);
      }
      if (ticks >= FIRST_NOTE && ticks <= LAST_NOTE) note();
      if (ticks >= LAST) exit();
    });
  },
});
