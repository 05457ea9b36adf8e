/** The newest sessions, the newest first; a tap opens one to its holds. */
import { localDay } from '../../utils/core/schedule/calendar.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import { historyRow } from '../../utils/core/view/history-view.ts';
import { newestSessions } from '../../utils/run/logged-sessions.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { goBack, type Route } from '../../utils/zos/routes.ts';
import { isTwelveHourWatch } from '../../utils/zos/time-format.ts';
import { cardPart } from '../widgets/card.ts';
import { QUIET, TEXT } from '../widgets/colours.ts';
import { definePage, type OpenOnTop } from '../widgets/define-page.ts';
import { buttonPart, openScreen, textPart } from '../widgets/parts.ts';
import { listLayout } from '../widgets/rows-layout.ts';

function draw(_route: Route, openOnTop: OpenOnTop): void {
  const { clock, sessionLog, report } = appContext();
  const nowMs = clock.nowMs();
  const today = localDay(nowMs, clock.zoneOffsetMin());
  const isTwelveHour = isTwelveHourWatch();
  const sessions = newestSessions(sessionLog, report);
  const layout = listLayout(openScreen());
  textPart(layout.title, TEXT, phrase('more.history'));
  if (sessions.length === 0) textPart(layout.remark(), QUIET, phrase('history.none'));
  for (const { record, seq } of sessions) {
    const { when, outcome } = historyRow(record, { nowMs, today, isTwelveHour });
    cardPart(layout.card('upper'), [when, outcome], () =>
      openOnTop({ page: 'past-session', seq, isOnTop: true }),
    );
  }
  buttonPart(layout.button(), 'plain', phrase('more.back'), goBack);
}

definePage('history', {}, draw);
