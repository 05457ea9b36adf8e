/** A page with a title, a text as long as it needs to be, and a button under it. */
import type { Phrase } from '../../utils/core/text/phrase.ts';
import { translate } from '../../utils/zos/translate.ts';
import { TEXT } from './colours.ts';
import { type LongTextLayout, longTextLayout } from './long-text-layout.ts';
import { buttonPart, heightOf, openScreen, paragraphPart, textPart } from './parts.ts';

/**
 * @param accept what the button says
 * @returns where the parts are, for a page that puts something more under them
 */
export function drawLongText(
  title: Phrase,
  body: Phrase,
  accept: Phrase,
  onAccept: () => void,
): LongTextLayout {
  const text = translate(body);
  const layout = longTextLayout(openScreen(), heightOf(text));
  textPart(layout.title, TEXT, title);
  paragraphPart(layout.body, TEXT, text);
  buttonPart(layout.accept, 'go', accept, onAccept);
  return layout;
}
