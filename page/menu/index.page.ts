/** What home has no room for, as a list of pages. */
import { phrase } from '../../utils/core/text/phrase.ts';
import type { WatchKey } from '../../utils/core/text/watch-en.ts';
import { canHaveHelper } from '../../utils/zos/helper.ts';
import { open, type Route } from '../../utils/zos/routes.ts';
import { TEXT } from '../widgets/colours.ts';
import { definePage } from '../widgets/define-page.ts';
import { buttonPart, openScreen, textPart } from '../widgets/parts.ts';
import { rowsLayout } from '../widgets/rows-layout.ts';

type Row = readonly [text: WatchKey, route: Route];

function rows(): readonly Row[] {
  const listed: Row[] = [
    ['more.options', { page: 'options' }],
    ['more.safety', { page: 'welcome', step: 'safety', isAgain: true }],
    ['more.help', { page: 'help' }],
    ['more.feel', { page: 'cue-test' }],
    ['more.history', { page: 'history' }],
  ];
  if (canHaveHelper()) listed.push(['more.helper', { page: 'question', asks: 'helper' }]);
  listed.push(['more.back', { page: 'home', from: 'app' }]);
  return listed;
}

function draw(): void {
  const listed = rows();
  const layout = rowsLayout(openScreen(), listed.length);
  textPart(layout.title, TEXT, phrase('home.more'));
  listed.forEach(([text, route], at) => {
    const line = layout.rows[at];
    const kind = route.page === 'home' ? 'go' : 'plain';
    if (line !== undefined) buttonPart(line, kind, phrase(text), () => open(route));
  });
}

definePage('menu', {}, draw);
