/**
 * How the phone stores frames: one key for each block of 64 seqs of a watch, one line for each frame in hex. Frames are stored
 * unchanged, also those of formats that this version cannot read yet. Damage costs only the damaged lines.
 */
import { fromHex, toHex } from '../base/hex.ts';
import { type Frame, frameAt } from '../log/frame.ts';

/** How many record numbers one key holds. */
export const SEQS_A_BLOCK = 64;
const PREFIX = 'log.';

export interface Block {
  /** In order of seq. */
  readonly frames: readonly Frame[];
  /** The numbers (1, 2, …) of lines that are not a whole frame. */
  readonly damagedLines: readonly number[];
}

/** The key of the block that holds `seq` of watch `install`. */
export function blockKey(install: number, seq: number): string {
  return `${PREFIX}${install.toString(16)}.${Math.floor(seq / SEQS_A_BLOCK)}`;
}

/** The lowest seq in the block of this number. */
export function firstSeqOf(blockNumber: number): number {
  return blockNumber * SEQS_A_BLOCK;
}

export function isBlockKey(key: string): boolean {
  return key.indexOf(PREFIX) === 0;
}

/** The watch that a block key belongs to; null for other keys. */
export function installOfKey(key: string): number | null {
  const part = key.slice(PREFIX.length).split('.')[0];
  const install = part === undefined ? Number.NaN : parseInt(part, 16);
  return isBlockKey(key) && install > 0 ? install : null;
}

/** The number of the block under a block key; NaN if the key has none. */
export function blockNumberOfKey(key: string): number {
  return Number(key.split('.')[2]);
}

export function encodeBlock(frames: readonly Frame[]): string {
  return frames.map((frame) => toHex(frame.bytes)).join('\n');
}

function isSame(frame: Frame, before: Frame | undefined): boolean {
  return before?.seq === frame.seq && toHex(before.bytes) === toHex(frame.bytes);
}

/** Reads every line that is a whole frame. Never throws. */
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
  // A line that is there twice is one record.
  return { frames: frames.filter((frame, at) => !isSame(frame, frames[at - 1])), damagedLines };
}
