/**
 * What is being written: a definition that may still have gaps and faults, as plain data. A place in it is a path such as
 * `steps/0/doses/ball/1/atS`, as the parser of definitions names the places of faults.
 */
import type { DefinitionStep, RoutineDefinition } from '../../utils/core/routine/definition.ts';
import { DRAWN_WITH } from '../../utils/core/routine/parse-definition.ts';
import { GLYPHS, type Glyph, HOLD_KITS, type HoldKit } from '../../utils/core/routine/routine.ts';

/** Lists and named fields, as JSON has them. */
export type Draft = readonly unknown[] | { readonly [name: string]: unknown };

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null;
}

function childOf(parent: unknown, name: string): unknown {
  return isDraft(parent) ? (parent as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** What stands at a path; undefined where there is nothing. */
export function valueAt(draft: unknown, path: string): unknown {
  return path.split('/').reduce(childOf, draft);
}

/** The number of steps, cues or other things in the list at a path. */
export function listAt(draft: Draft, path: string): readonly unknown[] {
  const list = valueAt(draft, path);
  return Array.isArray(list) ? list : [];
}

/** The draft with another value at a path; `undefined` takes the field away. */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
  const [name = '', ...rest] = path.split('/');
  const child = childOf(draft, name);
  const changed = rest.length === 0 ? value : withValue(isDraft(child) ? child : {}, rest.join('/'), value);
  if (Array.isArray(draft)) return draft.map((one, at) => (String(at) === name ? changed : one));
  const { [name]: _old, ...others } = draft as Readonly<Record<string, unknown>>;
  return changed === undefined ? others : { ...(draft as object), [name]: changed };
}

/** The drawings that show a step done with all of these kits, or a march. */
export function drawingsFor(kits: readonly (HoldKit | 'march')[]): readonly Glyph[] {
  return GLYPHS.filter((glyph) => kits.every((kit) => DRAWN_WITH[glyph]?.includes(kit)));
}

/** The kits of a hold in the draft. */
export function kitsAt(draft: Draft, stepPath: string): readonly HoldKit[] {
  return HOLD_KITS.filter((kit) => valueAt(draft, `${stepPath}/doses/${kit}`) !== undefined);
}

/** A new step, with the commonest dose. */
export function newStep(kind: DefinitionStep['kind'], name: string): DefinitionStep {
  const words = { name, instruction: '' };
  if (kind === 'march') return { kind, glyph: 'march', lifts: 10, beatS: 4, ...words };
  return {
    kind,
    glyph: 'kneel',
    doses: { none: [{ cue: 'minimum', atS: 30 }] },
    spots: { sore: 1, active: 1, maintenance: 1 },
    ...words,
  };
}

/** The draft with one more step at its end. */
export function withStep(draft: Draft, step: DefinitionStep): Draft {
  return withValue(draft, 'steps', [...listAt(draft, 'steps'), step]);
}

/** The draft without the step at a place. */
export function withoutStep(draft: Draft, at: number): Draft {
  return withValue(
    draft,
    'steps',
    listAt(draft, 'steps').filter((_step, place) => place !== at),
  );
}

/** The draft with a step moved to the place of its neighbour; as it is where there is none. */
export function withMovedStep(draft: Draft, at: number, by: -1 | 1): Draft {
  const steps = [...listAt(draft, 'steps')];
  if (steps[at + by] === undefined) return draft;
  const [step] = steps.splice(at, 1);
  steps.splice(at + by, 0, step);
  return withValue(draft, 'steps', steps);
}

/** The draft with a kit added to a hold, with the seconds of a kit that it has, or taken away. */
export function withKit(draft: Draft, stepPath: string, kit: HoldKit, isUsed: boolean): Draft {
  const [first] = kitsAt(draft, stepPath);
  const cues =
    first === undefined ? [{ cue: 'minimum', atS: 30 }] : valueAt(draft, `${stepPath}/doses/${first}`);
  const changed = withValue(draft, `${stepPath}/doses/${kit}`, isUsed ? cues : undefined);
  // A drawing that shows another kit would say the wrong thing.
  const drawings = drawingsFor(kitsAt(changed, stepPath));
  const glyph = valueAt(changed, `${stepPath}/glyph`);
  return drawings.includes(glyph as Glyph) || drawings[0] === undefined
    ? changed
    : withValue(changed, `${stepPath}/glyph`, drawings[0]);
}

/** The draft with one more "easing?" half-way to the minimum, or to the first one. */
export function withCheck(draft: Draft, cuesPath: string): Draft {
  const cues = listAt(draft, cuesPath);
  const firstS = Number(valueAt(cues[0], 'atS')) || 30;
  return withValue(draft, cuesPath, [{ cue: 'check', atS: Math.max(1, Math.round(firstS / 2)) }, ...cues]);
}

/** The draft without one of its cues. */
export function withoutCue(draft: Draft, cuesPath: string, at: number): Draft {
  return withValue(
    draft,
    cuesPath,
    listAt(draft, cuesPath).filter((_cue, place) => place !== at),
  );
}

/** A day as a definition writes it, `YYYY-MM-DD`, of the local calendar. */
export function dayText(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The definition as a draft. */
export function draftOf(definition: RoutineDefinition): Draft {
  return JSON.parse(JSON.stringify(definition)) as Draft;
}
