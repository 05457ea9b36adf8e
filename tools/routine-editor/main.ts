/** Starts the editor: what the address or the list of starting points gives, in the language of the browser. */

import { found } from 'zepp-watch-simulator/page-elements';
import type { Failure } from '../../utils/core/base/result.ts';
import { decodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { type Locale, localeOf } from '../../utils/core/text/catalogues.ts';
import { draftOf } from './draft.ts';
import { showEditor } from './editor-page.ts';
import { faultText } from './faults.ts';
import { startingPoints } from './starting-points.ts';
import { translator } from './texts/translate.ts';

function start(): void {
  const locale = localeOf(navigator.language);
  const { hash } = location;
  const linked = decodeRoutine(hash);
  const [first] = startingPoints(locale, new Date());
  if (first === undefined) throw new Error('there is no routine to start from');
  showEditor(locale, linked.ok ? draftOf(linked.value) : first.draft);
  if (!linked.ok && hash.startsWith('#routine=')) tellBadLink(locale, linked.failure);
  document.documentElement.dataset.ready = 'true';
}

/** Says above the form why it does not show the routine of the link that was followed. */
function tellBadLink(locale: Locale, failure: Failure): void {
  const translate = translator(locale);
  found('link-told').textContent = translate('code.refused', faultText(translate, failure));
}

try {
  start();
} catch (error) {
  found('verdict').textContent = String(error);
}
