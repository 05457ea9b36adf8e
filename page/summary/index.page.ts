/** The summary: the session in words, and whether the phone has it. */
import { setPageBrightTime } from '@zos/display';
import { replace } from '@zos/router';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { summaryView } from '../../utils/core/view/summary-view.ts';
import { guard } from '../../utils/run/guard.ts';
import { house } from '../../utils/zos/house.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { QUIET, TEXT } from '../parts/tones.ts';
import { summaryLayout } from './layout.ts';

/** What is asked after a session, in words of one touch. */
const RATED = ['after', 'contact'] as const;
/** Time to look and to answer. */
const BRIGHT_MS = 30_000;

function open(): void {
  const { finished, isRefused, sync } = house();
  if (finished === null) {
    replace({ url: 'page/home/index.page', params: 'fresh' });
    return;
  }
  // Lying on the floor, nobody is quick.
  setPageBrightTime({ brightTime: BRIGHT_MS });
  const screen = openScreen();
  const view = summaryView(finished.record, isRefused);
  const layout = summaryLayout(screen, view.lines.length);
  textPart(layout.title, TEXT, say(view.title));
  view.lines.forEach((line, at) => {
    const rect = layout.lines[at];
    if (rect !== undefined) textPart(rect, TEXT, say(line));
  });
  RATED.forEach((name, at) => {
    const rect = layout.ratings[at];
    const value = finished.record[name === 'after' ? 'painAfter' : 'contact'];
    const text = say(phrase(`summary.rate.${name}`, value === null ? '–' : value));
    if (rect !== undefined && finished.stored) {
      buttonPart(rect, 'plain', text, () => replace({ url: 'page/rating/index.page', params: name }));
    }
  });
  const status = textPart(layout.sync, QUIET, say(syncPhrase(finished.stored)));
  house().onSync = () => status.set(say(syncPhrase(finished.stored)));
  sync.open();
  buttonPart(layout.close, 'plain', say(phrase('summary.close')), () =>
    replace({ url: 'page/home/index.page', params: 'fresh' }),
  );
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
