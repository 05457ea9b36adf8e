/** A routine composed by somebody outside this project: plain text, in one language. */
import type { HoldStep, MarchStep, Routine } from './routine.ts';

/** What is done at one place, with its own words. */
export type DefinitionStep = (Omit<HoldStep, 'id' | 'lines'> | Omit<MarchStep, 'id' | 'lines'>) & {
  /** 1 to 24 letters; no two steps of a routine have the same. */
  readonly name: string;
  /** One line, 0 to 60 letters. */
  readonly instruction: string;
};

export interface RoutineDefinition
  extends Pick<Routine, 'version' | 'positionsS' | 'mostSpots' | 'tries' | 'retries' | 'linger' | 'rest'> {
  /** 1 to 24 letters. */
  readonly name: string;
  /** 1 to 40 letters. Anybody can write anything here, so it is shown as not verified. */
  readonly author: string;
  /** `YYYY-MM-DD`: the day by which the author wants the routine reviewed. */
  readonly reviewBy: string;
  /** One line, 0 to 120 letters. */
  readonly safety: string;
  /** Where the doses come from, 0 to 120 letters. */
  readonly source: string;
  /** 1 to 8. */
  readonly steps: readonly DefinitionStep[];
}
