/** The button that runs the routine on the simulated watch, and what it tells. */
import { found } from 'zepp-watch-simulator/page-elements';
import type { RoutineDefinition } from '../../utils/core/routine/definition.ts';
import type { Locale } from '../../utils/core/text/catalogues.ts';
import { giveRoutine } from './give-routine.ts';
import type { Translate } from './texts/translate.ts';
import { isTrialOpen, trialSession, withTimeHeld } from './trial.ts';

export interface TrialPanel {
  /** The routine that the button runs; none can be run while it has a fault. */
  show(definition: RoutineDefinition | null): void;
}

export function createTrialPanel(locale: Locale, translate: Translate): TrialPanel {
  const go = found('try') as HTMLButtonElement;
  const told = found('trial-told');
  let shown: RoutineDefinition | null = null;
  let isBusy = false;
  const draw = (): void => {
    go.disabled = shown === null;
    go.textContent = translate(isTrialOpen() ? 'trial.again' : 'trial.go');
  };
  const run = async (definition: RoutineDefinition): Promise<void> => {
    found('trial-parts').hidden = false;
    told.textContent = translate('trial.loading');
    const session = await trialSession();
    const fault = await withTimeHeld(session, () => giveRoutine(session, definition, locale));
    told.textContent =
      fault === null ? translate('trial.ready', definition.name) : translate('trial.failed', fault);
  };
  go.onclick = () => {
    // The button keeps the focus meanwhile, which a disabled one would lose.
    if (shown === null || isBusy) return;
    isBusy = true;
    run(shown)
      .catch((error: unknown) => {
        told.textContent = translate('trial.failed', String(error));
      })
      .finally(() => {
        isBusy = false;
        draw();
      });
  };
  told.textContent = '';
  draw();
  return {
    show: (definition) => {
      shown = definition;
      draw();
    },
  };
}
