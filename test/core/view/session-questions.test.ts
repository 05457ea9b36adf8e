import { describe, expect, it } from 'vitest';
import { plainHold, plainRecord } from '../../../tools/shared/plain-record.ts';
import { questionsAtEnd } from '../../../utils/core/view/session-questions.ts';

const skipped = { ...plainHold, seconds: 0 };

describe('the questions that come by themselves after a session', () => {
  it('are one for each side that was pressed, and pain', () => {
    expect(questionsAtEnd(plainRecord)).toEqual(['left', 'right', 'after']);
  });

  it('come after a session of which one hold alone was guided', () => {
    const holds = [plainHold, { ...skipped, side: 'right' as const }];
    expect(questionsAtEnd({ ...plainRecord, holds })).toContain('after');
  });

  it.each([[[]], [[skipped]]])('do not come after a session in which no hold was guided', (holds) => {
    expect(questionsAtEnd({ ...plainRecord, holds })).toEqual([]);
  });
});
