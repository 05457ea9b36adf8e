/** The advice of another stage as a calm question, always the wearer's choice. After a "no" only later sessions count. */
import { STAGES } from '../../utils/core/routine/routine.ts';
import { advicePhrase } from '../../utils/core/schedule/stage-advice.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import { refuseAdvice } from '../../utils/run/advise-stage.ts';
import { changePreferences, loadPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { oneOf, open, type RouteTo } from '../../utils/zos/routes.ts';
import { drawQuestion } from '../widgets/ask.ts';
import { definePage } from '../widgets/define-page.ts';

function draw({ stage }: RouteTo<'advice'>): void {
  const { clock, sessionLog, store, report } = appContext();
  const { stage: present } = loadPreferences(store, report);
  drawQuestion(advicePhrase(present, stage), [
    [
      phrase('advice.accept'),
      () => {
        changePreferences(store, { stage });
        open({ page: 'apply-preferences' });
      },
    ],
    [
      phrase('advice.keep'),
      () => {
        refuseAdvice(sessionLog, store, clock.nowMs());
        open({ page: 'apply-preferences' });
      },
    ],
  ]);
}

definePage('advice', { stage: oneOf(...STAGES) }, draw);
