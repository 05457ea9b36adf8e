/** Bits that share a byte or a half in format 1, as `docs/log-format.md` lists them. Encoder and decoder read the same tables. */

/** Half "protection"; `standby` is the helper. */
export const PROTECTION_BITS = { standby: 1, alarm: 2, screen: 4, countsFollow: 8 } as const;

/** Byte "preferences": the phase has the lowest two bits, then tool, band, order of sides and ending. */
export const PREFERENCE_BITS = { tool: 4, band: 8, sideOrder: 16, ending: 64 } as const;

/** Byte "zone": quarters of an hour are stored plus 48, so that they are never negative. */
export const ZONE_OFFSET = 48;
export const WENT_TO_PLAN = 128;

/** First byte of a hold: the outcome has the lowest three bits. */
export const OUTCOME_MASK = 7;
/** The other bits of that byte: each says that a value follows. */
export const HOLD_BITS = { seconds: 8, positionedS: 16, reached: 32, late: 64, otherSlot: 128 } as const;

/** Mask of a rating: each bit says that an answer follows. Version 0.1.0 knows the first four and skips the rest. */
export const ANSWER_BITS = {
  painBefore: 1,
  painAfter: 2,
  contact: 4,
  morning: 8,
  contactLeft: 16,
  contactRight: 32,
} as const;

/** A half (four bits) with this value means that there is no answer, or that the number follows in full. */
export const FULL_HALF = 15;

/** The bits of every name that is set. */
export function maskOf<Name extends string>(
  bits: Readonly<Record<Name, number>>,
  isSet: Readonly<Record<Name, boolean>>,
): number {
  let mask = 0;
  for (const name in bits) if (isSet[name]) mask |= bits[name];
  return mask;
}
