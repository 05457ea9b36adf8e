/** The newest sessions, the newest first; a tap opens one to its holds. */
import { replace } from '@zos/router';
import { phrase } from '../../utils/core/text/phrase.ts';
import { historyLine } from '../../utils/core/view/history-view.ts';
import { guard } from '../../utils/run/guard.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { buttonPart } from '../widgets/button.ts';
import { QUIET, TEXT } from '../widgets/colours.ts';
import { rowsLayout } from '../widgets/rows-layout.ts';
import { openScreen } from '../widgets/screen.ts';
import { textPart } from '../widgets/text.ts';
import { translate } from '../widgets/translate.ts';

function open(): void {
  const built = appContext();
  const { sessions } = built;
  // Read anew by whoever opens the list again: in the appContext they would take memory from every page.
  built.sessions = undefined;
  if (sessions === undefined) {
    replace({ url: 'page/history/index.page' });
    return;
  }
  const screen = openScreen();
  const layout = rowsLayout(screen, Math.max(1, sessions.length) + 1);
  textPart(layout.title, TEXT, translate(phrase('more.history')));
  layout.rows.forEach((line, at) => {
    const session = sessions[at];
    if (session !== undefined) {
      buttonPart(line, 'plain', translate(historyLine(session.record)), () => {
        built.finished = session;
        replace({ url: 'page/summary/index.page', params: 'history' });
      });
    } else if (sessions.length === at && at === 0) textPart(line, QUIET, translate(phrase('history.none')));
    else {
      buttonPart(line, 'go', translate(phrase('more.back')), () =>
        replace({ url: 'page/home/index.page', params: 'fresh' }),
      );
    }
  });
}

Page({
  build() {
    guard('page/sessions build', appContext().report, open);
  },
});
