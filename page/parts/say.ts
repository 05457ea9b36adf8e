import type { Phrase } from '../../utils/core/text/phrase.ts';
import { sayList as listed, say as spoken } from '../../utils/zos/say.ts';

/** The phrase in the watch's language. */
export const say: (phrase: Phrase) => string = spoken;

/** Several on one line. */
export const sayList: (phrases: readonly Phrase[]) => string = listed;
