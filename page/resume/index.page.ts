/** Shows nothing: brings a stored session back and hands it to the page that goes on with it. What the alarm net opens. */
import { replace } from '@zos/router';
import { guard } from '../../utils/run/guard.ts';
import { resumeSession } from '../../utils/run/resume.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { createScreenKeeper } from '../../utils/zos/screen-keeper.ts';

function open(): void {
  const resumed = resumeSession(appContext());
  if (resumed.to === 'session') {
    appContext().comeBack = resumed.cue;
    replace({ url: 'page/begin/index.page', params: 'resumed' });
    return;
  }
  // The page that kept its screen on is gone; what else was there for the session that has ended is.
  appContext().protectionAtEnd = appContext().protection();
  createScreenKeeper(appContext().report).release();
  appContext().alarm.cancel();
  appContext().helper.stop();
  replace({ url: `page/${resumed.to === 'summary' ? 'finish' : 'home'}/index.page`, params: 'fresh' });
}

Page({
  build() {
    guard('page/resume build', appContext().report, open);
  },
});
