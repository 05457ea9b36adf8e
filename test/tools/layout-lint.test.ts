/** Each rule of the layout lint finds a made-up screen that breaks it, and accepts a screen that keeps it. */
import { describe, expect, it } from 'vitest';
import type { WidgetNode } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { TEXT_STYLE } from 'zepp-watch-simulator/ui-constants';
import { BUTTON, GO } from '../../page/widgets/colours.ts';
import { contrast, leastTypePx, lint } from '../support/layout-lint.ts';

const ROUND = findDevice('Balance 2');
const SQUARE = findDevice('Bip 6');

let nextId = 0;
function node(kind: string, props: object, children: readonly WidgetNode[] = [], visible = true): WidgetNode {
  nextId += 1;
  return { id: nextId, kind, props: props as Record<string, unknown>, visible, children };
}
const text = (words: string, y: number, more: object = {}): WidgetNode =>
  node('TEXT', { x: 90, y, w: 300, h: 40, text: words, text_size: 28, color: 0xffffff, ...more });
const button = (words: string, y: number, more: object = {}): WidgetNode =>
  node('BUTTON', {
    ...{ x: 140, y, w: 200, h: 76, text: words, text_size: 30, color: 0xffffff, normal_color: BUTTON },
    ...more,
  });
const number = (words: string): WidgetNode => text(words, 150, { x: 60, w: 360, h: 180, text_size: 170 });
const picture = (widthPx: number): WidgetNode =>
  node('IMG', { x: 100, y: 100, w: widthPx, h: 90, src: 'draw/front-ball-left.png' });

const faults = (...widgets: readonly WidgetNode[]): readonly string[] => lint(ROUND, widgets);

it('a good screen has no fault', () => {
  expect(faults(text('LEFT', 90), number('45'), text('Breathe', 330), button('Next', 370))).toEqual([]);
});

/** Each row: the screen that breaks the rule, and the sentence about it. */
const broken: readonly (readonly [rule: string, found: string, ...widgets: readonly WidgetNode[]])[] = [
  [
    'type of 23 px on a glass of 480',
    '"LEFT" is 23 px high, less than 24',
    text('LEFT', 200, { text_size: 23 }),
  ],
  ['a text beyond the glass', '"LEFT" is not all on the glass', text('LEFT', 4, { x: -20, w: 100 })],
  [
    'a text wider than its box',
    '"Breathe slowly" is cut by 113 px',
    text('Breathe slowly', 200, { w: 80, x: 200 }),
  ],
  [
    'a line that begins with a full stop',
    '"先从球上滚开。" has a line that begins with the mark that ends a phrase',
    text('先从球上滚开。', 200, { w: 170, h: 80, text_style: TEXT_STYLE.WRAP }),
  ],
  [
    'a line of its own that begins with a comma',
    '"，慢慢呼吸" has a line that begins with the mark that ends a phrase',
    text('，慢慢呼吸', 200),
  ],
  [
    'a line that ends with an opening bracket',
    '"慢慢下蹲（不要太低）" has a line that ends with the mark that opens a phrase',
    text('慢慢下蹲（不要太低）', 200, { w: 145, h: 80, text_style: TEXT_STYLE.WRAP }),
  ],
  [
    'Chinese letters that touch those above them',
    '"三短" and "缓解了？" overlap',
    text('三短', 200),
    text('缓解了？', 226),
  ],
  ['a small target', '"Next" is 200 by 50 px', button('Next', 300, { h: 50 })],
  ['a pale text', '"LEFT" is too pale', text('LEFT', 200, { color: 0x333333 })],
  ['two texts in one place', '"LEFT" and "RIGHT" overlap', text('LEFT', 200), text('RIGHT', 205)],
  [
    'a group over a button',
    '"Next" is covered by a GROUP',
    button('Next', 300),
    node('GROUP', { x: 0, y: 0, w: 480, h: 480 }),
  ],
  [
    'something hidden over a button',
    '"Next" is covered by a FILL_RECT',
    button('Next', 300),
    node('FILL_RECT', { x: 0, y: 290, w: 480, h: 20, color: 0 }, [], false),
  ],
  [
    'four lines beside the number',
    '4 lines stand beside the number',
    ...[text('LEFT', 60), number('45'), text('Breathe', 330), text('slowly', 372), text('on', 414)],
  ],
  ['a side as a letter', '"L, 1 of 2" says a side by a letter', text('L, 1 of 2', 200)],
  ['a drawing too small to teach', 'a drawing is 120 px wide, less than 200', picture(120)],
  [
    'a line cut by the corner of the glass, with others under it',
    '"A line as wide as this one" is cut by the glass at rest',
    text('A line as wide as this one', 415),
    button('Close', 440),
  ],
  [
    'the button to be pressed under the fold',
    '"Start" is to be pressed, and not whole on the glass at rest',
    text('LEFT', 200),
    button('Start', 440, { normal_color: GO }),
  ],
  [
    'nothing at the fold of a page that goes on',
    'nothing shows that the page goes on below',
    text('LEFT', 200),
    button('Close', 500),
  ],
];

it('a card that the fold cuts shows that the page goes on', () => {
  const card = node('FILL_RECT', { x: 60, y: 430, w: 360, h: 80, radius: 40, color: BUTTON });
  const ends = 'nothing shows that the page goes on below';
  expect(faults(text('LEFT', 200), button('Close', 520))).toContain(ends);
  expect(faults(text('LEFT', 200), card, button('Close', 520))).not.toContain(ends);
});

describe('a screen that breaks a rule is found', () => {
  it.each(broken.map(([rule, found, ...widgets]) => [rule, found, widgets] as const))(
    '%s',
    (_rule, found, widgets) => {
      expect(faults(...widgets)).toContain(found);
    },
  );
});

describe('a screen that keeps a rule passes', () => {
  it.each([
    ['a button that peeks over the fold', [text('LEFT', 200), button('Close', 450)]],
    [
      'an indicator beside a page that goes on',
      [text('LEFT', 200), button('Close', 500), node('PAGE_INDICATOR', {})],
    ],
    [
      'three lines beside the number',
      [text('LEFT', 60), number('45'), text('Breathe', 330), text('on', 372)],
    ],
    ['"I" in English, which is no side', [text('I understand', 200)]],
    [
      'what a full cover hides',
      [text('x', 200, { text_size: 9 }), node('FILL_RECT', { x: 0, y: 0, w: 480, h: 480 })],
    ],
    [
      'the words over a pane that was made before their button',
      [node('BUTTON', { x: 0, y: 0, w: 480, h: 480, text: '' }), button('Next', 300)],
    ],
    [
      'a long text that is scrolled through',
      [text('word '.repeat(90), 150, { h: 900, text_style: TEXT_STYLE.WRAP })],
    ],
  ])('%s', (_what, widgets) => {
    expect(faults(...widgets)).toEqual([]);
  });
});

it('a side that is written as a letter is found in the language of the watch', () => {
  expect(lint(ROUND, [text('D 1', 200)], 'es-ES')).toEqual(['"D 1" says a side by a letter']);
});

it('letters in the corners of a square glass are found', () => {
  expect(lint(SQUARE, [text('A', 0, { x: 0, w: 20 })])).toContain('"A" is not all on the glass');
});

it('the smallest type is the platform’s on 480 and 416, and shrinks with smaller glasses', () => {
  expect([480, 466, 454, 416, 390].map(leastTypePx)).toEqual([24, 24, 24, 23, 22]);
});

it('black on white passes, and white on white does not', () => {
  expect([contrast(0, 0xffffff), contrast(0xffffff, 0xffffff)]).toEqual([21, 1]);
});
