/** The first run, step by step. The next step is stored before it is opened, so that the run continues there whatever ends the app. */
import { FEEL_TEST_STEP, type FirstRunStep } from '../../utils/core/view/first-run.ts';
import { loadPreferences, savePreferences, type WatchPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { open, type Route } from '../../utils/zos/routes.ts';

export function routeOfFirstRun(step: FirstRunStep): Route {
  if (step === FEEL_TEST_STEP) return { page: 'feel-test', asks: 'first-run' };
  if (step === 'helper-test') return { page: 'feel-test', asks: 'helper' };
  return { page: 'welcome', step };
}

/** @param changes other values to store with the step */
export function openFirstRunStep(step: FirstRunStep, changes: Partial<WatchPreferences> = {}): void {
  keepFirstRunStep(step, changes);
  open(routeOfFirstRun(step));
}

/**
 * The part of the feel test about the helper, which is a step of the first run whenever the helper is allowed.
 * @param isOnTop whether the question before it stood on top of another page
 */
export function openHelperTest(isOnTop: boolean): void {
  keepFirstRunStep('helper-test');
  open({ page: 'feel-test', asks: 'helper', isOnTop });
}

/** @param step null if nothing of the first run is left */
export function keepFirstRunStep(step: FirstRunStep | null, changes: Partial<WatchPreferences> = {}): void {
  const { store, report } = appContext();
  savePreferences(store, { ...loadPreferences(store, report), ...changes, firstRun: step });
}
