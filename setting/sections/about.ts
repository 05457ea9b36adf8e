/** What the app is, what it is not, what to be careful about, and where it stores its data. */
import { phrase } from '../../utils/core/text/phone-phrase.ts';
import type { PageContext } from '../page-context.ts';
import { line, quietLine } from '../widgets.ts';

export function aboutSection(context: PageContext): readonly Child[] {
  return [
    line(context, phrase('about.iliacus')),
    line(context, phrase('about.what')),
    line(context, phrase('about.safety')),
    line(context, phrase('about.stop')),
    quietLine(context, phrase('about.storage')),
    quietLine(context, phrase('about.licence')),
  ];
}
