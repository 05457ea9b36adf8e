/** What may lie in the place of any stored text of the watch: whole, and of another shape. */

import type { StoredText } from '../../../utils/core/stored-names.ts';
import * as storedNames from '../../../utils/core/stored-names.ts';

/** Every text of the watch's store; the ring of reports and the log are files of their own. */
export const STORED_TEXTS = Object.values(storedNames).filter(
  (name): name is StoredText => name !== storedNames.REPORT_RING && name !== storedNames.LOG_FILES,
);

export const FOREIGN_TEXTS: readonly string[] = [
  'null',
  '7',
  '[]',
  '{}',
  '"text"',
  '[[]]',
  'rubbish',
  '{"version":1,"state":{}}',
  '[null,null,null,null]',
  '-1 -1 -1 -1',
];
