/** Takes in what the phone has sent and what the wearer has changed here. Shows nothing; what home shows is worked out next. */
import { replace } from '@zos/router';
import { localDay, localHour } from '../../utils/core/schedule/calendar.ts';
import { adoptPreferences } from '../../utils/run/apply-preferences.ts';
import { guard } from '../../utils/run/guard.ts';
import { appContext } from '../../utils/zos/app-context.ts';

Page({
  build() {
    const { clock, store, report } = appContext();
    guard('page/adopt build', report, () => {
      const nowMs = clock.nowMs();
      const offsetMin = clock.zoneOffsetMin();
      adoptPreferences(store, report, [localDay(nowMs, offsetMin), localHour(nowMs, offsetMin)]);
    });
    replace({ url: 'page/begin/index.page', params: 'brief' });
  },
});
