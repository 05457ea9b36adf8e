/**
 * After a session or a morning's answer: whether the last sessions speak for another phase. Shows nothing; goes on to the
 * question, or to home. A page of its own, since reading the log is most of a page's bytes.
 */
import { replace } from '@zos/router';
import { advisedStage } from '../../utils/core/schedule/stage-advice.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { ratedSessions, refusedUpTo } from '../../utils/run/rated-sessions.ts';
import { appContext } from '../../utils/zos/app-context.ts';

Page({
  build() {
    const { sessionLog, store, report } = appContext();
    let next = { url: 'page/home/index.page', params: 'fresh' };
    guard('page/weigh build', report, () => {
      const { stage } = loadPreferences(store, report);
      const advised = advisedStage(stage, ratedSessions(sessionLog, refusedUpTo(store)));
      if (advised !== null) next = { url: 'page/advice/index.page', params: advised };
    });
    replace(next);
  },
});
