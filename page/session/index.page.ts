/**
 * The session page: starts a session or continues the stored one, and connects clock, touch, runner and dial. It contains no
 * rules: the core decides what happens, and the view what is shown.
 */
import type { Screen, Time } from '@zos/sensor';
import { setStatusBarVisible } from '@zos/ui';
import { type Cue, type CueStyle, patternMs, plainCue } from '../../utils/core/cue/vocabulary.ts';
import { sessionLayout } from '../../utils/core/layout/session-layout.ts';
import type { UntimedEvent } from '../../utils/core/session/event.ts';
import { isTouchTaken, quickInputOf } from '../../utils/core/session/quick-input.ts';
import { type SessionState, styleOf } from '../../utils/core/session/state.ts';
import { type CueView, cueView } from '../../utils/core/view/cue-view.ts';
import { dimsAtMs, NEVER } from '../../utils/core/view/dimmed-hold.ts';
import {
  type BlindWay,
  type Drawn,
  diffView,
  drawnAt,
  type SessionView,
  sessionDial,
  sessionView,
} from '../../utils/core/view/session-view.ts';
import type { Clock } from '../../utils/ports/ports.ts';
import { createCuePlayer } from '../../utils/run/cue-player.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadNextPlan } from '../../utils/run/next-plan.ts';
import { resumeSession } from '../../utils/run/resume.ts';
import { createSessionRunner, type SessionRunner } from '../../utils/run/session-runner.ts';
import { isSessionRunning, wasJustAskedFor } from '../../utils/run/start-session.ts';
import {
  readStoredPreferences,
  type StoredPreferences,
  sessionPreferencesOf,
} from '../../utils/run/stored-preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { createBuzzer } from '../../utils/zos/buzzer.ts';
import { createMotor } from '../../utils/zos/haptics.ts';
import { isFlag, isNumber, open, optional, type RouteTo } from '../../utils/zos/routes.ts';
import { createScreenKeeper } from '../../utils/zos/screen-keeper.ts';
import { hasBuzzer, hasCrown, readScreen } from '../../utils/zos/screen-size.ts';
import { definePage } from '../widgets/define-page.ts';
import { createRemover } from '../widgets/remover.ts';
import type { TouchActions } from '../widgets/touch-pane.ts';
import { type ActionSheet, createActionSheet, type SessionTouch } from './action-sheet.ts';
import { type CueScreen, createCueScreen } from './cue-screen.ts';
import { listenToTheClock, listenToTheScreen } from './platform-listeners.ts';
import { createSessionDial, type SessionDial } from './session-dial.ts';
import { watchTouch } from './touch.ts';

/** Four ticks a second: a cue is late by one tick at most, and no second is skipped on the screen. */
const TICK_MS = 250;
const SCREEN_ON = 1;

/** The parts of the page while a session runs on it. */
interface Parts {
  readonly clock: Clock;
  readonly runner: SessionRunner;
  readonly dial: SessionDial;
  readonly sheet: ActionSheet;
  readonly cueScreen: CueScreen;
  readonly way: BlindWay;
  readonly style: CueStyle;
  /** The wearer wants holds to be dimmed. */
  readonly dimHolds: boolean;
  /** What protected the session from the screen's sleep when the page opened, as letters for the record. */
  readonly protectionAtStart: string;
  /** Stops the timers, and returns keys and gestures to the system. */
  readonly release: readonly (() => void)[];
  /**
   * Held as long as the page exists, because the platform drops a listener whose object nothing else holds (`docs/evidence.md`, E63).
   * A variable of its own would not do, because the packer removes one that nobody reads.
   */
  readonly time: Time | null;
}

let parts: Parts | null = null;
/** Held so that its listener stays alive, like `time`. */
let screenSensor: Screen | null = null;
let isLeaving = false;
let cancelResume = (): void => {};
/** What is on the screen. Most ticks change nothing. */
let drawn: Drawn | null = null;
/** When the wearer last touched the watch, UTC ms. */
let touchedAtMs = 0;
/** A cue that was played but is not shown yet. */
let cueToShow: CueView | null = null;

