/** The summary: the session in words, when the next is good, what can be rated today, and whether the phone has it. */
import { setPageBrightTime } from '@zos/display';
import { replace } from '@zos/router';
import { getTextLayout } from '@zos/ui';
import { localDay } from '../../utils/core/schedule/calendar.ts';
import { nextPhrase } from '../../utils/core/schedule/next-phrase.ts';
import { restWindow } from '../../utils/core/schedule/rest-window.ts';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { canBeRated, type SummaryView, summaryView } from '../../utils/core/view/summary-view.ts';
import { guard } from '../../utils/run/guard.ts';
import { lastSession } from '../../utils/run/last-session.ts';
import { loadPreferences, type WatchPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { buttonPart } from '../widgets/button.ts';
import { QUIET, TEXT } from '../widgets/colours.ts';
import { paragraphPart } from '../widgets/paragraph.ts';
import { openScreen } from '../widgets/screen.ts';
import { textPart } from '../widgets/text.ts';
import { translate, translateList } from '../widgets/translate.ts';
import { summaryLayout } from './layout.ts';

/** What is asked after a session, in words of one touch. */
const RATED = ['after', 'contact'] as const;
/** Time to look and to answer. */
const BRIGHT_MS = 30_000;

function open(): void {
  const { clock, finished, report, store, sync } = appContext();
  if (finished === null) {
    replace({ url: 'page/home/index.page', params: 'fresh' });
    return;
  }
  const preferences = loadPreferences(store, report);
  // Lying on the floor, nobody is quick.
  setPageBrightTime({ brightTime: BRIGHT_MS });
  const screen = openScreen();
  const view = summaryView(finished.record, preferences.helper === 'refused', finished.morning);
  const words = wordsOf(view, finished.seq, preferences);
  const layout = summaryLayout(screen, view.lines.length, (widthPx, sizePx) => {
    return getTextLayout(words, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, translate(view.title));
  paragraphPart(layout.words, TEXT, words);
  view.lines.forEach((line, at) => {
    const rect = layout.lines[at];
    if (rect !== undefined) textPart(rect, QUIET, translate(line));
  });
  const isOpen = finished.stored && canBeRated(finished.record, clock.nowMs(), clock.zoneOffsetMin());
  RATED.forEach((name, at) => {
    const rect = layout.ratings[at];
    const value = finished.record[name === 'after' ? 'painAfter' : 'contact'];
    const text = translate(phrase(`summary.rate.${name}`, value === null ? '–' : value));
    if (rect !== undefined && isOpen) {
      buttonPart(rect, 'plain', text, () => replace({ url: 'page/rating/index.page', params: name }));
    }
  });
  const status = textPart(layout.sync, QUIET, translate(syncPhrase(finished.stored)));
  appContext().onSync = () => status.set(translate(syncPhrase(finished.stored)));
  sync.open();
  // By way of the question about another phase, where there is one to ask.
  buttonPart(layout.close, 'plain', translate(phrase('summary.close')), () =>
    replace({ url: 'page/weigh/index.page' }),
  );
}

/** How each side went, and after the newest session when the next is good. */
function wordsOf({ sides }: SummaryView, seq: number, { planSummary, stage }: WatchPreferences): string {
  const { clock, store } = appContext();
  const words = sides.map(([side, told]) => translate(phrase('summary.side', side, translateList(told))));
  const last = lastSession(store);
  if (last !== null && last.seq === seq && planSummary !== null) {
    const today = localDay(clock.nowMs(), clock.zoneOffsetMin());
    words.push(translate(nextPhrase(restWindow(planSummary.rest, stage, last), today)));
  }
  return words.join('\n');
}

function syncPhrase(stored: boolean): Phrase {
  if (!stored) return phrase('summary.notStored', appContext().lastFault);
  return phrase(`summary.sync.${appContext().sync.status()}`);
}

Page({
  build() {
    guard('page/summary build', appContext().report, open);
  },
  onDestroy() {
    appContext().onSync = () => {};
  },
});
