import { BaseApp } from '@zeppos/zml/base-app';
import { log } from '@zos/utils';

App(
  BaseApp({
    onCreate() {
      log.getLogger('notes').log('opened');
    },
  }),
);