function draw({ askedAtMs, isStart }: RouteTo<'session'>): void {
  const { clock, store } = appContext();
  if (!wasJustAskedFor(askedAtMs, clock.nowMs())) {
    // An alarm lights the screen, so the system may open this page again in the instant in which the alarm opens it too. The
    // page that was opened again is gone before its turn comes: it must neither touch the stored session nor begin a cue that
    // the alarm's page would cut short. The alarm's own page goes on at once.
    cancelResume = clock.after(0, resume);
  } else if (isStart && !isSessionRunning(store)) start();
  else resume();
}

function start(): void {
  const { store, report } = appContext();
  const stored = readStoredPreferences(store, report);
  const plan = loadNextPlan(store, stored);
  if (plan === null) {
    open({ page: 'apply-preferences', isStart: true });
    return;
  }
  run(stored, (runner) => runner.start(plan));
}

function resume(): void {
  const { alarm, helper, protection, report, store } = appContext();
  const resumed = resumeSession(appContext());
  if (resumed.to === 'session') {
    run(readStoredPreferences(store, report), (runner) => runner.load(), resumed.cue);
    return;
  }
  // The page that kept the screen on is gone. Other things that were set up for the ended session may still be there.
  const protectionLetters = protection.letters();
  createScreenKeeper(report).release();
  alarm.cancel();
  helper.stop();
  open(
    resumed.to === 'summary'
      ? { page: 'summary', protection: protectionLetters }
      : { page: 'home', from: 'app' },
  );
}

/** @param cue the first cue of a resumed session: the missed one, or the one that says "I am back" */
function run(
  stored: Partial<StoredPreferences>,
  begin: (runner: SessionRunner) => SessionState | null,
  cue: Cue | null = null,
): void {
  const { clock, helper, protection, report } = appContext();
  const preferences = sessionPreferencesOf(stored, hasBuzzer);
  const { style: wanted, dimHolds } = preferences;
  const way: BlindWay = hasCrown() ? 'crown' : 'long';
  protection.setPageKept(true);
  // For a resumed session too: the system may have ended the helper meanwhile, or granted it.
  if (preferences.helper === 'allowed') helper.start();
  const haptics = createCuePlayer(
    clock,
    createMotor(clock, report),
    wanted.motor,
    (played, how) => {
      cueToShow = cueView(played, runner.state(), clock.nowMs(), how, way, !preferences.coachDone);
    },
    createBuzzer(clock, report),
  );
  const screen = createScreenKeeper(report);
  const runner = createSessionRunner({ ...appContext(), haptics, screen }, wanted);
  const begun = begin(runner);
  if (begun === null) {
    open({ page: 'home', from: 'app' });
    return;
  }
  const glass = readScreen();
  const layout = sessionLayout(glass);
  if (layout.hasBar) setStatusBarVisible(false);
  const style = styleOf(begun, wanted);
  const remover = createRemover(clock);
  const dial = createSessionDial(layout);
  const view = (): SessionView => sessionView(runner.state(), clock.nowMs(), way);
  // Answers that need no reason ignore it.
  const answer = (type: SessionTouch): void => happen({ type, why: 'wearer', by: 'button' } as UntimedEvent);
  const openMenu = (): void =>
    guard('touch', report, () => {
      touched();
      cueScreen.hide();
      sheet.openMenu(view());
    });
  const answerQuickly = (): void => {
    const state = runner.state();
    const quick = { type: quickInputOf(state), why: 'wearer', by: 'crown-or-key' } as UntimedEvent;
    if (!isTouchTaken(state, quick, clock.nowMs())) return;
    cueScreen.hide();
    happen(quick);
  };
  const onTouch = (): void => guard('touch', report, touched);
  const pane: TouchActions = { click_func: onTouch, longpress_func: openMenu };
  const releaseTouch = watchTouch(
    layout,
    clock,
    report,
    pane,
    onTouch,
    openMenu,
    () => guard('touch', report, answerQuickly),
    () => sheet.back(),
    () => runner.state().phase.at === 'paused',
  );
  const sheet = createActionSheet(layout, view(), clock, remover, answer, () => {
    drawn = null;
  });
  const cueScreen = createCueScreen(layout, glass, clock, remover, pane);
  // Created once, so that a tick creates no garbage.
  const ticked: UntimedEvent = { type: 'ticked' };
  const tick = (): void => happen(ticked);
  const stopTicks = clock.every(TICK_MS, tick);
  const time = listenToTheClock(report, () => happen({ type: 'clock-jumped' }));
  screenSensor = listenToTheScreen(report, () => parts?.runner.screenChanged());
  if (cue !== null) haptics.play(cue, style);
  // The motor is not stopped: what it plays ends by itself, and may be the helper's.
  const release = [stopTicks, releaseTouch, sheet.release, cueScreen.release, remover.release];
  const protectionAtStart = protection.letters();
  parts = { clock, runner, dial, sheet, cueScreen, way, style, dimHolds, protectionAtStart, release, time };
  show(begun);
}

