/**
 * How the phone keeps frames: one key of its text store for each watch and 64 seqs, a line a frame, unchanged, including
 * formats that it cannot read yet. A damaged key costs its own lines and nothing else.
 */
import { fromHex, toHex } from '../base/hex.ts';
import { type Frame, frameAt } from '../log/frame.ts';

const BLOCK_SIZE = 64;
const PREFIX = 'log.';

export interface Block {
  readonly frames: readonly Frame[];
  /** Lines that are no whole frame. */
  readonly damagedLines: readonly number[];
}

/** The key that keeps `seq` of watch `install`. */
export function blockKey(install: number, seq: number): string {
  return `${PREFIX}${install.toString(16)}.${Math.floor(seq / BLOCK_SIZE)}`;
}

/** The lowest seq that belongs into block number `block`. */
export function firstSeqOf(block: number): number {
  return block * BLOCK_SIZE;
}

export function isBlockKey(key: string): boolean {
  return key.indexOf(PREFIX) === 0;
}

/** The watch that a key belongs to, or null. */
export function installOfKey(key: string): number | null {
  const part = key.slice(PREFIX.length).split('.')[0];
  const install = part === undefined ? Number.NaN : parseInt(part, 16);
  return isBlockKey(key) && install > 0 ? install : null;
}

export function encodeBlock(frames: readonly Frame[]): string {
  return frames.map((frame) => toHex(frame.bytes)).join('\n');
}

/** Every line that is a whole frame, in order of seq. Never throws. */
export function decodeBlock(text: string | null | undefined): Block {
  const frames: Frame[] = [];
  const damagedLines: number[] = [];
  if (typeof text !== 'string' || text === '') return { frames, damagedLines };
  text.split('\n').forEach((line, at) => {
    const bytes = fromHex(line);
    const frame = bytes === null ? null : frameAt(bytes, 0);
    if (frame === null || bytes === null || frame.bytes.length !== bytes.length) damagedLines.push(at + 1);
    else frames.push(frame);
  });
  frames.sort((a, b) => a.seq - b.seq);
  return { frames, damagedLines };
}
