/** What the app is, what it is not, and what is stored where. */
import { phrase } from '../../utils/core/text/phone-phrase.ts';
import { blockKeys } from '../../utils/core/trend/stored-log.ts';
import type { PageContext } from '../page-context.ts';
import { line, quietLine } from '../widgets.ts';

export function aboutSection(context: PageContext): readonly Child[] {
  const blocks = blockKeys(context.texts.keys);
  return [
    line(context, phrase('about.what')),
    line(context, phrase('about.safety')),
    line(context, phrase('about.stop')),
    quietLine(context, phrase('about.storage', blocks.length)),
    quietLine(context, phrase('about.licence')),
  ];
}
