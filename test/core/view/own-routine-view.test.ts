/** What a session of an own routine shows: its author's words, and none of ours about a hip, a ball or a march. */
import { expect, it } from 'vitest';
import { newWearer } from '../../../utils/core/preferences/preference-table.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import { routineOf } from '../../../utils/core/routine/own-routine.ts';
import { planSummaryOf } from '../../../utils/core/routine/plan-summary.ts';
import { startSession } from '../../../utils/core/session/transitions.ts';
import type { Phrase } from '../../../utils/core/text/phrase.ts';
import { cueView } from '../../../utils/core/view/cue-view.ts';
import { homeView } from '../../../utils/core/view/home-view.ts';
import { sessionDial, sessionView } from '../../../utils/core/view/session-view.ts';
import { usualStyle } from '../../support/cue-style.ts';
import { hipDefinition, wallSit } from '../../support/definitions.ts';
import { MONDAY_MS } from '../../support/manual-clock.ts';
import { inLanguage } from '../../support/phrases.ts';

const english = (phrase: Phrase | null): string => (phrase === null ? '' : inLanguage('en-US', phrase));

function planned(definition: typeof hipDefinition) {
  const routine = routineOf(definition);
  const plan = layOutPlan(routine, { ...newWearer, stage: 'active' });
  if (!plan.ok) throw new Error(plan.failure.what);
  const [state] = startSession(plan.value, MONDAY_MS, 0, usualStyle);
  return { routine, plan: plan.value, state };
}

it('getting into place shows its name and its lines in turn, and no drawing if it has none', () => {
  const { plan, state } = planned(wallSit);
  const [name, ...lines] = plan.lines?.[0]?.lines ?? [];
  const shown = [0, 6_000, 11_000, 16_000, 21_000, 26_000].map((ms) =>
    english(sessionDial(state, MONDAY_MS + ms, 'crown').place),
  );
  // All of them, before the shortest time to get into place is over.
  expect(lines.length).toBe(4);
  expect(shown).toEqual([name, ...lines, name]);
  expect(sessionView(state, MONDAY_MS, 'crown').picture).toBe('');
});

it('the next hold of a step is announced as "let go, next", and another step with its name and the side', () => {
  const sit = planned(wallSit).state;
  const again = cueView(
    { name: 'move', to: 'spot' },
    { ...sit, slot: 1 },
    MONDAY_MS,
    usualStyle,
    'crown',
    false,
  );
  expect(again?.lines.map(([words]) => english(words)).slice(0, 2)).toEqual(['Let go, next', 'RIGHT']);
  const hip = planned(hipDefinition).state;
  const back = { ...hip, slot: 2, tries: [] };
  const step = cueView({ name: 'move', to: 'step' }, back, MONDAY_MS, usualStyle, 'crown', false);
  expect(step?.lines.map(([words]) => english(words)).slice(0, 2)).toEqual([
    'Back of the hip',
    'LEFT · 30 s',
  ]);
  expect(step?.picture).toBe('turn-over');
});

it('the other side is announced as that, and the side that it leads to stands below', () => {
  const hip = planned(hipDefinition).state;
  const view = cueView(
    { name: 'move', to: 'side' },
    { ...hip, slot: 1 },
    MONDAY_MS,
    usualStyle,
    'crown',
    false,
  );
  expect(view?.lines.map(([words]) => english(words))).toEqual(['Other side', 'RIGHT', '30 s to get there']);
});

it('a hold begins with "Begin", and a step that has no drawing shows none', () => {
  const sit = planned(wallSit).state;
  const begin = cueView({ name: 'start', to: null }, sit, MONDAY_MS, usualStyle, 'crown', false);
  expect(english(begin?.lines[0]?.[0] ?? null)).toBe('Begin');
  const step = cueView({ name: 'move', to: 'step' }, sit, MONDAY_MS, usualStyle, 'crown', false);
  expect(step?.picture).toBe('');
});

it('repetitions show the author’s lines and a side, and nothing about a knee', () => {
  const { plan, state } = planned(hipDefinition);
  const slot = plan.slots.length - 1;
  const phase = { at: 'march', sinceMs: MONDAY_MS, untilMs: MONDAY_MS + 60_000, cursor: 0 } as never;
  const view = sessionView({ ...state, slot, phase, beats: 2 }, MONDAY_MS, 'crown');
  expect([english(view.side), english(view.line)]).toEqual(['RIGHT', 'Band round both feet,']);
});

it('home shows its repetitions, whatever is repeated', () => {
  const { routine, plan } = planned(hipDefinition);
  const { amounts } = homeView(planSummaryOf(plan, { ...newWearer, stage: 'active' }, routine));
  expect(amounts.map(english)).toEqual(['6 holds', '10 reps', '12 min']);
});

it('home shows its holds and sides', () => {
  const { routine, plan } = planned(wallSit);
  const summary = planSummaryOf(plan, { ...newWearer, stage: 'active' }, routine);
  const { sides, amounts, note } = homeView(summary);
  expect([english(sides), ...amounts.map(english), note]).toEqual(['Right only', '5 holds', '9 min', null]);
});

it.each([
  [{ left: 2, right: 0 }, 'left'],
  [{ left: 0, right: 1 }, 'right'],
  [{ left: 1, right: 1 }, 'left-right'],
] as const)('home names the sides on which it has holds: %j', (holds, sides) => {
  const { plan, routine } = planned(wallSit);
  const summary = { ...planSummaryOf(plan, newWearer, routine), sides: ['left', 'right'] as const, ...holds };
  expect(homeView(summary).sides.key).toBe(`options.${sides}`);
});
