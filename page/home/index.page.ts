/** Home: what comes, and Start. Goes straight back into a session that is still open. */
import { push, replace } from '@zos/router';
import type { PlanBrief } from '../../utils/core/routine/brief.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import { homeView } from '../../utils/core/view/home-view.ts';
import { loadAnswers } from '../../utils/run/answers.ts';
import { CHANGES_IN, CONFIG_IN } from '../../utils/run/config-inbox.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { OPEN } from '../../utils/run/slot-store.ts';
import { house } from '../../utils/zos/house.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { hideStatusBar, readScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { QUIET, TEXT } from '../parts/tones.ts';
import { homeLayout } from './layout.ts';

function open(): void {
  const { store, report, sync } = house();
  const { brief, safetySeen, standby } = loadPreferences(store, report);
  if (!safetySeen || standby === 'unasked') {
    replace({ url: `page/${safetySeen ? 'standby' : 'safety'}/index.page` });
    return;
  }
  // Either page mends what it cannot use, and comes back with "fresh".
  if (params !== 'fresh') {
    const isOpen = store.load(OPEN) !== '';
    if (isOpen || brief === null || store.load(CONFIG_IN) + store.load(CHANGES_IN) !== '') {
      replace({ url: `page/${isOpen ? 'resume' : 'adopt'}/index.page` });
      return;
    }
  }
  draw(brief);
  sync.open();
}

function draw(brief: PlanBrief | null): void {
  const screen = readScreen();
  hideStatusBar(screen);
  const layout = homeLayout(screen);
  textPart(layout.title, QUIET, say(phrase('appName')));
  lines(brief).forEach((line, at) => {
    const rect = layout.lines[at];
    if (rect === undefined) return;
    textPart(rect, at < 2 ? TEXT : QUIET, line);
  });
  const { before } = loadAnswers(house().store, house().clock.nowMs());
  const pain = say(phrase('home.pain', before === undefined ? '–' : before));
  buttonPart(layout.pain, 'plain', pain, () => push({ url: 'page/rating/index.page', params: 'before' }));
  buttonPart(layout.start, 'go', say(phrase('home.start')), () => replace({ url: 'page/begin/index.page' }));
  buttonPart(layout.safety, 'plain', say(phrase('home.safety')), () =>
    push({ url: 'page/safety/index.page' }),
  );
  buttonPart(layout.more, 'plain', say(phrase('home.more')), () => push({ url: 'page/more/index.page' }));
}

function lines(brief: PlanBrief | null): readonly string[] {
  // Nothing could be worked out, and the sentence that says why is the newest there is.
  if (brief === null) return [house().lastFault];
  const view = homeView(brief);
  const [sides, holds, ...rest] = view.work.map(say);
  return [`${sides}, ${holds}`, rest.join(', '), view.kit.map(say).join(', '), say(phrase('kit.quiet'))];
}

let params: string | undefined;

Page({
  onInit(given) {
    params = given;
  },
  build() {
    guard('page/home build', house().report, open);
  },
});
