/**
 * The glance, beside the watch face: when the next session is good, and what comes. Reads what is stored, writes nothing,
 * and asks the app for nothing: the system creates that too for a glance, but no link is opened and no alarm set there.
 */
import { push } from '@zos/router';
import { event, widget } from '@zos/ui';
import { say, sayList } from '../page/parts/say.ts';
import { type TextPart, textPart } from '../page/parts/text.ts';
import { BLACK, QUIET, TEXT } from '../page/parts/tones.ts';
import { makeWidget } from '../page/parts/widget.ts';
import { localDay } from '../utils/core/schedule/calendar.ts';
import { nextPhrase } from '../utils/core/schedule/next-phrase.ts';
import { restWindow } from '../utils/core/schedule/rest-window.ts';
import { phrase } from '../utils/core/text/phrase.ts';
import { homeView } from '../utils/core/view/home-view.ts';
import { lastSession } from '../utils/run/last-session.ts';
import { storedBrief } from '../utils/run/preferences.ts';
import { createSlotStore, OPEN } from '../utils/run/slot-store.ts';
import { createFiles } from '../utils/zos/files.ts';
import { readScreen } from '../utils/zos/glass.ts';
import { glanceLayout } from './layout.ts';

let parts: readonly TextPart[] = [];

function build(): void {
  const screen = readScreen();
  const { title, next, lines } = glanceLayout(screen);
  textPart(title, QUIET, say(phrase('appName')));
  parts = [textPart(next, TEXT, ''), textPart(lines[0], QUIET, ''), textPart(lines[1], QUIET, '')];
  const glass = { x: 0, y: 0, w: screen.widthPx, h: screen.heightPx, color: BLACK, alpha: 0 };
  makeWidget(widget.FILL_RECT, glass).addEventListener(event.CLICK_UP, () =>
    push({ url: 'page/home/index.page' }),
  );
  show();
}

/** Texts of now: a day may have begun, or a session ended, since it was last in front. */
function show(): void {
  const texts = textsNow();
  parts.forEach((part, at) => {
    part.set(texts[at] || '');
  });
}

function textsNow(): readonly string[] {
  const silent = (): void => {};
  const store = createSlotStore(createFiles(), silent);
  if (store.load(OPEN) !== '') return [say(phrase('action.resumed'))];
  const { brief, choices } = storedBrief(store);
  // Nothing has been set up yet, or a change waits for the app to work it out.
  if (!brief || !choices) return [say(phrase('next.open'))];
  const last = lastSession(store);
  const window = last === null ? null : restWindow(brief.rest, choices.phase, last);
  const today = localDay(Date.now(), -new Date().getTimezoneOffset());
  const { work } = homeView(brief);
  return [say(nextPhrase(window, today)), sayList(work.slice(0, 2)), sayList(work.slice(2))];
}

SecondaryWidget({
  build,
  onResume: show,
});
