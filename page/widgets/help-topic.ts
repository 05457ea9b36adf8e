/** One thing to know, as a page: its title, a drawing, a few words, and the way on. */
import { widget } from '@zos/ui';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import type { HelpTopic } from '../../utils/zos/routes.ts';
import { translate } from '../../utils/zos/translate.ts';
import { TEXT } from './colours.ts';
import { helpTopicLayout } from './help-topic-layout.ts';
import { buttonPart, heightOf, makeWidget, openScreen, paragraphPart, textPart } from './parts.ts';

/** @param next what the button under it says */
export function drawHelpTopic(topic: HelpTopic, next: Phrase, onNext: () => void): void {
  const body = translate(phrase(`help.${topic}.body`));
  const layout = helpTopicLayout(openScreen(), heightOf(body));
  textPart(layout.title, TEXT, phrase(`help.${topic}`));
  makeWidget(widget.IMG, { ...layout.picture, src: `help/${topic}.png` });
  paragraphPart(layout.body, TEXT, body);
  buttonPart(layout.next, 'go', next, onNext);
}
