/** Runs fault schedules on the packed app: the question for consent, one tap on Start, and then only faults. */
import { readFile } from 'node:fs/promises';
import { type AppPackage, createWatch, type Watch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openZab } from 'zepp-watch-simulator/package';
import type { RoutineDefinition } from '../../../utils/core/routine/definition.ts';
import { ownId } from '../../../utils/core/routine/own-routine.ts';
import { encodeRoutine } from '../../../utils/core/routine/routine-code.ts';
import { ensureBuilt } from '../../package/build.ts';
import { planFor } from '../../shared/plan-for.ts';
import { usedWatch } from '../../simulate/seeded-watch.ts';
import { inflict } from './fault.ts';
import { type Judgement, judge } from './oracle.ts';
import { ownPlan, type Schedule } from './schedule.ts';
import { type Trace, traceOf } from './trace.ts';

interface Ran extends Judgement {
  readonly trace: Trace;
  /** What the phone has stored at the end, text by key. */
  readonly storage: ReadonlyMap<string, string>;
}

export interface Sweeper {
  run(schedule: Omit<Schedule, 'seed'>): Promise<Ran>;
}

/** Creates a sweeper, which opens the package once for each model. */
export async function createSweeper(): Promise<Sweeper> {
  const bytes = new Uint8Array(await readFile((await ensureBuilt({ isQuiet: true })).simulatorZab));
  const opened = new Map<string, AppPackage>();

  function appFor(name: string): AppPackage {
    const app = opened.get(name) ?? openZab(bytes, findDevice(name));
    opened.set(name, app);
    return app;
  }

  return {
    async run({ device, consent, preferences, own, faults, watchMs, assume = {} }) {
      const plan = own === undefined ? planFor(preferences) : ownPlan(own, preferences);
      const slots = plan?.slots ?? [];
      const headless = createWatch(
        { app: appFor(device), device: findDevice(device) },
        { files: filesOf(preferences, own), assume },
      );
      await toStart(headless, consent, own);
      const fromMs = headless.sim.uptimeMs;
      for (const { atMs, fault } of faults) {
        await headless.advance(Math.max(0, fromMs + atMs - headless.sim.uptimeMs));
        await inflict(fault, headless);
      }
      await headless.advance(Math.max(0, fromMs + watchMs - headless.sim.uptimeMs));
      const trace = traceOf(headless.sim.events, fromMs, headless.sim.uptimeMs, assume);
      return {
        ...judge(trace, slots),
        trace,
        events: headless.sim.events,
        storage: headless.sim.phone.storage,
      };
    },
  };
}

function filesOf(
  preferences: Schedule['preferences'],
  own: Schedule['own'],
): ReadonlyMap<string, Uint8Array> {
  if (own === undefined) return usedWatch({ ...preferences }, 'unasked');
  return usedWatch({ ...preferences, routine: ownId(own) }, 'unasked', [encodeRoutine(own)]);
}

async function toStart(
  headless: Watch,
  consent: Schedule['consent'],
  own?: RoutineDefinition,
): Promise<void> {
  await headless.launch();
  await headless.advance(200);
  if (headless.sim.watch.page === 'page/question/index.page') {
    await headless.tapText('Use the helper');
    await headless.permission(consent);
    await headless.advance(200);
    // A helper that the watch has granted is tried.
    if (headless.texts().includes('Not now')) await headless.tapText('Not now');
    await headless.advance(200);
  }
  await headless.tapText('Start');
  if (!own?.safety) return;
  // What the author of an own routine says about safety is read before its first session, on one page or two. The session begins
  // at the last tap.
  await headless.advance(200);
  if (!headless.texts().includes('I understand')) {
    await headless.tapText('Next');
    await headless.advance(200);
  }
  await headless.tapText('I understand');
}
