/**
 * What the author of an own routine says about safety: read once before the first session with it, and whenever the wearer reads
 * the safety pages again. On a small screen a long line takes two pages, so that the button is always on the glass.
 */
import { inHalves, withLongWordsParted } from '../../utils/core/text/in-halves.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import { findWithSafety, noteSafetyRead } from '../../utils/run/own-routines.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { goBack, open, type RouteTo, startRoute } from '../../utils/zos/routes.ts';
import { translate } from '../../utils/zos/translate.ts';
import { onSwipeBackOpenHome } from '../widgets/on-swipe-back.ts';
import { heightOf, openScreen } from '../widgets/parts.ts';
import { readingLayout } from '../widgets/reading-layout.ts';
import { drawReadingPage } from '../widgets/reading-page.ts';

/** @param at which half of it, 0 or 1 */
export function drawOwnSafety(route: RouteTo<'welcome'>, at: number): void {
  const parts = ownSafety();
  const isLast = at >= parts.length - 1;
  drawReadingPage({
    title: phrase('safety.own.title'),
    body: phrase('plain', parts[at] || ''),
    next: [
      phrase(isLast ? 'safety.accept' : 'help.next'),
      () => (isLast ? goOn(route) : open({ ...route, step: 'own-safety-more' })),
    ],
  });
  if (!route.isAgain) onSwipeBackOpenHome();
}

/** After the other safety pages: those of the chosen routine, or back to the menu. */
export function openOwnSafetyAgain(): void {
  if (ownSafety().length > 0) open({ page: 'welcome', step: 'own-safety', isAgain: true });
  else goBack();
}

function goOn({ isAgain, mode }: RouteTo<'welcome'>): void {
  if (isAgain) {
    goBack();
    return;
  }
  const { clock, report, store } = appContext();
  noteSafetyRead(store, loadPreferences(store, report).routine);
  open(startRoute(mode || null, clock.nowMs()));
}

/** What the author of the chosen routine says, in as many parts as pages are needed; none if nothing. */
function ownSafety(): readonly string[] {
  const { report, store } = appContext();
  const own = findWithSafety(store, loadPreferences(store, report).routine);
  if (own === undefined) return [];
  const text = withLongWordsParted(translate(phrase('safety.own.body', own.name, own.safety || '')));
  const [box, sizePx] = readingLayout(openScreen()).body;
  return heightOf(text)(box.w, sizePx) <= box.h ? [text] : inHalves(text);
}
