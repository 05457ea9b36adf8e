/** One thing to know, as a page: its title, a drawing, a few words, and the way on. */
import { phrase } from '../../utils/core/text/phrase.ts';
import type { HelpTopic } from '../../utils/zos/routes.ts';
import { drawReadingPage, type ReadingButton } from './reading-page.ts';

/** Two topics share the drawing of their kit. */
const PICTURES: Partial<Record<HelpTopic, HelpTopic>> = { handle: 'hook', march: 'band' };

export function drawHelpTopic(topic: HelpTopic, next: ReadingButton): void {
  drawReadingPage({
    title: phrase(`help.${topic}`),
    body: phrase(`help.${topic}.body`),
    picture: PICTURES[topic] || topic,
    next,
  });
}
