/** Home: what comes, and Start. Goes straight back into a session that is still open. */
import { push, replace } from '@zos/router';
import { sentence } from '../../utils/core/base/result.ts';
import { defaultRoutine } from '../../utils/core/routine/default-routine.ts';
import { buildPlan, type Choices } from '../../utils/core/routine/plan.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import { homeView } from '../../utils/core/view/home-view.ts';
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
  const { choices, safetySeen, standby } = loadPreferences(store, report);
  if (!safetySeen || standby === 'unasked') {
    replace({ url: `page/${safetySeen ? 'standby' : 'safety'}/index.page` });
    return;
  }
  // The resume page mends what it cannot go on with, and comes back with "fresh".
  if (params !== 'fresh' && store.load(OPEN) !== '') {
    replace({ url: 'page/resume/index.page' });
    return;
  }
  draw(choices);
  sync.open();
}

function draw(choices: Choices): void {
  const screen = readScreen();
  hideStatusBar(screen);
  const layout = homeLayout(screen);
  textPart(layout.title, TEXT, say(phrase('appName')));
  lines(choices).forEach((line, at) => {
    const rect = layout.lines[at];
    if (rect === undefined) return;
    textPart(rect, at < 2 ? TEXT : QUIET, line);
  });
  buttonPart(layout.start, 'go', say(phrase('home.start')), () => replace({ url: 'page/check/index.page' }));
  buttonPart(layout.safety, 'plain', say(phrase('home.safety')), () =>
    push({ url: 'page/safety/index.page' }),
  );
}

function lines(choices: Choices): readonly string[] {
  const plan = buildPlan(defaultRoutine, choices);
  house().plan = plan.ok ? plan.value : null;
  if (!plan.ok) {
    const text = sentence(plan.failure);
    house().report('plan', text);
    return [text];
  }
  const view = homeView(plan.value, choices);
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
