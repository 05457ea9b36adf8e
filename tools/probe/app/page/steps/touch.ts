/** P7, P8: what an app may take from keys and fingers, and what becomes of a page that another is pushed over. */
import { GESTURE_RIGHT, KEY_EVENT_CLICK, offGesture, offKey, onGesture, onKey } from '@zos/interaction';
import { push } from '@zos/router';
import type { Stage, Step } from '../stage.ts';

/** How long a page that an input was to leave gets to do so. */
const LEAVE_MS = 1_500;
const LONG_MS = 700;

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
  stage.translate('Press the key that usually goes back, once. If the app closes, open it again.', [
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
  stage.translate('Swipe right, once. If the app closes, open it again.');
}

function press(stage: Stage): void {
  offGesture();
  stage.keep({ phase: 'press' });
  stage.translate('Put a finger on this text, keep it there for two seconds, take it off.');
  let downMs = 0;
  stage.onPress(
    () => {
      downMs = stage.nowMs();
    },
    () => {
      if (downMs === 0 || stage.note().phase !== 'press') return;
      const heldMs = stage.nowMs() - downMs;
      stage.answer('P7c', heldMs >= LONG_MS, { heldMs });
      stage.done();
    },
  );
}

export const touchStep: Step = {
  begin: key,
  back(stage) {
    const { phase, keys = 0, swiped = 0 } = stage.note();
    if (phase === 'key') {
      stage.answer('P7a', false, { clicks: keys });
      swipe(stage);
    } else if (phase === 'swipe') {
      stage.answer('P7b', false, { swiped });
      press(stage);
    } else press(stage);
  },
};

export const pushStep: Step = {
  begin(stage) {
    stage.keep({ phase: 'pushed' });
    stage.translate('One moment.');
    push({ url: 'page/second.page' });
    // Only a page that has lived on below the other comes to this.
    stage.after(4_000, () => {
      stage.answer('P8a', false);
      stage.done();
    });
  },
  leave: (stage) => stage.keep({ destroyed: 1 }),
  back(stage) {
    stage.answer('P8a', true, { destroyed: Number(stage.note().destroyed ?? 0) });
    stage.done();
  },
};
