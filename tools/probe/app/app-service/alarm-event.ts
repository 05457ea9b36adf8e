/** Named as `app-event` too: leaves a file where an alarm has started it. */
import { createFiles } from '../../../../utils/zos/files.ts';

AppService({
  onInit() {
    createFiles().write('woken-event', new Uint8Array([1]));
  },
});
