/** The probe on the watch: zml's messaging, and what the app was launched with. */
import { appPlugin } from '@zeppos/zml/3.0/module/messaging/plugin/app';
import { BaseApp } from '@zeppos/zml/base/base-app';

App(
  BaseApp.use(appPlugin)({
    // zml puts its messaging here before onCreate.
    globalData: {},
    onCreate(params) {
      (this.globalData as { launchedBy: string }).launchedBy = params ?? '';
    },
  }),
);
