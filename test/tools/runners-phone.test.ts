/** The made-up runner in the example for physios and in the pictures of the phone does only what the watch can guide. */
import { expect, it } from 'vitest';
import { runnersPhone } from '../../tools/simulate/runners-phone.ts';
import type { HoldRecord } from '../../utils/core/log/record.ts';
import { defaultRoutine } from '../../utils/core/routine/default-routine.ts';
import { layOutPlan } from '../../utils/core/routine/lay-out-plan.ts';
import { type HoldSlot, minimumS, type Plan, plannedHoldS } from '../../utils/core/routine/plan.ts';
import { readLogPage } from '../../utils/core/trend/stored-log.ts';
import { planPreferencesWith } from '../support/arbitraries.ts';

const stored = runnersPhone(365, Date.UTC(2026, 10, 27, 19, 30));
const texts = { keys: Object.keys(stored), read: (key: string) => stored[key] ?? null };
const records = readLogPage(texts, null, 400).sessions.map(({ record }) => record);

/** Why this slot cannot have such a hold; empty if it can. */
function impossible(hold: HoldRecord, slot: HoldSlot | undefined, { stayS, ceilingS }: Plan): string {
  if (slot === undefined) return 'the plan has no such spot';
  if (hold.tool !== slot.kit) return `pressed with the ${hold.tool}`;
  const reached = slot.cues.filter(({ atS }) => atS <= hold.seconds).length;
  if (hold.reached !== reached) return `${hold.reached} cues in ${hold.seconds} s`;
  if (hold.seconds > ceilingS) return `${hold.seconds} s`;
  const over = hold.seconds - plannedHoldS(slot);
  if (hold.outcome === 'guided-to-end') return over >= 0 && over % stayS === 0 ? '' : `${hold.seconds} s`;
  const isPastMinimum = hold.seconds >= minimumS(slot.cues);
  return isPastMinimum === (hold.outcome === 'let-go') ? '' : `${hold.outcome} after ${hold.seconds} s`;
}

it('each hold has a length, cues and a kit that its slot of the plan allows', () => {
  expect(records.length).toBeGreaterThan(90);
  const faults = new Set<string>();
  for (const { phase: stage, tool, band, sides, holds } of records) {
    const kit = tool === 'hook' ? 'hook' : 'ball';
    const plan = layOutPlan(defaultRoutine, planPreferencesWith({ stage, kit, band, sides }));
    if (!plan.ok) throw new Error(plan.failure.what);
    const slots = plan.value.slots.filter((slot): slot is HoldSlot => slot.kind === 'hold');
    for (const hold of holds) {
      const { step, side, spot } = hold;
      const slot = slots.find((one) => one.step === step && one.side === side && one.spot === spot);
      const fault = impossible(hold, slot, plan.value);
      if (fault !== '') faults.add(`${stage} ${kit} ${step}: ${fault}`);
    }
  }
  expect([...faults]).toEqual([]);
});
