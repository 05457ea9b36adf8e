/** Which sessions and holds count, and for what. */
import { describe, expect, it } from 'vitest';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { isComplete, isGuided, isRestedFrom, pressedSides } from '../../../utils/core/log/counted.ts';
import type { HoldRecord } from '../../../utils/core/log/record.ts';

const [plainHold] = plainRecord.holds;
if (plainHold === undefined) throw new Error('no hold');
const hold = (over: Partial<HoldRecord>): HoldRecord => ({ ...plainHold, ...over });
const session = (beats: number, ...holds: readonly HoldRecord[]) => ({ ...plainRecord, beats, holds });

it.each([
  ['nothing', session(0), false],
  ['a hold of no second', session(0, hold({ seconds: 0 })), false],
  ['a second of the second hold', session(0, hold({ seconds: 0 }), hold({ seconds: 1 })), true],
  ['a lift', session(1), true],
])('%s was guided: %s', (_, record, expected) => {
  expect(isGuided(record)).toBe(expected);
});

it.each([
  ['29 s of holds', session(10, hold({ seconds: 14 }), hold({ seconds: 15 })), false],
  ['30 s of holds', session(0, hold({ seconds: 15 }), hold({ seconds: 15 })), true],
])('after %s days of rest follow: %s', (_, record, expected) => {
  expect(isRestedFrom(record)).toBe(expected);
});

it('a hold is complete if it was guided to its end, or let go after its minimum', () => {
  const outcomes = ['guided-to-end', 'let-go', 'not-easing', 'interrupted', 'skipped', 'stopped'] as const;
  expect(outcomes.filter((outcome) => isComplete(hold({ outcome })))).toEqual(['guided-to-end', 'let-go']);
});

describe('the sides that were pressed', () => {
  const both = { ...plainRecord, sides: ['left', 'right'] as const };

  it.each<[string, readonly Partial<HoldRecord>[], readonly string[]]>([
    ['are those of holds', [{ side: 'right' }, { side: 'left' }], ['left', 'right']],
    ['are not those of holds of no second', [{ side: 'left', seconds: 0 }, { side: 'right' }], ['right']],
    ['are not those of stretches', [{ side: 'left', tool: 'none' }, { side: 'right' }], ['right']],
    ['are none without a hold', [], []],
  ])('%s', (_, holds, expected) => {
    const record = { ...both, holds: holds.map((over) => hold({ seconds: 20, tool: 'ball', ...over })) };
    expect(pressedSides(record)).toEqual(expected);
  });
});
