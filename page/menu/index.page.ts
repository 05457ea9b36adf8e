/** A list of the pages that home has no room for. */
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { recentPainBefore } from '../../utils/run/pain-before.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { canHaveHelper } from '../../utils/zos/helper.ts';
import { goBack, type Route } from '../../utils/zos/routes.ts';
import { TEXT } from '../widgets/colours.ts';
import { definePage, type OpenOnTop } from '../widgets/define-page.ts';
import { buttonPart, openScreen, textPart } from '../widgets/parts.ts';
import { listLayout } from '../widgets/rows-layout.ts';

type Row = readonly [text: Phrase, route: Route];

/** Pages that are opened from here lie over the menu, so that going back leads to it. */
function rows(): readonly Row[] {
  const { clock, store } = appContext();
  const pain = recentPainBefore(store, clock.nowMs());
  const listed: Row[] = [
    [phrase('home.pain', pain === null ? '?' : pain), { page: 'rating', asks: 'before' }],
    [phrase('more.options'), { page: 'options' }],
    [phrase('more.safety'), { page: 'welcome', step: 'safety', isAgain: true }],
    [phrase('more.help'), { page: 'help' }],
    [phrase('more.feel'), { page: 'feel-test', isOnTop: true }],
    [phrase('more.history'), { page: 'history' }],
  ];
  if (canHaveHelper())
    listed.push([phrase('more.helper'), { page: 'question', asks: 'helper', isOnTop: true }]);
  return listed;
}

function draw(_route: Route, openOnTop: OpenOnTop): void {
  const listed = rows();
  const layout = listLayout(openScreen());
  textPart(layout.title, TEXT, phrase('home.more'));
  for (const [text, route] of listed) buttonPart(layout.button(), 'plain', text, () => openOnTop(route));
  buttonPart(layout.button(), 'plain', phrase('more.back'), goBack);
}

definePage('menu', {}, draw);
