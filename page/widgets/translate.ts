import type { Phrase } from '../../utils/core/text/phrase.ts';
import { translateList as joinPhrases, translate as translatePhrase } from '../../utils/zos/translate.ts';

/** The phrase in the watch's language. */
export const translate: (phrase: Phrase) => string = translatePhrase;

/** Several on one line. */
export const translateList: (phrases: readonly Phrase[]) => string = joinPhrases;
