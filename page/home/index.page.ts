/** Home: what comes, and Start. Goes straight back into a session that is still open. */
import { push, replace } from '@zos/router';
import type { Line } from '../../utils/core/layout/screen.ts';
import { routineIds } from '../../utils/core/routine/built-in.ts';
import { nextRoutine } from '../../utils/core/routine/next-routine.ts';
import type { PlanSummary } from '../../utils/core/routine/plan-summary.ts';
import type { Stage } from '../../utils/core/routine/routine.ts';
import { localDay } from '../../utils/core/schedule/calendar.ts';
import { nextPhrase } from '../../utils/core/schedule/next-phrase.ts';
import { isMorningAfter } from '../../utils/core/schedule/reminder.ts';
import { restWindow } from '../../utils/core/schedule/rest-window.ts';
import {
  OPEN_SESSION,
  PREFERENCES_FROM_PHONE,
  UNLOGGED_SESSIONS,
  WAITING_CHANGES,
} from '../../utils/core/stored-names.ts';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import type { WatchKey } from '../../utils/core/text/watch-en.ts';
import { homeView } from '../../utils/core/view/home-view.ts';
import { loadAnswers } from '../../utils/run/answers.ts';
import { guard } from '../../utils/run/guard.ts';
import { lastSession } from '../../utils/run/last-session.ts';
import { loadPreferences, type WatchPreferences } from '../../utils/run/preferences.ts';
import { changePreferences } from '../../utils/run/preferences-inbox.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { buttonPart } from '../widgets/button.ts';
import { QUIET, TEXT } from '../widgets/colours.ts';
import { openScreen } from '../widgets/screen.ts';
import { textPart } from '../widgets/text.ts';
import { translate, translateList } from '../widgets/translate.ts';
import { homeLayout } from './layout.ts';

function open(): void {
  const { clock, store, report, sync } = appContext();
  const preferences = loadPreferences(store, report);
  const { planSummary, safetySeen, helper } = preferences;
  if (!safetySeen || helper === 'unasked') {
    replace({ url: `page/${safetySeen ? 'helper' : 'safety'}/index.page` });
    return;
  }
  if (params !== 'fresh') {
    // Either page mends what it cannot use, and comes back with "fresh", or with "planSummary" where nothing was asked yet.
    const isOpen = store.load(OPEN_SESSION) !== '';
    const isNews =
      planSummary === null || store.load(PREFERENCES_FROM_PHONE) + store.load(WAITING_CHANGES) !== '';
    if (params !== 'brief' && (isOpen || isNews)) {
      replace({ url: `page/${isOpen ? 'resume' : 'adopt'}/index.page` });
      return;
    }
    const last = lastSession(store);
    if (
      last !== null &&
      last.morning === null &&
      isMorningAfter(last, clock.nowMs(), clock.zoneOffsetMin())
    ) {
      replace({ url: 'page/morning/index.page' });
      return;
    }
    // What the log has refused is tried again.
    if (store.load(UNLOGGED_SESSIONS) !== '') {
      replace({ url: 'page/finish/index.page' });
      return;
    }
  }
  draw(preferences);
  sync.open();
}

function draw({ planSummary, stage, routine }: WatchPreferences): void {
  const screen = openScreen();
  const layout = homeLayout(screen);
  textPart(layout.title, QUIET, translate(phrase('kit.quiet')));
  picker(layout.routine, routine);
  lines(planSummary, stage).forEach((line, at) => {
    const rect = layout.lines[at];
    if (rect === undefined) return;
    textPart(rect, at < 2 ? TEXT : QUIET, line);
  });
  const { before } = loadAnswers(appContext().store, appContext().clock.nowMs());
  const pain = translate(phrase('home.pain', before === undefined ? '–' : before));
  buttonPart(layout.pain, 'plain', pain, () => push({ url: 'page/rating/index.page', params: 'before' }));
  buttonPart(layout.start, 'go', translate(phrase('home.start')), () =>
    replace({ url: 'page/begin/index.page' }),
  );
  buttonPart(layout.more, 'plain', translate(phrase('home.more')), () =>
    push({ url: 'page/more/index.page' }),
  );
}

/** Names the routine; a tap turns to the next one, whose holds home then shows. With one routine there is nothing to pick. */
function picker(line: Line, routine: string): void {
  if (routineIds.length < 2) return;
  buttonPart(line, 'plain', translate(phrase(`routine.${routine}` as WatchKey)), () => {
    // Where it could not be stored, home says so when it is drawn anew: nothing has changed.
    changePreferences(appContext().store, { routine: nextRoutine(routine) });
    replace({ url: 'page/adopt/index.page' });
  });
}

/** When a session is good: never a lock, and nothing was missed. */
function next(planSummary: PlanSummary, stage: Stage): Phrase {
  const { clock, store } = appContext();
  const last = lastSession(store);
  const window = last === null ? null : restWindow(planSummary.rest, stage, last);
  return nextPhrase(window, localDay(clock.nowMs(), clock.zoneOffsetMin()));
}

function lines(planSummary: PlanSummary | null, stage: Stage): readonly string[] {
  // Nothing could be worked out, and the sentence that says why is the newest there is.
  if (planSummary === null) return [appContext().lastFault];
  const view = homeView(planSummary);
  return [
    translateList(view.work.slice(0, 2)),
    translateList(view.work.slice(2)),
    translateList(view.kit),
    translate(next(planSummary, stage)),
  ];
}

let params: string | undefined;

Page({
  onInit(given) {
    params = given;
  },
  build() {
    guard('page/home build', appContext().report, open);
  },
});
