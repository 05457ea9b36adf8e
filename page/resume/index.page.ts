/** Shows nothing: brings a stored session back and hands it to the page that goes on with it. What the alarm net opens. */
import { replace } from '@zos/router';
import { guard } from '../../utils/run/guard.ts';
import { resumeSession } from '../../utils/run/resume.ts';
import { house } from '../../utils/zos/house.ts';
import { createScreenKeeper } from '../../utils/zos/screen-keeper.ts';

function open(): void {
  const resumed = resumeSession(house());
  if (resumed.to === 'session') {
    house().comeBack = resumed.cue;
    replace({ url: 'page/begin/index.page', params: 'resumed' });
    return;
  }
  // The page that kept its screen on is gone; what else was there for the session that has ended is.
  house().guarded = house().shields();
  createScreenKeeper(house().report).release();
  house().alarm.cancel();
  house().standby.stop();
  replace({ url: `page/${resumed.to === 'summary' ? 'finish' : 'home'}/index.page`, params: 'fresh' });
}

Page({
  build() {
    guard('page/resume build', house().report, open);
  },
});
