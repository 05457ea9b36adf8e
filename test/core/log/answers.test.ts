import { describe, expect, it } from 'vitest';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { answersTo, applyRating } from '../../../utils/core/log/answers.ts';
import type { RatingRecord } from '../../../utils/core/log/record.ts';

const rating = (said: Partial<RatingRecord>): RatingRecord => ({ kind: 'rating', of: 1, atMs: 0, ...said });

describe('the answers of a session', () => {
  it('are those of its record if none came later', () => {
    expect(answersTo(plainRecord, [])).toEqual({
      painBefore: 4,
      painAfter: 2,
      contact: 6,
      contactLeft: null,
      contactRight: null,
      morning: null,
    });
  });

  it('are the last ones given, in the order of the log', () => {
    const later = [
      rating({ painAfter: 5, contact: 1 }),
      rating({ painAfter: 3 }),
      rating({ morning: 'same' }),
    ];
    expect(answersTo(plainRecord, later)).toEqual({
      painBefore: 4,
      painAfter: 3,
      contact: 1,
      contactLeft: null,
      contactRight: null,
      morning: 'same',
    });
  });

  it('are kept for each side, and a rating of one side leaves the other', () => {
    const later = [
      rating({ contact: 6, contactLeft: 6 }),
      rating({ contact: 6, contactRight: 3 }),
      rating({ painAfter: 1 }),
      rating({ contact: 3, contactLeft: 2 }),
    ];
    expect(answersTo(plainRecord, later)).toMatchObject({ contact: 3, contactLeft: 2, contactRight: 3 });
  });

  it('are removed if the wearer took them back', () => {
    expect(answersTo(plainRecord, [rating({ painAfter: null })]).painAfter).toBeNull();
  });

  it('can be given again after that', () => {
    const [taken, given] = [rating({ contact: null }), rating({ contact: 0 })];
    expect(applyRating(applyRating(answersTo(plainRecord, []), taken), given).contact).toBe(0);
  });
});
