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

function areOwnRoutines(data: unknown): boolean {
  if (!hasShape(data, OWN_LIKE)) return false;
  return (data as readonly OwnRoutine[]).every(({ routine }) =>
    routine.steps.every((step) => step.kind === 'march' || hasShape(step, HOLD_LIKE)),
  );
}
