/** Ids of the wearer's own routines. No built-in routine has such an id. */

const OWN_ID = /^own-[0-9a-f]{8}$/;

export function isOwnId(id: string): boolean {
  return OWN_ID.test(id);
}
