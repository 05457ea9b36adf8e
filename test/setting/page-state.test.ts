import { describe, expect, it } from 'vitest';
import { pageStateText, parsePageState } from '../../setting/page-state.ts';

const OPEN = {
  session: 'beef-1',
  history: ['{"beef":40}', '{"beef":10}'],
  exportKind: 'csv',
  exportPart: 2,
  importFault: 'why',
  routineCode: 'iliacus1-AA',
  routineFault: 'why',
  routineAsked: 'own-00000000',
  addressFaults: { webhook: 'why' },
  isAdvancedOpen: true,
  areReportsOpen: true,
  isTrendOpen: true,
  isFull: false,
  eraseAsked: 1,
} as const;

describe('the state of the phone page', () => {
  it('is read as it was stored', () => {
    expect(parsePageState(pageStateText(OPEN))).toEqual(OPEN);
  });

  const text = pageStateText(OPEN);
  const spoilt = [...text].flatMap((_, at) =>
    ['', 'x', '"', '{', '0'].map((letter) => text.slice(0, at) + letter + text.slice(at + 1)),
  );

  it.each([
    '',
    'null',
    '[]',
    '7',
    '{"exportPart":1.5,"eraseAsked":0.5}',
    '{"history":[null,1,"x","[]","{\\"a\\":\\"b\\"}"],"exportPart":-1,"exportKind":"exe"}',
  ])('is empty for %j', (stored) => {
    expect(parsePageState(stored)).toEqual(parsePageState(undefined));
  });

  it('with any single wrong character has valid starts of history pages, and texts where it needs texts', () => {
    for (const stored of spoilt) {
      const { history, ...others } = parsePageState(stored);
      for (const start of history) {
        const seqs = Object.values(JSON.parse(start) as object);
        expect(
          seqs.every((seq) => typeof seq === 'number'),
          stored,
        ).toBe(true);
      }
      expect([typeof others.session, typeof others.importFault]).toEqual(['string', 'string']);
      expect(Number.isInteger(others.exportPart)).toBe(true);
    }
  });
});
