/**
 * After a session or a morning's answer: whether the last sessions speak for another phase. Shows nothing; goes on to the
 * question, or to home. A page of its own, since reading the log is most of a page's bytes.
 */
import { replace } from '@zos/router';
import { advisedPhase } from '../../utils/core/schedule/phase-advice.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { ratedSessions, refusedUpTo } from '../../utils/run/rated-sessions.ts';
import { house } from '../../utils/zos/house.ts';

Page({
  build() {
    const { journal, store, report } = house();
    let next = { url: 'page/home/index.page', params: 'fresh' };
    guard('page/weigh build', report, () => {
      const { phase } = loadPreferences(store, report).choices;
      const advised = advisedPhase(phase, ratedSessions(journal, refusedUpTo(store)));
      if (advised !== null) next = { url: 'page/advice/index.page', params: advised };
    });
    replace(next);
  },
});
