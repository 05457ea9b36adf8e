/** The advice of another stage as a calm question, always the wearer's choice. After a "no" only later sessions count. */
import { replace } from '@zos/router';
import type { Stage } from '../../utils/core/routine/routine.ts';
import { advicePhrase } from '../../utils/core/schedule/stage-advice.ts';
import { REFUSED_ADVICE } from '../../utils/core/stored-names.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { changePreferences } from '../../utils/run/preferences-inbox.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { askLayout } from '../widgets/ask-layout.ts';
import { buttonPart } from '../widgets/button.ts';
import { TEXT } from '../widgets/colours.ts';
import { paragraphPart } from '../widgets/paragraph.ts';
import { openScreen } from '../widgets/screen.ts';
import { translate } from '../widgets/translate.ts';

let advised: Stage = 'sore';

function open(): void {
  const { sessionLog, store, report } = appContext();
  const { stage } = loadPreferences(store, report);
  const { question, answers } = askLayout(openScreen());
  const [first, second] = answers;
  paragraphPart(question, TEXT, translate(advicePhrase(stage, advised)));
  if (first === undefined || second === undefined) return;
  buttonPart(first, 'plain', translate(phrase('advice.accept')), () => {
    changePreferences(store, { stage: advised });
    replace({ url: 'page/adopt/index.page' });
  });
  buttonPart(second, 'plain', translate(phrase('advice.keep')), () => {
    store.save(REFUSED_ADVICE, String(sessionLog.tail()));
    replace({ url: 'page/home/index.page', params: 'fresh' });
  });
}

Page({
  onInit(given) {
    if (given) advised = given as Stage;
  },
  build() {
    guard('page/advice build', appContext().report, open);
  },
});
