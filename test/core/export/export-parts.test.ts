/** A long log in parts that fit into a text field. */
import { describe, expect, it } from 'vitest';
import { exportParts, readPart } from '../../../utils/core/export/export-parts.ts';
import type { Frame } from '../../../utils/core/log/frame.ts';
import {
  OTHER_WATCH,
  ratingFrame,
  sessionFrame,
  storedTexts,
  textsWith,
  WATCH,
} from '../../support/stored-log.ts';

const keysOf = (install: string, ...blocks: readonly number[]): readonly string[] =>
  blocks.map((block) => `log.${install}.${block}`);

describe('the parts of a log', () => {
  it('have four blocks each, the oldest first', () => {
    expect(exportParts(keysOf('beef', 9, 0, 1, 2, 3))).toEqual([
      keysOf('beef', 0, 1, 2, 3),
      keysOf('beef', 9),
    ]);
  });

  it('are each of one watch', () => {
    expect(exportParts([...keysOf('beef', 0), ...keysOf('cafe', 0, 1), 'watch.beef'])).toEqual([
      keysOf('beef', 0),
      keysOf('cafe', 0, 1),
    ]);
  });

  it('are none without a record', () => {
    expect(exportParts(['watch.beef'])).toEqual([]);
  });
});

describe('a part', () => {
  const frames: readonly Frame[] = [sessionFrame(1), sessionFrame(2), ratingFrame(3, 1, { morning: 'same' })];
  const read = (all: readonly Frame[], at: number, other: readonly Frame[] = []) => {
    const stored = textsWith(other, OTHER_WATCH, textsWith(all));
    const texts = storedTexts(stored);
    return readPart(texts, exportParts(texts.keys), at);
  };

  it('has every record of its blocks and the sessions in them, the oldest first, with their later ratings', () => {
    const part = read(frames, 0);
    expect(part.frames).toEqual(frames.map((frame) => ({ install: WATCH, frame })));
    expect(part.sessions.map(({ install, seq, morning }) => [install, seq, morning])).toEqual([
      [WATCH, 1, 'same'],
      [WATCH, 2, null],
    ]);
    expect(part.damaged).toEqual([]);
  });

  it('has the ratings in the block after it, but not its records', () => {
    const part = read(
      [
        sessionFrame(255),
        ratingFrame(256, 255, { contact: 1 }),
        sessionFrame(1),
        ...[65, 129].map((seq) => sessionFrame(seq)),
      ],
      0,
    );
    expect(part.frames.map(({ frame }) => frame.seq)).toEqual([1, 65, 129, 255]);
    expect(part.sessions.find(({ seq }) => seq === 255)?.contact).toBe(1);
  });

  it('has no ratings of another watch', () => {
    const part = read([sessionFrame(1, { contact: 6 })], 0, [ratingFrame(1, 1, { contact: 1 })]);
    expect(part.sessions.map(({ contact }) => contact)).toEqual([6]);
  });

  it('names the lines that are no whole record', () => {
    const stored = textsWith(frames);
    stored.setItem('log.beef.0', `${stored.getItem('log.beef.0')}\nrubbish`);
    const texts = storedTexts(stored);
    expect(readPart(texts, exportParts(texts.keys), 0).damaged).toEqual(['log.beef.0, 4']);
  });

  it('that does not exist is empty', () => {
    expect(read(frames, 1)).toEqual({ frames: [], sessions: [], damaged: [] });
  });
});