/** Undoes the dimming of a hold. */
function touched(): void {
  if (parts === null) return;
  touchedAtMs = parts.clock.nowMs();
  show(parts.runner.state());
}

function happen(happening: UntimedEvent): void {
  if (parts !== null) show(parts.runner.send(happening));
}

function show(state: SessionState): void {
  if (parts === null || isLeaving) return;
  const atMs = parts.clock.nowMs();
  const dims = parts.dimHolds ? dimsAtMs(state, touchedAtMs) : NEVER;
  const redraw = diffView(drawn, state, atMs, dims);
  if (redraw === 'nothing') return;
  drawn = drawnAt(state, atMs, dims);
  // Before anything is drawn, so that the session is logged even if drawing fails.
  if (state.phase.at === 'ended') finish(parts, state.phase.how === 'done');
  if (redraw === 'dial') {
    const dial = sessionDial(state, atMs, parts.way, dims);
    if (!parts.sheet.turn(dial.big)) parts.dial.turn(dial);
    return;
  }
  const view = sessionView(state, atMs, parts.way, dims);
  parts.dial.draw(view);
  parts.sheet.show(view);
  showCue(parts, view);
}

/** Shows the cue's screen over the page, unless the menu is open: the wearer has opened it to use it. */
function showCue({ sheet, cueScreen }: Parts, view: SessionView): void {
  const cue = cueToShow;
  cueToShow = null;
  if (sheet.isOpen()) cueScreen.hide();
  else if (cue !== null) {
    const undo = (): void => {
      cueScreen.hide();
      happen({ type: 'undone' });
    };
    cueScreen.show(cue, view.action === 'undone' ? undo : undefined);
  }
}

/** Leaves for the summary once the last cue has been played to its end, by the page or by the helper. */
function finish({ protectionAtStart, style }: Parts, isCuePlayed: boolean): void {
  const { clock, helper, protection } = appContext();
  isLeaving = true;
  // Read now and not after the last cue, because a helper that has nothing left to do ends itself.
  const letters = protectionAtStart + protection.letters();
  const leave = (): void => {
    helper.stop();
    open({ page: 'summary', protection: letters });
  };
  clock.after(isCuePlayed ? patternMs(plainCue('done'), style) + TICK_MS : 0, leave);
}

definePage('session', { askedAtMs: optional(isNumber), isStart: optional(isFlag) }, draw, {
  // During a call no cue is played. When the page is in front again, the latest cue that came due is played once.
  onPause() {
    if (parts !== null)
      parts.runner.interrupt(screenSensor?.getStatus() === SCREEN_ON ? 'call' : 'dark-screen');
  },
  onResume() {
    if (parts !== null) show(parts.runner.endInterrupt());
  },
  onDestroy() {
    cancelResume();
    appContext().protection.setPageKept(false);
    if (parts === null) return;
    parts.runner.leave();
    for (const release of parts.release) release();
    parts = null;
  },
});
