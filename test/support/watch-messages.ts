/** Whole messages of a watch, as its sync runner composes them. */
import type { Frame } from '../../utils/core/log/frame.ts';
import { HELLO, PUSH, seal } from '../../utils/core/sync/message.ts';
import { helloBody, pushBody } from '../../utils/core/sync/watch-messages.ts';

export function encodeHello(id: number, install: number, floor: number, tail: number): Uint8Array {
  return seal(HELLO, id, install, ...helloBody(floor, tail, ''));
}

export function encodePush(id: number, install: number, floor: number, frames: readonly Frame[]): Uint8Array {
  return seal(PUSH, id, install, ...pushBody(floor, frames));
}
