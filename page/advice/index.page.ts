/**
 * Another phase, where the last sessions speak for one: a calm question after a session or a morning's answer, and always
 * the wearer's choice. Goes on to home where there is nothing to ask. After a "no" only later sessions count.
 */
import { replace } from '@zos/router';
import { advicePhrase, advisedPhase } from '../../utils/core/schedule/phase-advice.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import { changePreferences } from '../../utils/run/config-inbox.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { ratedSessions } from '../../utils/run/rated-sessions.ts';
import { house } from '../../utils/zos/house.ts';
import { askLayout } from '../parts/ask-layout.ts';
import { blockPart } from '../parts/block.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { TEXT } from '../parts/tones.ts';

/** The seq up to which sessions have been answered with "no". */
const REFUSED = 'advice';

let isAsking = false;

function open(): void {
  const { journal, store, report } = house();
  const { phase } = loadPreferences(store, report).choices;
  const advised = advisedPhase(phase, ratedSessions(journal, Number(store.load(REFUSED))));
  if (advised === null) return;
  isAsking = true;
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
    leave();
  });
}

function leave(): void {
  replace({ url: 'page/home/index.page', params: 'fresh' });
}

Page({
  build() {
    guard('page/advice build', house().report, open);
    if (!isAsking) leave();
  },
});
