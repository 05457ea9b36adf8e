/** What the app is, what it is not, and what is stored where. */

import { say } from '../../utils/core/text/phone-phrase.ts';
import { blockKeys } from '../../utils/core/trend/stored-log.ts';
import type { PageContext } from '../page-context.ts';
import { linePart, quietPart } from '../widgets.ts';

export function aboutSection(context: PageContext): readonly Child[] {
  const blocks = blockKeys(context.texts.keys);
  return [
    linePart(context, say('about.what')),
    linePart(context, say('about.safety')),
    linePart(context, say('about.stop')),
    quietPart(context, say('about.storage', blocks.length)),
    quietPart(context, say('about.licence')),
  ];
}
