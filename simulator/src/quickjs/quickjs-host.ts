/**
 * Runs the engine and the app inside QuickJS 2020-07-05 (quickjs-emscripten 0.9.0), the engine that the compiler of the
 * platform belongs to. Verbs, scripts and event log are the same as in Node.
 */
import { getQuickJS, type QuickJSHandle, type QuickJSVm } from 'quickjs-emscripten';
import { type RunResult, serializeOptions } from '../engine/host-transfer.ts';
import { parseScript, stepError } from '../engine/script/script-steps.ts';
import { parseDuration } from '../engine/script/verb-syntax.ts';
import type { SimulationOptions, Verb, WatchView } from '../engine/types.ts';
import { engineBundle } from './engine-bundle.ts';
import type { QuickJsEntry } from './quickjs-entry.ts';

/** How many characters of a text are passed at once. A passed text is on the engine's stack of 5 MB, with four bytes for each character. */
const LONGEST_TEXT = 100_000;

/** Memory of the engine and the app together, as QuickJS counts it. */
export interface MemoryUse {
  readonly usedBytes: number;
  readonly objects: number;
  readonly functions: number;
  readonly bytecodeBytes: number;
  readonly stringBytes: number;
}

/** A simulation inside QuickJS. */
export interface QuickJsHost {
  /** @throws Error like `Simulation.perform` */
  perform(verb: Verb): void;
  /** Lets `ms` of virtual time pass. */
  advance(ms: number): void;
  /** Runs a script. @throws Error naming the line that failed */
  run(script: string): void;
  /** What has happened so far. */
  result(): RunResult;
  /** What the watch shows. */
  view(): WatchView;
  uptimeMs(): number;
  memory(): MemoryUse;
}

function errorFrom(vm: QuickJSVm, error: QuickJSHandle): Error {
  const value = vm.dump(error) as { name?: string; message?: string; stack?: string } | string;
  if (typeof value === 'string') return new Error(`QuickJS: ${value}`);
  return new Error(`QuickJS: ${value.name ?? 'Error'}: ${value.message ?? ''}\n${value.stack ?? ''}`);
}

/** Returns a function that calls a function of `quickjs-entry.ts`. */
function createCaller(vm: QuickJSVm) {
  const entry = vm.getProp(vm.global, 'quickJsEntry');
  return (name: keyof QuickJsEntry, ...args: readonly (string | number)[]): QuickJSHandle => {
    const code = vm.getProp(entry, name);
    const handles = args.map((arg) => (typeof arg === 'string' ? vm.newString(arg) : vm.newNumber(arg)));
    const result = vm.callFunction(code, entry, ...handles);
    for (const handle of [code, ...handles]) handle.dispose();
    if (result.error !== undefined) throw errorFrom(vm, result.error);
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

/** The same JSON with only ASCII characters, so that no cut can split a character of two units. */
function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Starts a simulation inside QuickJS. The virtual machine lives as long as the process, since disposing of it after an error
 * fails in version 0.9.0.
 */
export async function createQuickJsHost(options: SimulationOptions): Promise<QuickJsHost> {
  const [quickJs, bundle] = await Promise.all([getQuickJS(), engineBundle()]);
  const vm = quickJs.createVm();
  const loaded = vm.evalCode(bundle);
  if (loaded.error !== undefined) throw errorFrom(vm, loaded.error);
  loaded.value.dispose();

  const call = createCaller(vm);
  const callVoid = (...args: Parameters<typeof call>): void => call(...args).dispose();
  const callNumber = (name: keyof QuickJsEntry): number => {
    const handle = call(name);
    const value = vm.getNumber(handle);
    handle.dispose();
    return value;
  };
  const callJson = (name: keyof QuickJsEntry): unknown => {
    const handle = call(name);
    const json = vm.getString(handle);
    handle.dispose();
    return JSON.parse(json);
  };
  const settlePromises = (): void => {
    const ran = vm.executePendingJobs();
    if (ran.error !== undefined) throw errorFrom(vm, ran.error);
  };
  const json = inAscii(JSON.stringify(serializeOptions(options)));
  for (let at = 0; at < json.length; at += LONGEST_TEXT) {
    callVoid('takeOptions', json.slice(at, at + LONGEST_TEXT));
  }
  callVoid('start');

  function advance(ms: number): void {
    const untilMs = callNumber('uptimeMs') + ms;
    settlePromises();
    for (
      let dueMs = callNumber('nextDueMs');
      dueMs >= 0 && dueMs <= untilMs;
      dueMs = callNumber('nextDueMs')
    ) {
      callVoid('runNext');
      settlePromises();
    }
    callVoid('idleUntil', untilMs);
  }

  return {
    perform: (verb) => callVoid('perform', JSON.stringify(verb)),
    advance,
    run(script) {
      for (const step of parseScript(script)) {
        const [first = '', second = ''] = step.words;
        try {
          if (first === 'wait') advance(parseDuration(second));
          else callVoid('performStep', JSON.stringify(step.words));
          settlePromises();
        } catch (error) {
          throw stepError(step, error);
        }
      }
    },
    result: () => callJson('result') as RunResult,
    view: () => callJson('view') as WatchView,
    uptimeMs: () => callNumber('uptimeMs'),
    memory: () => memoryOf(vm),
  };
}
