/** The newest sessions, the newest first; a tap opens one to its holds. */
import { replace } from '@zos/router';
import { phrase } from '../../utils/core/text/phrase.ts';
import { historyLine } from '../../utils/core/view/history-view.ts';
import { guard } from '../../utils/run/guard.ts';
import { house } from '../../utils/zos/house.ts';
import { buttonPart } from '../parts/button.ts';
import { rowsLayout } from '../parts/rows-layout.ts';
import { say } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { QUIET, TEXT } from '../parts/tones.ts';

function open(): void {
  const built = house();
  const { sessions } = built;
  // Read anew by whoever opens the list again: in the house they would take memory from every page.
  built.sessions = undefined;
  if (sessions === undefined) {
    replace({ url: 'page/history/index.page' });
    return;
  }
  const screen = openScreen();
  const layout = rowsLayout(screen, Math.max(1, sessions.length) + 1);
  textPart(layout.title, TEXT, say(phrase('more.history')));
  layout.rows.forEach((line, at) => {
    const session = sessions[at];
    if (session !== undefined) {
      buttonPart(line, 'plain', say(historyLine(session.record)), () => {
        built.finished = session;
        replace({ url: 'page/summary/index.page', params: 'history' });
      });
    } else if (sessions.length === at && at === 0) textPart(line, QUIET, say(phrase('history.none')));
    else {
      buttonPart(line, 'go', say(phrase('more.back')), () =>
        replace({ url: 'page/home/index.page', params: 'fresh' }),
      );
    }
  });
}

Page({
  build() {
    guard('page/sessions build', house().report, open);
  },
});
