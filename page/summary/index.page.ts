/** The summary: the session in words, and whether the phone has it. */
import { replace } from '@zos/router';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { summaryView } from '../../utils/core/view/summary-view.ts';
import { finishSession } from '../../utils/run/finished-session.ts';
import { guard } from '../../utils/run/guard.ts';
import { noteSession } from '../../utils/run/last-session.ts';
import { house } from '../../utils/zos/house.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { hideStatusBar, readScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { QUIET, TEXT } from '../parts/tones.ts';
import { summaryLayout } from './layout.ts';

function open(): void {
  const { journal, store, sync } = house();
  const finished = finishSession(store, journal);
  if (finished === null) {
    replace({ url: 'page/home/index.page', params: 'fresh' });
    return;
  }
  const { holds, beats, startedAtMs, zoneOffsetMin } = finished.record;
  if (holds.length + beats > 0) noteSession(store, { startedAtMs, zoneOffsetMin, morning: null });
  const screen = readScreen();
  hideStatusBar(screen);
  const view = summaryView(finished.record);
  const layout = summaryLayout(screen, view.lines.length);
  textPart(layout.title, TEXT, say(view.title));
  view.lines.forEach((line, at) => {
    const rect = layout.lines[at];
    if (rect !== undefined) textPart(rect, TEXT, say(line));
  });
  const status = textPart(layout.sync, QUIET, say(syncPhrase(finished.stored)));
  house().onSync = () => status.set(say(syncPhrase(finished.stored)));
  sync.open();
  buttonPart(layout.close, 'plain', say(phrase('summary.close')), () =>
    replace({ url: 'page/home/index.page', params: 'fresh' }),
  );
}

function syncPhrase(stored: boolean): Phrase {
  if (!stored) return phrase('summary.notStored', house().lastFault);
  return phrase(`summary.sync.${house().sync.status()}`);
}

Page({
  build() {
    guard('page/summary build', house().report, open);
  },
  onDestroy() {
    house().onSync = () => {};
  },
});
