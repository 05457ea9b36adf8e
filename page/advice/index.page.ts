/** The advice of another phase as a calm question, always the wearer's choice. After a "no" only later sessions count. */
import { replace } from '@zos/router';
import type { RoutinePhase } from '../../utils/core/routine/routine.ts';
import { advicePhrase } from '../../utils/core/schedule/phase-advice.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import { changePreferences } from '../../utils/run/config-inbox.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { REFUSED } from '../../utils/run/rated-sessions.ts';
import { house } from '../../utils/zos/house.ts';
import { askLayout } from '../parts/ask-layout.ts';
import { blockPart } from '../parts/block.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { TEXT } from '../parts/tones.ts';

let advised: RoutinePhase = 'sore';

function open(): void {
  const { journal, store, report } = house();
  const { phase } = loadPreferences(store, report).choices;
  const { question, answers } = askLayout(openScreen());
  const [first, second] = answers;
  blockPart(question, TEXT, say(advicePhrase(phase, advised)));
  if (first === undefined || second === undefined) return;
  buttonPart(first, 'plain', say(phrase('advice.accept')), () => {
    changePreferences(store, { phase: advised });
    replace({ url: 'page/adopt/index.page' });
  });
  buttonPart(second, 'plain', say(phrase('advice.keep')), () => {
    store.save(REFUSED, String(journal.tail()));
    replace({ url: 'page/home/index.page', params: 'fresh' });
  });
}

Page({
  onInit(given) {
    if (given) advised = given as RoutinePhase;
  },
  build() {
    guard('page/advice build', house().report, open);
  },
});
