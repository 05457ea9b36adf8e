/** Starts the editor: what the address or the list of starting points gives, in the language of the browser. */

import { found } from 'zepp-watch-simulator/page-elements';
import { decodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { localeOf } from '../../utils/core/text/catalogues.ts';
import { draftOf } from './draft.ts';
import { showEditor } from './editor-page.ts';
import { startingPoints } from './starting-points.ts';

function start(): void {
  const locale = localeOf(navigator.language);
  const linked = decodeRoutine(location.hash);
  const [first] = startingPoints(locale, new Date());
  if (first === undefined) throw new Error('there is no routine to start from');
  showEditor(locale, linked.ok ? draftOf(linked.value) : first.draft);
  document.documentElement.dataset.ready = 'true';
}

try {
  start();
} catch (error) {
  found('verdict').textContent = String(error);
}
