/**
 * The glance, beside the watch face: when the next session is good, and what comes. It reads what is stored, writes nothing,
 * and uses nothing of the app. The system creates the app for a glance too, but no link is opened and no alarm is set there.
 */
import { QUIET, TEXT } from '../page/widgets/colours.ts';
import { type TextPart, textPart, type Words } from '../page/widgets/parts.ts';
import { touchPane } from '../page/widgets/touch-pane.ts';
import { OPEN_SESSION } from '../utils/core/stored-names.ts';
import { phrase } from '../utils/core/text/phrase.ts';
import { homeView } from '../utils/core/view/home-view.ts';
import { nextSession } from '../utils/run/next-session.ts';
import { loadPreferences } from '../utils/run/preferences.ts';
import { createTextStore } from '../utils/run/text-store.ts';
import { createFiles } from '../utils/zos/files.ts';
import { openOnTop } from '../utils/zos/routes.ts';
import { readScreen } from '../utils/zos/screen-size.ts';
import { translate } from '../utils/zos/translate.ts';
import { glanceLayout } from './layout.ts';

let parts: readonly TextPart[] = [];

function build(): void {
  const screen = readScreen();
  const { title, next, lines } = glanceLayout(screen);
  textPart(title, QUIET, phrase('appName'));
  parts = [textPart(next, TEXT, ''), textPart(lines[0], QUIET, ''), textPart(lines[1], QUIET, '')];
  const glass = { x: 0, y: 0, w: screen.widthPx, h: screen.heightPx };
  touchPane(glass, { click_func: () => openOnTop({ page: 'home' }) });
  show();
}

/** Current texts: a new day may have begun, or a session ended, since it was last in front. */
function show(): void {
  const texts = textsNow();
  parts.forEach((part, at) => {
    part.set(texts[at] || '');
  });
}

function textsNow(): readonly Words[] {
  const silent = (): void => {};
  const store = createTextStore(createFiles(), silent);
  if (store.load(OPEN_SESSION) !== '') return [phrase('action.resumed')];
  const preferences = loadPreferences(store, silent);
  const next = nextSession(store, preferences, Date.now(), -new Date().getTimezoneOffset());
  // Nothing has been set up yet, or a change waits for the app to work it out.
  if (preferences.planSummary === null) return [next];
  const { sides, amounts } = homeView(preferences.planSummary);
  return [next, sides, amounts.map(translate).join(' · ')];
}

SecondaryWidget({
  build,
  onResume: show,
});
