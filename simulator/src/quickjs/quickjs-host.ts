/**
 * The third body: the whole engine and the app inside QuickJS 2020-07-05 (quickjs-emscripten 0.9.0), the engine
 * that the platform's own compiler belongs to. Same verbs, same event log as in Node.
 */
import { getQuickJS, type QuickJSHandle, type QuickJSVm } from 'quickjs-emscripten';
import { type RunResult, serializeOptions } from '../engine/host-transfer.ts';
import { parseScript, stepError } from '../engine/script/script-steps.ts';
import { parseDuration } from '../engine/script/verb-syntax.ts';
import type { Breach, Pulse, SimEvent, SimulationOptions, Verb, WatchView } from '../engine/types.ts';
import { engineBundle } from './engine-bundle.ts';
import type { QuickJsEntry } from './quickjs-entry.ts';

/** Memory of the engine and the app together, by QuickJS's own count. Sizes in bytes. */
export interface MemoryUse {
  readonly usedBytes: number;
  readonly objects: number;
  readonly functions: number;
  readonly bytecodeBytes: number;
  readonly stringBytes: number;
}

export interface QuickJsHost {
  perform(verb: Verb): void;
  /** Lets `ms` of virtual time pass. */
  advance(ms: number): void;
  /** Runs a script, as `runScript` does in Node. */
  run(script: string): void;
  readonly uptimeMs: number;
  readonly events: readonly SimEvent[];
  readonly breaches: readonly Breach[];
  readonly pulses: readonly Pulse[];
  readonly storage: ReadonlyMap<string, string>;
  readonly watch: WatchView;
  played(): RunResult;
  memory(): MemoryUse;
}

function thrown(vm: QuickJSVm, error: QuickJSHandle): Error {
  const value = vm.dump(error) as { name?: string; message?: string; stack?: string } | string;
  if (typeof value === 'string') return new Error(`QuickJS: ${value}`);
  return new Error(`QuickJS: ${value.name ?? 'Error'}: ${value.message ?? ''}\n${value.stack ?? ''}`);
}

/** Calls guest functions; arguments are texts or numbers. */
function createCaller(vm: QuickJSVm) {
  const guest = vm.getProp(vm.global, 'quickJsEntry');
  return (name: keyof QuickJsEntry, ...args: readonly (string | number)[]): QuickJSHandle => {
    const code = vm.getProp(guest, name);
    const handles = args.map((arg) => (typeof arg === 'string' ? vm.newString(arg) : vm.newNumber(arg)));
    const result = vm.callFunction(code, guest, ...handles);
    for (const handle of [code, ...handles]) handle.dispose();
    if (result.error !== undefined) throw thrown(vm, result.error);
    return result.value;
  };
}

function memoryOf(vm: QuickJSVm): MemoryUse {
  const handle = vm.computeMemoryUsage();
  const use = vm.dump(handle) as Record<string, number>;
  handle.dispose();
  return {
    usedBytes: use.memory_used_size ?? 0,
    objects: use.obj_count ?? 0,
    functions: use.js_func_count ?? 0,
    bytecodeBytes: use.js_func_code_size ?? 0,
    stringBytes: use.str_size ?? 0,
  };
}

/**
 * Starts a simulation inside QuickJS. `options.fetch` does not cross the border: `fetchResponse` is what every fetch is
 * answered, and without it fetch is refused. The machine is never disposed of (that asserts after an error in
 * 0.9.0): it goes with the process.
 */
export async function createQuickJsHost(
  options: SimulationOptions,
  fetchResponse?: unknown,
): Promise<QuickJsHost> {
  const [quickJs, script] = await Promise.all([getQuickJS(), engineBundle()]);
  const vm = quickJs.createVm();
  const loaded = vm.evalCode(script);
  if (loaded.error !== undefined) throw thrown(vm, loaded.error);
  loaded.value.dispose();
  const call = createCaller(vm);
  const drain = (): void => {
    const ran = vm.executePendingJobs();
    if (ran.error !== undefined) throw thrown(vm, ran.error);
  };
  const done = (handle: QuickJSHandle): void => handle.dispose();
  const numberOf = (handle: QuickJSHandle): number => {
    const value = vm.getNumber(handle);
    handle.dispose();
    return value;
  };
  const jsonOf = (handle: QuickJSHandle): unknown => {
    const text = vm.getString(handle);
    handle.dispose();
    return JSON.parse(text);
  };
  done(call('start', JSON.stringify(serializeOptions(options, fetchResponse))));

  const advance = (ms: number): void => {
    const untilMs = numberOf(call('uptimeMs')) + ms;
    drain();
    for (
      let dueMs = numberOf(call('nextDueMs'));
      dueMs >= 0 && dueMs <= untilMs;
      dueMs = numberOf(call('nextDueMs'))
    ) {
      done(call('runNext'));
      drain();
    }
    done(call('idleUntil', untilMs));
  };

  return {
    perform(verb) {
      done(call('perform', JSON.stringify(verb)));
    },
    advance,
    run(script) {
      for (const line of parseScript(script)) {
        const [first = '', second = ''] = line.words;
        try {
          if (first === 'wait') advance(parseDuration(second));
          else done(call('performStep', JSON.stringify(line.words)));
          drain();
        } catch (error) {
          throw stepError(line, error);
        }
      }
    },
    get uptimeMs() {
      return numberOf(call('uptimeMs'));
    },
    get events() {
      return jsonOf(call('eventsFrom', 0)) as SimEvent[];
    },
    get breaches() {
      return jsonOf(call('breaches')) as Breach[];
    },
    get pulses() {
      return jsonOf(call('pulses')) as Pulse[];
    },
    get storage() {
      return new Map(jsonOf(call('storage')) as [string, string][]);
    },
    get watch() {
      return jsonOf(call('watch')) as WatchView;
    },
    played: () => jsonOf(call('played')) as RunResult,
    memory: () => memoryOf(vm),
  };
}
