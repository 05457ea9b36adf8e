/** The wearer's own routines as the watch stores them for its pages, ready to be offered and planned. */
import { asciiJson } from '../core/base/ascii-json.ts';
import { hasShape } from '../core/base/fields.ts';
import type { OwnRoutine } from '../core/routine/find-routine.ts';
import { OWN_ROUTINES } from '../core/stored-names.ts';
import { loadJson, type TextStore } from './text-store.ts';

const OWN_LIKE = [
  {
    name: '',
    routine: { id: '', steps: [{ kind: '', id: '', lines: [''] }], linger: { usualS: 0 }, rest: {} },
  },
];
const HOLD_LIKE = { doses: {}, spots: { sore: 0, active: 0, maintenance: 0 } };

/** The stored routines; none if the text is something else, which is reported. */
export function loadOwnRoutines(store: TextStore): readonly OwnRoutine[] {
  return loadJson<readonly OwnRoutine[]>(store, OWN_ROUTINES, areOwnRoutines) || [];
}

/** @returns false if they could not be stored, which is reported */
export function saveOwnRoutines(store: TextStore, own: readonly OwnRoutine[]): boolean {
  const text = own.length > 0 ? asciiJson(own) : '';
  return text === store.load(OWN_ROUTINES) || store.save(OWN_ROUTINES, text);
}

/** The stored routine of this id if its author says something about safety; undefined for any other. */
export function findWithSafety(store: TextStore, id: string): OwnRoutine | undefined {
  return loadOwnRoutines(store).find(
    ({ routine, safety }) => routine.id === id && typeof safety === 'string' && safety !== '',
  );
}

/** Whether the wearer has to read, before a session with the routine of this id, what its author says about safety. */
export function isSafetyUnread(store: TextStore, id: string): boolean {
  const own = findWithSafety(store, id);
  return own !== undefined && !own.safetyRead;
}

/** Notes that the wearer has read what the author of the routine of this id says about safety. */
export function noteSafetyRead(store: TextStore, id: string): void {
  const own = loadOwnRoutines(store);
  saveOwnRoutines(
    store,
    own.map((one) => (one.routine.id === id ? { ...one, safetyRead: true } : one)),
  );
}

/** The routines that will be stored, with what the wearer has read of them: a line that has changed is to be read again. */
export function withSafetyRead(store: TextStore, own: readonly OwnRoutine[]): readonly OwnRoutine[] {
  const before = loadOwnRoutines(store);
  return own.map((one) => {
    const isRead = before.some(
      ({ routine, safety, safetyRead }) =>
        safetyRead && routine.id === one.routine.id && safety === one.safety,
    );
    return isRead ? { ...one, safetyRead: true } : one;
  });
}

function areOwnRoutines(data: unknown): boolean {
  if (!hasShape(data, OWN_LIKE)) return false;
  return (data as readonly OwnRoutine[]).every(({ routine }) =>
    routine.steps.every((step) => step.kind === 'march' || hasShape(step, HOLD_LIKE)),
  );
}
