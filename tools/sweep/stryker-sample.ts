/**
 * A plug-in of Stryker: of the mutants that it makes, it tries those of a sample. The others are told to Stryker as mutants that
 * do not compile, which it neither runs nor counts.
 */
import { createRandom } from '../shared/random.ts';

/** Which mutants are tried: those of the ids, or each with this chance. */
export interface Sample {
  readonly ids?: readonly string[];
  /** From 0 to 1. */
  readonly share: number;
  readonly seed: number;
}

/** The environment variable that has the sample as JSON. */
export const SAMPLE_VARIABLE = 'ILIACUS_MUTANTS';

interface Mutant {
  readonly id: string;
}

function isInSample(id: string, { ids, share, seed }: Sample): boolean {
  if (ids !== undefined) return ids.includes(id);
  return createRandom(seed * 1_000_003 + Number(id))() < share;
}

/** What Stryker asks of a checker. */
function createSampleChecker(): object {
  const sample: Sample = JSON.parse(process.env[SAMPLE_VARIABLE] ?? '{"share":1,"seed":1}');
  const resultOf = ({ id }: Mutant) =>
    isInSample(id, sample)
      ? { status: 'passed' }
      : { status: 'compileError', reason: 'It is not in the sample.' };
  return {
    init: () => Promise.resolve(),
    group: (mutants: readonly Mutant[]) => Promise.resolve([mutants.map(({ id }) => id)]),
    check: (mutants: readonly Mutant[]) =>
      Promise.resolve(Object.fromEntries(mutants.map((mutant) => [mutant.id, resultOf(mutant)]))),
  };
}

/** Stryker looks for this name. */
export const strykerPlugins = [{ kind: 'Checker', name: 'sample', factory: createSampleChecker }];
