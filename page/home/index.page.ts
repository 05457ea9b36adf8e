/** Home: what comes next, and Start. It goes straight back into a session that is still open. */
import { getSystemMode } from '@zos/settings';
import type { Line } from '../../utils/core/layout/screen.ts';
import { nextRoutine } from '../../utils/core/routine/find-routine.ts';
import { isOwnId } from '../../utils/core/routine/own-id.ts';
import { isGoodToday } from '../../utils/core/schedule/next-phrase.ts';
import { PREFERENCES_FROM_PHONE } from '../../utils/core/stored-names.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import type { WatchKey } from '../../utils/core/text/watch-en.ts';
import { homeView } from '../../utils/core/view/home-view.ts';
import { type MutingMode, mutingMode } from '../../utils/core/view/muting-mode.ts';
import { type BeforeHome, whatComesBeforeHome } from '../../utils/run/before-home.ts';
import { nextSession } from '../../utils/run/next-session.ts';
import { isSafetyUnread, loadOwnRoutines } from '../../utils/run/own-routines.ts';
import { clearOldPainBefore } from '../../utils/run/pain-before.ts';
import {
  changePreferences,
  isAnythingWaiting,
  loadPreferences,
  type WatchPreferences,
} from '../../utils/run/preferences.ts';
import { renewReminders, setReminders } from '../../utils/run/reminders.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { canHaveHelper, isHelperGranted, requestHelper } from '../../utils/zos/helper.ts';
import { createReminders } from '../../utils/zos/reminders.ts';
import { oneOf, open, optional, type Route, type RouteTo, startRoute } from '../../utils/zos/routes.ts';
import { translate } from '../../utils/zos/translate.ts';
import { GOOD, QUIET, TEXT } from '../widgets/colours.ts';
import { definePage, type OpenOnTop } from '../widgets/define-page.ts';
import { routeOfFirstRun } from '../widgets/first-run.ts';
import { buttonPart, openScreen, textPart } from '../widgets/parts.ts';
import { homeLayout } from './layout.ts';

const BEFORE_HOME: Readonly<Record<BeforeHome, (preferences: WatchPreferences) => Route>> = {
  'first-run': ({ firstRun }) => routeOfFirstRun(firstRun || 'safety'),
  'helper-question': () => ({ page: 'question', asks: 'helper' }),
  session: () => ({ page: 'session', askedAtMs: appContext().clock.nowMs() }),
  'apply-preferences': () => ({ page: 'apply-preferences' }),
  'morning-question': () => ({ page: 'question', asks: 'morning' }),
};

/** How often home, while open, asks the phone whether something has changed there. */
const ASK_PHONE_EVERY_MS = 5_000;

let stopListening = (): void => {};

function draw({ from }: RouteTo<'home'>, openOnTop: OpenOnTop): void {
  const preferences = loadPreferences(appContext().store, appContext().report);
  const openedBy = from === 'question' ? undefined : from;
  const before = whatComesBeforeHome(appContext(), preferences, openedBy || 'launch', canHaveHelper());
  if (before !== null) {
    open(BEFORE_HOME[before](preferences));
    return;
  }
  drawHome(preferences, openOnTop);
  const { clock, report, store } = appContext();
  renewReminders(createReminders(store, report), preferences, clock.nowMs());
  stopListening = listenToPhone();
  if (from === undefined && preferences.helper === 'allowed' && canHaveHelper() && !isHelperGranted()) {
    // The system has not granted at an earlier launch what the wearer allowed. It asks them only where they have not refused it.
    requestHelper(appContext().report, () => {});
  }
}

/**
 * Syncs, and keeps asking while home is open. What the phone sends is applied at once.
 * @returns what ends it
 */
function listenToPhone(): () => void {
  const { clock, store, sync } = appContext();
  const before = store.load(PREFERENCES_FROM_PHONE);
  let cancel = (): void => {};
  const stop = (): void => {
    cancel();
    sync.onChange(() => {});
  };
  const askLater = (): void => {
    cancel = clock.after(ASK_PHONE_EVERY_MS, () => {
      // If the phone does not answer, the sync's own growing waits apply.
      if (sync.status() === 'saved') sync.start();
      askLater();
    });
  };
  sync.onChange(() => {
    const now = store.load(PREFERENCES_FROM_PHONE);
    // The earlier changes could not be applied. Home must not loop.
    if (now === '' || now === before) return;
    stop();
    open({ page: 'apply-preferences' });
  });
  sync.start();
  askLater();
  return stop;
}

function drawHome(preferences: WatchPreferences, openOnTop: OpenOnTop): void {
  const { clock, newestFailure, store } = appContext();
  const { planSummary } = preferences;
  const view = planSummary === null ? null : homeView(planSummary);
  const note = view === null ? null : view.note;
  const layout = homeLayout(openScreen(), note !== null);
  // First, so that a failure above never blocks the way into a session.
  buttonPart(layout.start, 'go', phrase('home.start'), () => start(preferences));
  buttonPart(layout.more, 'plain', phrase('home.more'), () => {
    stopListening();
    openOnTop({ page: 'menu' });
  });
  picker(layout.routine, preferences.routine);
  if (view === null) {
    // Nothing could be computed, and the newest failure says why.
    textPart(layout.amounts, TEXT, newestFailure());
  } else {
    const day = nextSession(store, preferences, clock.nowMs(), clock.zoneOffsetMin());
    textPart(layout.sides, TEXT, view.sides);
    textPart(layout.amounts, TEXT, view.amounts.map(translate).join(' · '));
    textPart(layout.day, isGoodToday(day) ? GOOD : QUIET, day);
    if (note !== null) textPart(layout.note, QUIET, note);
  }
}

/**
 * Goes to the session; before it, to the card if the wearer does not know the cues, to what the author of an own routine says
 * about safety if they have not read it, and to a question if a mode is on that may mute cues.
 */
function start(preferences: WatchPreferences): void {
  const { clock, report, store } = appContext();
  // Set again each time: an update of the app, or a crash, may have taken them.
  setReminders(createReminders(store, report), preferences, clock.nowMs());
  clearOldPainBefore(store, clock.nowMs());
  stopListening();
  const mode = readMutingMode();
  const unread = preferences.cardSeen
    ? isSafetyUnread(store, preferences.routine) && ('own-safety' as const)
    : ('new-cues' as const);
  // No session begins with a plan that has changed since.
  if (isAnythingWaiting(store)) open({ page: 'apply-preferences', isStart: mode === null && !unread });
  else if (unread) open({ page: 'welcome', step: unread, ...(mode === null ? {} : { mode }) });
  else open(startRoute(mode, clock.nowMs()));
}

function readMutingMode(): MutingMode | null {
  try {
    return mutingMode(getSystemMode());
  } catch {
    // A watch that does not report its modes counts as being in none.
    return null;
  }
}

/** Names the routine; a tap turns to the next one, whose holds home then shows. With one routine there is nothing to pick. */
function picker(line: Line, routine: string): void {
  const own = loadOwnRoutines(appContext().store);
  const next = nextRoutine(routine, own);
  if (next === routine) return;
  const ownName = own.find((one) => one.routine.id === routine)?.name;
  buttonPart(
    line,
    'quiet',
    ownName || phrase(`routine.${isOwnId(routine) ? 'gone' : routine}` as WatchKey),
    () => {
      // If it could not be stored, nothing has changed, and home says so when it is drawn again.
      changePreferences(appContext().store, { routine: next });
      open({ page: 'apply-preferences' });
    },
  );
}

definePage('home', { from: optional(oneOf('app', 'apply-preferences', 'question')) }, draw, {
  onDestroy: () => stopListening(),
});
