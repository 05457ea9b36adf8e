/** What the parser of definitions has to say, in the language of the page, and at which field. */
import type { Failure } from '../../utils/core/base/result.ts';
import { MIN_CUE_GAP_S } from '../../utils/core/tuning.ts';
import { type Draft, kitsAt, listAt, valueAt } from './draft.ts';
import type { EditorKey } from './texts/en.ts';
import type { Translate } from './texts/translate.ts';

/** The parser's sentences, with their gaps, and the text of the page for each. The first that fits counts. */
const SENTENCES: readonly (readonly [RegExp, EditorKey])[] = [
  [/last cue of a hold must be its minimum/, 'fault.minimum'],
  [/missing|expected named fields|expected a list/, 'fault.gap'],
  [/^expected a whole number from (\d+) to (\d+)/, 'fault.whole'],
  [/at most (\d+) letters/, 'fault.letters'],
  [/can only be (?:called )?"(.*)"$/, 'fault.named'],
  [/without < and >/, 'fault.plain'],
  [/^cues must come one after the other/, 'fault.order'],
  [/^two cues come closer than (\d+) s/, 'fault.close'],
  [/^the latest day lies before/, 'fault.days'],
  [/^another step has this name/, 'fault.same'],
  [/^expected a date/, 'fault.date'],
  [/at most (\d+) steps/, 'fault.steps'],
  [/at least one step/, 'fault.empty'],
  [/^no step is left/, 'fault.empty'],
  [/^the drawing/, 'fault.drawing'],
  [/^not everybody has the hook/, 'fault.hook'],
  [/asks at most (\d+) times/, 'fault.questions'],
  [/at most (\d+) (?:holds|spots)/, 'fault.holds'],
  [/at most (\d+) min/, 'fault.minutes'],
  [/code begins with/, 'fault.code.none'],
  [/needs a later version/, 'fault.code.newer'],
  [/^the code is cut off/, 'fault.code.cut'],
  [/^a letter of the code|^the code/, 'fault.code.changed'],
];

/** The sentence for a fault; the parser's own where the page has none. */
export function faultText(translate: Translate, { what }: Failure): string {
  for (const [sentence, key] of SENTENCES) {
    const found = sentence.exec(what);
    if (found !== null) return translate(key, ...found.slice(1));
  }
  return what;
}

/** The path of the field to put right. What is wrong with a whole session is put right where its times are. */
export function faultPath(draft: Draft, { where, what }: Failure): string {
  const [first = ''] = where.split('/');
  if (valueAt(draft, first) !== undefined || !/^(?:sore|active|maintenance)$/.test(first)) return where;
  return what.includes('closer') ? closePath(draft) : 'steps';
}

/** The first number that puts two cues closer than a wrist can tell apart. */
function closePath(draft: Draft): string {
  for (let at = 0; at < listAt(draft, 'steps').length; at++) {
    const step = `steps/${at}`;
    for (const kit of kitsAt(draft, step)) {
      let lastS = 0;
      for (const [place, cue] of listAt(draft, `${step}/doses/${kit}`).entries()) {
        const atS = Number(valueAt(cue, 'atS'));
        if (atS - lastS < MIN_CUE_GAP_S) return `${step}/doses/${kit}/${place}/atS`;
        lastS = atS;
      }
    }
  }
  const positions = (valueAt(draft, 'positionsS') ?? {}) as Readonly<Record<string, number>>;
  const short = Object.entries(positions).find(([, seconds]) => seconds < MIN_CUE_GAP_S);
  return short === undefined ? 'linger/usualS' : `positionsS/${short[0]}`;
}
