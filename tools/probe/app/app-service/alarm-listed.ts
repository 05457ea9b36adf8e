/** Named among the services alone: leaves a file where an alarm has started it. */
import { createFiles } from '../../../../utils/zos/files.ts';

AppService({
  onInit() {
    createFiles().write('woken-listed', new Uint8Array([1]));
  },
});
