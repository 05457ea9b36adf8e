/** What a wearer may choose, with its ranges and what it is before anybody has chosen. */
import type { Strength } from '../cue/vocabulary.ts';
import { newWearer, type PlanPreferences, type SpotCounts } from '../routine/plan.ts';
import type { Side, Stage, Tool } from '../routine/routine.ts';

export interface Reminder {
  readonly on: boolean;
  /** Local hour of the day, 0 to 23. */
  readonly hour: number;
}

export interface Preferences {
  /** Which routine, by its id. */
  readonly routine: string;
  readonly phase: Stage;
  readonly tool: Tool;
  /** A mini band is at hand. */
  readonly band: boolean;
  /** In their order; one or both. */
  readonly sides: readonly Side[];
  /** Spots on each side, 1 to 3; null: the routine's own number. */
  readonly spots: SpotCounts;
  /** After the minimum, 10 to 120 s; null: the routine's usual; `until-say`: until the wearer says so. */
  readonly lingerS: number | null | 'until-say';
  /** One lift of the march, 2 to 8 s; null: the routine's own. */
  readonly beatS: number | null;
  /** Added to every time to get into place, -10 to 60 s. */
  readonly placeS: number;
  readonly strength: Strength;
  readonly reminder: Reminder;
  /** Asks the morning after, by a notification. */
  readonly morningQuestion: boolean;
}

export type PreferenceName = keyof Preferences;

export const firstPreferences: Preferences = {
  routine: 'hip-release',
  phase: newWearer.phase,
  tool: newWearer.tool,
  band: newWearer.band,
  sides: newWearer.sides,
  spots: newWearer.spots,
  lingerS: newWearer.lingerS,
  beatS: newWearer.beatS,
  placeS: newWearer.placeS,
  strength: 'normal',
  reminder: { on: false, hour: 18 },
  morningQuestion: false,
};

/** The part of the preferences that a plan is made from. */
export function planPreferencesOf(preferences: Preferences): PlanPreferences {
  const { phase, tool, band, sides, spots, lingerS, beatS, placeS } = preferences;
  return { phase, tool, band, sides, spots, lingerS, beatS, placeS };
}
