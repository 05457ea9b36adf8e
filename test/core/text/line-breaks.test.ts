/** Where the texts of somebody else's routine are broken: for the lines of a session, and for the two pages of a long safety line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routineOf } from '../../../utils/core/routine/own-routine.ts';
import { inHalves, withLongWordsParted } from '../../../utils/core/text/in-halves.ts';
import { breakRank } from '../../../utils/core/text/line-breaks.ts';
import { hipDefinition } from '../../support/definitions.ts';

/** Written out here once more, so that a mark which the code forgets is found. */
const NEVER_FIRST = /^[，。！？、：；）」』”’》】…,.!?;:)]/;
const NEVER_LAST = /[（「『“‘《【(]$/;

function linesOf(instruction: string): readonly string[] {
  const steps = hipDefinition.steps.map((step) => ({ ...step, name: 'Name', instruction }));
  return (routineOf({ ...hipDefinition, steps }).steps[0]?.lines ?? []).slice(1);
}

/** Words in every kind of marks, in letters that count once and letters that count twice. */
const word = fc
  .tuple(
    fc.constantFrom('', '', '（', '“', '(', '《'),
    fc.array(fc.constantFrom('膝', '髋', 'a', 'n', '🦵🏽', 'é'), { minLength: 1, maxLength: 8 }),
    fc.constantFrom('', '', '，', '。', '）', '”。', '！', ', ', '. ', ') ', ' '),
  )
  .map(([open, letters, close]) => open + letters.join('') + close);
const texts = fc.array(word, { minLength: 1, maxLength: 16 }).map((words) => words.join('').trim());

it.each<[string, string, string, number]>([
  ['inside a word', 'a', 'b', 1],
  ['between words', 'ab ', 'cd', 2],
  ['before a space', 'ab', ' cd', 0],
  ['behind the end of a phrase', 'ab, ', 'cd', 3],
  ['before a mark that ends one', 'ab', ', cd', 0],
  ['behind a mark that opens one', '(', 'ab)', 0],
  ['at the end', 'ab', '', 0],
  ['between two characters of Chinese', '髋', '膝', 2],
  ['before the first character of Korean', 'a', '\u1100', 2],
  ['inside a character of two units', '\ud83e', '\uddb5', 0],
  ['inside the first of them', '\ud800', '\udc00', 0],
  ['before a character behind them', 'a', '\ue000', 2],
  ['before a skin tone', '🦵', '🏽', 0],
  ['before a balloon', '🦵', '🎈', 2],
])('a text can be broken %s so well: %j and %j, %i', (_, before, after, rank) => {
  expect(breakRank(before + after, before.length)).toBe(rank);
});

describe('the lines of an instruction', () => {
  it.each([
    [
      '背靠墙，慢慢下蹲到大腿与地面平行，膝盖不要超过脚尖，保持均匀呼吸。',
      ['背靠墙，', '慢慢下蹲到大腿与地面平行，', '膝盖不要超过脚尖，', '保持均匀呼吸。'],
    ],
    [
      'Breathe out for longer than you breathe in, and let it sink.',
      ['Breathe out for longer', 'than you breathe in,', 'and let it sink.'],
    ],
    ['Lie on the ball, two fingers inside the bone.', ['Lie on the ball, two', 'fingers inside the bone.']],
    ['慢慢地把膝盖抬高到腰的高（不要更高），停', ['慢慢地把膝盖抬高到腰的高', '（不要更高），停']],
    ['慢慢地把膝盖抬高到腰的高度，停', ['慢慢地把膝盖抬高到腰的高', '度，停']],
  ])('end where a phrase does, or else a word: %s', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it('never begin with a mark that ends a phrase, never end with one that opens it, and lose no letter', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = linesOf(text);
        for (const line of lines) {
          expect(line).not.toMatch(NEVER_FIRST);
          expect(line).not.toMatch(NEVER_LAST);
          expect(line).not.toBe('');
        }
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

describe('the halves of a long text', () => {
  it.each([
    [
      '髋部放松\n麻木或刺痛时立即停止，术后、孕期勿用。',
      ['髋部放松\n麻木或刺痛时立即停止，', '术后、孕期勿用。'],
    ],
    ['麻木刺痛或搏动时，停', ['麻木刺痛或', '搏动时，停']],
    ['Stop at once. Then rest', ['Stop at once.', 'Then rest']],
    ['aaaaaaaaaaaaaaaaaaaa', ['aaaaaaaaaa', 'aaaaaaaaaa']],
    ['🦵🦵🦵🦵🦵🦵', ['🦵🦵🦵', '🦵🦵🦵']],
    ['ab 345678', ['ab', '345678']],
    ['a 234567', ['a 23', '4567']],
    ['🦵', ['🦵', '']],
  ])('are parted where a phrase ends, or else a word: %s', (text, halves) => {
    expect(inHalves(text)).toEqual(halves);
  });

  it('never part a character, or a mark from what it belongs to', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [first, second] = inHalves(text);
        expect(second).not.toMatch(NEVER_FIRST);
        expect(first).not.toMatch(NEVER_LAST);
        expect((first + second).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

describe('a word that is longer than a line', () => {
  it('gets spaces, and loses no letter', () => {
    const long = 'x'.repeat(25);
    expect(withLongWordsParted(`Stop ${long} now`)).toBe(`Stop ${'xxxxxx '.repeat(4)}x now`);
  });

  it('gets none up to 23 letters', () => {
    expect(withLongWordsParted(`Stop ${'x'.repeat(23)} now`)).toBe(`Stop ${'x'.repeat(23)} now`);
  });
});
