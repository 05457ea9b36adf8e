/** The summary: the session in words, and whether the phone has it. */
import { replace } from '@zos/router';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { type SummaryLine, summaryView } from '../../utils/core/view/summary-view.ts';
import { guard } from '../../utils/run/guard.ts';
import { house } from '../../utils/zos/house.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { hideStatusBar, readScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { colours } from '../parts/tones.ts';
import { summaryLayout } from './layout.ts';

function open(): void {
  const record = house().lastRecord;
  if (record === null) {
    replace({ url: 'page/home/index.page' });
    return;
  }
  const screen = readScreen();
  hideStatusBar(screen);
  const view = summaryView(record);
  const layout = summaryLayout(screen, view.lines.length);
  textPart(layout.title, { sizePx: layout.titlePx, colour: colours.text }, say(view.title));
  view.lines.forEach((line, at) => {
    const rect = layout.lines[at];
    if (rect !== undefined) textPart(rect, { sizePx: layout.linePx, colour: colours.text }, lineText(line));
  });
  const sync = textPart(layout.sync, { sizePx: layout.linePx, colour: colours.quiet }, say(syncPhrase()));
  house().onSync = () => sync.set(say(syncPhrase()));
  const look = { kind: 'plain', sizePx: layout.titlePx, text: say(phrase('summary.close')) } as const;
  buttonPart(layout.close, look, () => replace({ url: 'page/home/index.page' }));
}

function syncPhrase(): Phrase {
  const fault = house().lastFault;
  const status = house().sync.status();
  if (status !== 'saved' && fault !== null) return phrase('summary.notStored', fault);
  return phrase(`summary.sync.${status}`);
}

/** The side's word goes into the line's first gap. */
function lineText(line: SummaryLine): string {
  if (line.side === null) return say(line.text);
  return say({ key: line.text.key, values: [say(line.side), ...line.text.values.slice(1)] });
}

Page({
  build() {
    guard('page/summary build', house().report, open);
  },
  onDestroy() {
    house().onSync = null;
  },
});
