import { adviseStage } from '../../utils/run/advise-stage.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { goBack, open, type Route } from '../../utils/zos/routes.ts';

/**
 * Goes home; if the last sessions suggest a different stage, it asks about that first.
 * @param isOnTop goes back to the page below instead
 */
export function openHomeOrAdvice(isOnTop = false): void {
  const { clock, sessionLog, store, report } = appContext();
  let next: Route | null = isOnTop ? null : { page: 'home', from: 'app' };
  guard('advice', report, () => {
    const { stage, routine } = loadPreferences(store, report);
    const advised = adviseStage(sessionLog, store, stage, { routine, nowMs: clock.nowMs() });
    if (advised !== null) next = { page: 'advice', about: advised, isOnTop };
  });
  if (next === null) goBack();
  else open(next);
}
