/** Draws a session as one bar for each slot, with its cues above it, and tells the same as a list. */
import { element } from 'zepp-watch-simulator/page-elements';
import { cueWord } from '../../utils/core/cue/vocabulary.ts';
import type { Slot } from '../../utils/core/routine/plan.ts';
import type { Locale } from '../../utils/core/text/catalogues.ts';
import { phoneTexts } from '../../utils/core/text/catalogues.ts';
import { fill } from '../../utils/core/text/phrase.ts';
import { watchTexts } from '../../utils/core/text/watch-catalogues.ts';
import type { Translate } from './texts/translate.ts';
import type { TimelineCue, TimelinePart } from './timeline.ts';

const ROW_PX = 62;
const BAR_TOP_PX = 34;
const BAR_PX = 14;
const LABEL_PX = 13;
/** Room for the pulses of the last cue. */
const RIGHT_PX = 34;

/** Everything that is shown of a session. */
export function timelineParts(
  parts: readonly TimelinePart[],
  widthPx: number,
  locale: Locale,
  translate: Translate,
): readonly (Element | Node)[] {
  const words: Words = { locale, translate };
  return [legend(translate), picture(parts, widthPx, words), list(parts, words)];
}

interface Words {
  readonly locale: Locale;
  readonly translate: Translate;
}

/** `m:ss` from Start. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;
}

function slotName(slot: Slot, { locale, translate }: Words): string {
  const side = phoneTexts[locale][`phone.side.${slot.side}`];
  return slot.kind === 'hold' ? translate('timeline.slot', slot.step, side, slot.spot) : slot.step;
}

/** What a cue means, in the watch's own words, and how it is felt. */
function cueText({ cue }: TimelineCue, slot: Slot, { locale, translate }: Words): string {
  const texts: Readonly<Record<string, string>> = watchTexts[locale];
  const { name, to } = cue;
  const minimum = slot.kind === 'hold' ? (slot.cues[slot.cues.length - 1]?.atS ?? 0) : 0;
  const meaning =
    name === 'beat' || name === 'soft'
      ? translate(`cue.word.${name}`)
      : to === 'step'
        ? translate('cue.word.step')
        : fill(texts[`cueScreen.${to ?? name}`] ?? name, [minimum]);
  const word = cueWord(cue);
  return `${meaning} (${word === 's' ? translate('felt.soft') : texts[`felt.${word}`]})`;
}

function legend(translate: Translate): HTMLElement {
  const entries = (['place', 'hold', 'linger', 'stay', 'minimum', 'move'] as const).map((one) =>
    element(
      'li',
      {},
      element('span', { class: `swatch ${one}`, 'aria-hidden': 'true' }),
      translate(`timeline.${one}`),
    ),
  );
  return element('ul', { class: 'editor-legend' }, ...entries);
}

function svg(tag: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

function picture(parts: readonly TimelinePart[], widthPx: number, words: Words): SVGElement {
  const longestS = Math.max(...parts.map(({ fromS, toS }) => toS - fromS));
  const totalS = parts[parts.length - 1]?.toS ?? 0;
  const heightPx = parts.length * ROW_PX;
  const drawing = svg('svg', {
    viewBox: `0 0 ${widthPx} ${heightPx}`,
    width: widthPx,
    height: heightPx,
    role: 'img',
    class: 'editor-timeline',
    'aria-label': words.translate('timeline.picture', parts.length, clock(totalS)),
  });
  parts.forEach((part, at) => {
    drawing.append(...row(part, at * ROW_PX, (widthPx - RIGHT_PX) / longestS, words));
  });
  return drawing;
}

/** One slot: its name and its length, its cues as pulses, and the bar below them. */
function row(part: TimelinePart, topPx: number, pxPerS: number, words: Words): readonly SVGElement[] {
  const { slot, fromS, startS, minimumS, toS } = part;
  const x = (atS: number): number => (atS - fromS) * pxPerS;
  const bar = (kind: string, leftS: number, rightS: number): SVGElement =>
    svg('rect', {
      class: kind,
      x: x(leftS).toFixed(1),
      y: topPx + BAR_TOP_PX,
      width: Math.max(0, x(rightS) - x(leftS)).toFixed(1),
      height: BAR_PX,
    });
  return [
    svg(
      'text',
      { x: 0, y: topPx + LABEL_PX, class: 'slot' },
      `${slotName(slot, words)} · ${clock(toS - fromS)}`,
    ),
    bar('place', fromS, startS),
    bar(slot.kind === 'march' ? 'march' : 'hold', startS, minimumS),
    bar('linger', minimumS, toS),
    ...part.cues.flatMap((cue) => pulses(cue, x(cue.atS), topPx + BAR_TOP_PX)),
  ];
}

/** Widths of the pulses in the picture, px; the letters are those of `cueWord`. */
const PULSE_PX: Readonly<Record<string, number>> = { s: 2, S: 3, L: 8, E: 12 };

/** The colour of a cue, by its meaning as on the watch. */
function meaningOf({ name, to }: TimelineCue['cue']): 'stay' | 'minimum' | 'move' | 'other' {
  if (name === 'minimum') return 'minimum';
  if (to !== null) return 'move';
  return name === 'start' || name === 'check' ? 'stay' : 'other';
}

/** The pulses of a cue, and a line to its second. */
function pulses({ cue }: TimelineCue, xPx: number, barTopPx: number): readonly SVGElement[] {
  const meaning = meaningOf(cue);
  const shapes: SVGElement[] = [
    svg('rect', {
      class: meaning,
      x: (xPx - 0.75).toFixed(1),
      y: barTopPx - 5,
      width: 1.5,
      height: BAR_PX + 8,
    }),
  ];
  let leftPx = xPx - 0.75;
  for (const letter of cueWord(cue)) {
    const width = PULSE_PX[letter] ?? 0;
    shapes.push(
      svg('rect', { class: meaning, x: leftPx.toFixed(1), y: barTopPx - 12, width, height: 7, rx: 1.5 }),
    );
    leftPx += width + 2;
  }
  return shapes;
}

function list(parts: readonly TimelinePart[], words: Words): HTMLElement {
  const slots = parts.map((part) => {
    const cues = part.cues.map((cue) =>
      element('li', {}, `${clock(cue.atS)} ${cueText(cue, part.slot, words)}`),
    );
    return element(
      'li',
      {},
      `${clock(part.fromS)} ${slotName(part.slot, words)}`,
      element('ul', {}, ...cues),
    );
  });
  return element(
    'details',
    {},
    element('summary', {}, words.translate('timeline.list')),
    element('ol', { class: 'editor-list' }, ...slots),
  );
}
