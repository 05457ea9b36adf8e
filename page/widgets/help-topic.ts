/** One thing to know, as a page: its title, a drawing, a few words, and the way on. */
import { getTextLayout, widget } from '@zos/ui';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import type { HelpTopic } from '../../utils/zos/routes.ts';
import { buttonPart } from './button.ts';
import { TEXT } from './colours.ts';
import { helpTopicLayout } from './help-topic-layout.ts';
import { paragraphPart } from './paragraph.ts';
import { openScreen } from './screen.ts';
import { textPart } from './text.ts';
import { translate } from './translate.ts';
import { makeWidget } from './widget.ts';

/** @param next what the button under it says */
export function drawHelpTopic(topic: HelpTopic, next: Phrase, onNext: () => void): void {
  const body = translate(phrase(`help.${topic}.body`));
  const layout = helpTopicLayout(openScreen(), (widthPx, sizePx) => {
    return getTextLayout(body, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, translate(phrase(`help.${topic}`)));
  makeWidget(widget.IMG, { ...layout.picture, src: `help/${topic}.png` });
  paragraphPart(layout.body, TEXT, body);
  buttonPart(layout.next, 'go', translate(next), onNext);
}
