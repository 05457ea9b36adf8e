/** Logs a session between its end and its summary, and at a launch what the log has refused before. Shows nothing. */
import { replace } from '@zos/router';
import { patch } from '../../utils/core/base/patch.ts';
import { clearAnswers, loadAnswers } from '../../utils/run/answers.ts';
import { finishSession } from '../../utils/run/finished-session.ts';
import { guard } from '../../utils/run/guard.ts';
import { noteSession } from '../../utils/run/last-session.ts';
import { loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';

function open(): void {
  const built = appContext();
  const { protectionAtEnd, sessionLog, report, store } = built;
  // An answer of long before was forgotten at Start.
  const { before } = loadAnswers(store, 0);
  const painBefore = before === undefined ? null : before;
  const has = (letter: string): boolean => protectionAtEnd.indexOf(letter) >= 0;
  const protection = { standby: has('s'), alarm: has('a'), screen: has('p') };
  const finished = finishSession(store, sessionLog, { painBefore, protection }, report);
  built.finished = finished;
  if (finished === null) return;
  clearAnswers(store);
  const { holds, beats, startedAtMs, zoneOffsetMin } = finished.record;
  if (holds.length + beats > 0) {
    noteSession(store, { startedAtMs, zoneOffsetMin, morning: null, seq: finished.seq });
  }
  const preferences = loadPreferences(store, report);
  // Cues were told in words as far as this session went: to its end, and they are known.
  if (finished.record.how === 'done' && !preferences.coachDone) {
    savePreferences(store, patch(preferences, { coachDone: true }));
  }
}

Page({
  build() {
    guard('page/finish build', appContext().report, open);
    replace(
      appContext().finished === null
        ? { url: 'page/home/index.page', params: 'fresh' }
        : { url: 'page/summary/index.page' },
    );
  },
});
