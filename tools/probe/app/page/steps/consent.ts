/** P18: what the watch answers when the wearer allows the background service, at once and at the next launch. */
import { queryPermission, requestPermission } from '@zos/app';
import { start, stop } from '@zos/app-service';
import { exit } from '@zos/router';
import type { ProbeStep, Stage } from '../stage.ts';

const FILE = 'app-service/pulse';
const PERMISSIONS = ['device:os.bg_service'];
const GRANTED = 2;
/** The service that was started must be there before it can be stopped. */
const STOP_AFTER_MS = 600;
const EXIT_MS = 2_000;

function queryBackground(): number {
  return Number(queryPermission({ permissions: PERMISSIONS })[0]);
}

/** @returns what the platform does: its type says a boolean, its documents a code of 0 for success */
export function startPulse(task: string): number | boolean {
  return start({ file: FILE, param: task, reload: false, complete_func() {} } as never) as number | boolean;
}

/** Ends a service that an earlier try has left, and starts it anew. */
export function restartPulse(stage: Stage, task: string, then: (code: number | boolean) => void): void {
  stopPulse();
  stage.after(STOP_AFTER_MS, () => then(startPulse(task)));
}

export function isStarted(code: number | boolean): boolean {
  return code === 0 || code === true;
}

export function stopPulse(): void {
  stop({ file: FILE, complete_func() {} } as never);
}

/** @param told what the callback has said; null where it was not called */
function goOn(stage: Stage, told: number | null): void {
  if (stage.note().phase !== 'asked') return;
  const { before = 0, asked = -1 } = stage.note();
  const code = startPulse('idle');
  stage.answer('P18a', told === null ? null : told === GRANTED, {
    before,
    asked,
    told: told ?? -1,
    after: queryBackground(),
  });
  stage.answer('P18b', isStarted(code), { code: Number(code) });
  stage.keep({ phase: 'reopen' });
  stage.show('The app closes now. Open it again.');
  stage.after(STOP_AFTER_MS, stopPulse);
  stage.after(EXIT_MS, exit);
}

export const consentStep: ProbeStep = {
  begin(stage) {
    const before = queryBackground();
    if (before === GRANTED) {
      // Allowed in an earlier run: how the first grant comes cannot be learnt any more.
      stage.settle('P18c', true, { state: before });
      return;
    }
    stage.keep({ phase: 'asked', before });
    stage.show('Allow this app to run in the background.', ['It did not ask', () => goOn(stage, null)]);
    const callback = ([state]: number[]): void => goOn(stage, Number(state));
    const asked: unknown = requestPermission({ permissions: PERMISSIONS, callback } as never);
    stage.keep({ asked: Number(asked) });
  },
  back(stage) {
    if (stage.note().phase !== 'reopen') {
      stage.again('The app was closed. Begin again?');
      return;
    }
    const state = queryBackground();
    stage.settle('P18c', state === GRANTED, { state });
  },
};
