/** The schedules of a sweep of cues, and the judgement of each. */
import { encodeRoutine } from '../../../utils/core/routine/routine-code.ts';
import type { Share } from '../workers.ts';
import { faultText } from './fault.ts';
import { matrixCells } from './matrix.ts';
import type { Judgement } from './oracle.ts';
import { readingsText } from './readings.ts';
import { createSweeper } from './run.ts';
import { type Schedule, scheduleWithReadings, withOwnRoutine } from './schedule.ts';

/** Of so many seeds one is run with a routine of the wearer's own as well. */
const OWN_SHARE = 3;

/** Random schedules by their seeds, or each named fault at every `every`-th second of a slot. */
export type CueTask =
  | { readonly of: 'seeds'; readonly seed: number; readonly count: number }
  | { readonly of: 'matrix'; readonly every: number; readonly only?: readonly string[] };

export interface JudgedSchedule {
  /** For a random schedule the options that repeat it. */
  readonly name: string;
  readonly judgement: Judgement;
  /** The schedule in words, line by line. */
  readonly schedule: readonly string[];
}

interface NamedSchedule {
  readonly name: string;
  readonly schedule: Omit<Schedule, 'seed'>;
  readonly words: readonly string[];
}

/** Runs the schedules of one share, one after the other. */
export async function* judgeSchedules(task: CueTask, { index, of }: Share): AsyncGenerator<JudgedSchedule> {
  const sweeper = await createSweeper();
  let number = 0;
  for (const { name, schedule, words } of schedulesOf(task)) {
    if (number++ % of !== index) continue;
    const { cues, holds, excused, untracked, findings, lateness } = await sweeper.run(schedule);
    yield {
      name,
      judgement: { cues, holds, excused, untracked, findings, lateness },
      schedule: words,
    };
  }
}

function named(schedule: Schedule): NamedSchedule {
  const { seed, device, consent, preferences, own, faults, assume = {} } = schedule;
  const wearer = `${device}, consent ${consent}, ${JSON.stringify(preferences)}`;
  const routine = own === undefined ? [] : [`own routine ${encodeRoutine(own)}`];
  const words = [wearer, ...routine, readingsText(assume), ...faults.map(faultText)];
  return { name: `--seed ${seed} --count 1`, schedule, words };
}

function* schedulesOf(task: CueTask): Generator<NamedSchedule> {
  if (task.of === 'matrix') {
    for (const { name, schedule } of matrixCells(task.every, task.only))
      yield { name, schedule, words: schedule.faults.map(faultText) };
    return;
  }
  for (let seed = task.seed; seed < task.seed + task.count; seed++) {
    const schedule = scheduleWithReadings(seed);
    yield named(schedule);
    // Beside the schedules that a seed has always given.
    if (seed % OWN_SHARE === 0) yield named(withOwnRoutine(schedule));
  }
}
