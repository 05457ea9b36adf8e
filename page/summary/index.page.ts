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
import { house } from '../../utils/zos/house.ts';
import { blockPart } from '../parts/block.ts';
import { buttonPart } from '../parts/button.ts';
import { say, sayList } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { QUIET, TEXT } from '../parts/tones.ts';
import { summaryLayout } from './layout.ts';

/** What is asked after a session, in words of one touch. */
const RATED = ['after', 'contact'] as const;
/** Time to look and to answer. */
const BRIGHT_MS = 30_000;

function open(): void {
  const { clock, finished, report, store, sync } = house();
  if (finished === null) {
    replace({ url: 'page/home/index.page', params: 'fresh' });
    return;
  }
  const preferences = loadPreferences(store, report);
  // Lying on the floor, nobody is quick.
  setPageBrightTime({ brightTime: BRIGHT_MS });
  const screen = openScreen();
  const view = summaryView(finished.record, preferences.standby === 'refused', finished.morning);
  const words = wordsOf(view, finished.seq, preferences);
  const layout = summaryLayout(screen, view.lines.length, (widthPx, sizePx) => {
    return getTextLayout(words, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, say(view.title));
  blockPart(layout.words, TEXT, words);
  view.lines.forEach((line, at) => {
    const rect = layout.lines[at];
    if (rect !== undefined) textPart(rect, QUIET, say(line));
  });
  const isOpen = finished.stored && canBeRated(finished.record, clock.nowMs(), clock.zoneOffsetMin());
  RATED.forEach((name, at) => {
    const rect = layout.ratings[at];
    const value = finished.record[name === 'after' ? 'painAfter' : 'contact'];
    const text = say(phrase(`summary.rate.${name}`, value === null ? '–' : value));
    if (rect !== undefined && isOpen) {
      buttonPart(rect, 'plain', text, () => replace({ url: 'page/rating/index.page', params: name }));
    }
  });
  const status = textPart(layout.sync, QUIET, say(syncPhrase(finished.stored)));
  house().onSync = () => status.set(say(syncPhrase(finished.stored)));
  sync.open();
  // By way of the question about another phase, where there is one to ask.
  buttonPart(layout.close, 'plain', say(phrase('summary.close')), () =>
    replace({ url: 'page/weigh/index.page' }),
  );
}

/** How each side went, and after the newest session when the next is good. */
function wordsOf({ sides }: SummaryView, seq: number, { brief, choices }: WatchPreferences): string {
  const { clock, store } = house();
  const words = sides.map(([side, told]) => say(phrase('summary.side', side, sayList(told))));
  const last = lastSession(store);
  if (last !== null && last.seq === seq && brief !== null) {
    const today = localDay(clock.nowMs(), clock.zoneOffsetMin());
    words.push(say(nextPhrase(restWindow(brief.rest, choices.phase, last), today)));
  }
  return words.join('\n');
}

function syncPhrase(stored: boolean): Phrase {
  if (!stored) return phrase('summary.notStored', house().lastFault);
  return phrase(`summary.sync.${house().sync.status()}`);
}

Page({
  build() {
    guard('page/summary build', house().report, open);
  },
  onDestroy() {
    house().onSync = () => {};
  },
});
