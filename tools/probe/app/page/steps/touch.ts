/** P7, P8: what an app may take from keys and fingers, and what becomes of a page that another is pushed over. */
import { GESTURE_RIGHT, KEY_EVENT_CLICK, offGesture, offKey, onGesture, onKey } from '@zos/interaction';
import { push } from '@zos/router';
import { createFiles } from '../../../../../utils/zos/files.ts';
import { shared } from '../phone.ts';
import type { ProbeStep, Stage } from '../stage.ts';

/** How long a page that an input was to leave gets to do so. */
const LEAVE_MS = 1_500;
const LONG_MS = 700;
const REMOVE_MS = 400;

function key(stage: Stage): void {
  stage.keep({ phase: 'key' });
  onKey({
    callback: (_key, action) => {
      if (action === KEY_EVENT_CLICK) heard();
      return true;
    },
  });
  const heard = (): void => {
    stage.keep({ keys: Number(stage.note().keys ?? 0) + 1 });
    stage.after(LEAVE_MS, () => {
      if (stage.note().phase !== 'key') return;
      stage.answer('P7a', true, { clicks: Number(stage.note().keys) });
      swipe(stage);
    });
  };
  stage.show('Press the key that usually goes back, once. If the app closes, open it again.', [
    'Nothing happened',
    () => {
      stage.answer('P7a', false, { clicks: 0 });
      swipe(stage);
    },
  ]);
}

function swipe(stage: Stage): void {
  offKey();
  stage.keep({ phase: 'swipe' });
  onGesture({
    callback: (gesture) => {
      if (gesture !== GESTURE_RIGHT) return false;
      stage.keep({ swiped: 1 });
      stage.after(LEAVE_MS, () => {
        if (stage.note().phase !== 'swipe') return;
        stage.answer('P7b', true);
        press(stage);
      });
      return true;
    },
  });
  stage.show('Swipe right, once. If the app closes, open it again.');
}

function press(stage: Stage): void {
  offGesture();
  stage.keep({ phase: 'press' });
  let downMs = 0;
  const heard = (holds: boolean, heldMs: number): void => {
    if (stage.note().phase !== 'press') return;
    stage.answer('P7c', holds, { heldMs });
    goOn(stage, 'hold', remove);
  };
  const remove = stage.pad({
    onDown() {
      downMs = stage.nowMs();
    },
    onUp() {
      const heldMs = stage.nowMs() - downMs;
      if (downMs > 0) heard(heldMs >= LONG_MS, heldMs);
    },
  });
  stage.show('Put a finger on this text, keep it there for two seconds, take it off.', [
    'Nothing happened',
    () => heard(false, -1),
  ]);
}

/** A long press of a BUTTON; of one under a hidden group where the phase is `covered`. */
function hold(stage: Stage, phase: 'hold' | 'covered'): void {
  stage.keep({ phase });
  const heard = (holds: boolean): void => {
    const { phase: now, isHeard } = stage.note();
    if (now !== phase) return;
    if (phase === 'hold') {
      stage.keep({ isHeard: holds ? 1 : 0 });
      stage.answer('P7d', holds);
      goOn(stage, 'covered', remove);
      return;
    }
    // A button that hears nothing without the group says nothing about the group.
    stage.answer('P7e', isHeard === 0 ? null : holds);
    goOn(stage, 'tap', remove);
  };
  const remove = stage.pad({
    label: phase === 'hold' ? 'Hold here for 2 s' : 'Once more: 2 s',
    isUnderHiddenGroup: phase === 'covered',
    onLongPress: () => heard(true),
  });
  stage.show('', ['Nothing happened', () => heard(false)]);
}

function tap(stage: Stage): void {
  stage.keep({ phase: 'tap' });
  const heard = (holds: boolean): void => {
    if (stage.note().phase !== 'tap') return;
    stage.keep({ phase: 'over' });
    stage.answer('P7f', holds);
    stage.after(REMOVE_MS, stage.done);
  };
  stage.pad({ onUp: () => heard(true) });
  stage.show('Tap this text, once and shortly.', ['Nothing happened', () => heard(false)]);
}

/** A widget is not taken away while it is told of a touch. */
function goOn(stage: Stage, phase: string, remove: () => void): void {
  stage.keep({ phase });
  stage.after(REMOVE_MS, () => {
    remove();
    at(stage, phase);
  });
}

/** The part of the question with that name. */
function at(stage: Stage, phase: unknown): void {
  if (phase === 'hold' || phase === 'covered') hold(stage, phase);
  else if (phase === 'tap') tap(stage);
  else press(stage);
}

export const touchStep: ProbeStep = {
  begin: key,
  back(stage) {
    const { phase, keys = 0, swiped = 0 } = stage.note();
    if (phase === 'key') {
      stage.answer('P7a', false, { clicks: keys });
      swipe(stage);
    } else if (phase === 'swipe') {
      stage.answer('P7b', false, { swiped });
      press(stage);
    } else at(stage, phase);
  },
};

const files = createFiles();
const OLD_BYTES = 10;
const NEW_BYTES = 20;

function answerRead(stage: Stage): void {
  const read = shared().readBySecond;
  if (read === undefined) stage.answer('P8b', null);
  else stage.answer('P8b', read.isNew && read.reads === 1, { reads: read.reads, isNew: read.isNew ? 1 : 0 });
}

export const pushStep: ProbeStep = {
  begin(stage) {
    stage.keep({ phase: 'pushed' });
    stage.show('One moment.');
    delete shared().readBySecond;
    files.write('handed-over', new Uint8Array(OLD_BYTES));
    files.write('handed-over', new Uint8Array(NEW_BYTES));
    push({ url: 'page/second.page', params: String(NEW_BYTES) });
    // Only a page that has lived on below the other comes to this.
    stage.after(4_000, () => {
      stage.answer('P8a', false);
      answerRead(stage);
      stage.done();
    });
  },
  leave: (stage) => stage.keep({ destroyed: 1 }),
  back(stage) {
    answerRead(stage);
    stage.settle('P8a', true, { destroyed: Number(stage.note().destroyed ?? 0) });
  },
};
