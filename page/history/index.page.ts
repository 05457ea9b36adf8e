/** The newest sessions, the newest first; a tap opens one to its holds. */
import { phrase } from '../../utils/core/text/phrase.ts';
import { historyLine } from '../../utils/core/view/history-view.ts';
import { newestSessions } from '../../utils/run/logged-sessions.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { open } from '../../utils/zos/routes.ts';
import { QUIET, TEXT } from '../widgets/colours.ts';
import { definePage } from '../widgets/define-page.ts';
import { buttonPart, openScreen, textPart } from '../widgets/parts.ts';
import { rowsLayout } from '../widgets/rows-layout.ts';

function draw(): void {
  const { sessionLog, report } = appContext();
  const sessions = newestSessions(sessionLog, report);
  const layout = rowsLayout(openScreen(), Math.max(1, sessions.length) + 1);
  textPart(layout.title, TEXT, phrase('more.history'));
  layout.rows.forEach((line, at) => {
    const session = sessions[at];
    if (session !== undefined) {
      buttonPart(line, 'plain', historyLine(session.record), () =>
        open({ page: 'past-session', seq: session.seq }),
      );
    } else if (sessions.length === 0 && at === 0) {
      textPart(line, QUIET, phrase('history.none'));
    } else {
      buttonPart(line, 'plain', phrase('more.back'), () => open({ page: 'home', from: 'app' }));
    }
  });
}

definePage('history', {}, draw);
