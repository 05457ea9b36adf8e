/** The engine of the watch (QuickJS 2020-07-05) with `guest.ts` as its platform. Bundles are loaded from source. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { getQuickJS, type QuickJSHandle, type QuickJSVm } from 'quickjs-emscripten';
import type { AppPackage } from 'zepp-watch-simulator';
import type { CountedEngine, QuickJS, Work } from './counted-engine.ts';
import type { Guest } from './guest.ts';
import { OWNER } from './guest-platform-work.ts';

export interface Counts {
  readonly widgets: number;
  readonly writes: number;
  readonly readBytes: number;
  readonly writtenBytes: number;
  readonly sends: number;
}

/** A page with the parameter it is opened with. */
export interface Route {
  readonly page: string;
  readonly param: string;
}

export interface Machine {
  /** Loads `app.js` and creates the app. */
  startApp(): void;
  /** Loads a page's bundle and builds the page. */
  openPage(page: string, param?: string): void;
  leavePage(): void;
  call(name: keyof Guest, ...args: readonly (string | number)[]): string;
  /** Bytes in use after a garbage collection, as the engine counts them. */
  heapBytes(): number;
  /** Living objects, as the engine counts them. */
  objects(): number;
  counts(): Counts;
  /** The page that the app asked for since the last call; its name is empty if it asked for none. */
  takeRoute(): Route;
  /** All files. */
  files(): ReadonlyMap<string, Uint8Array>;
  /** @throws Error if the machine was created without a counted engine */
  work(): Work;
  /** Instructions of the platform, in a machine that was asked to tell them apart, with those of the telling; otherwise 0. */
  platformInstructions(): number;
  /** How many stretches of work `platformInstructions` has added up. */
  platformUses(): number;
  /** Instructions that have gone into reading and running the text of bundles, which a watch has as bytecode; 0 without a counted engine. */
  loadInstructions(): number;
}

/** Cycles that are dropped before each look at the heap: under 1 KB, which is the precision of the figure. */
const CHURNED_CYCLES = 4;
/** The first collection frees what the app has dropped; the second shows what is in use. */
const COLLECTIONS = 2;

let script: Promise<string> | undefined;

function guestScript(): Promise<string> {
  script ??= build({
    entryPoints: [join(dirname(fileURLToPath(import.meta.url)), 'guest.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2019',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return script;
}

function fail(vm: QuickJSVm, error: QuickJSHandle): Error {
  const { name = 'Error', message = '', stack = '' } = vm.dump(error) as Record<string, string>;
  return new Error(`in QuickJS: ${name}: ${message}\n${stack}`);
}

/**
 * Creates a machine for `app`. It lives as long as the process.
 *
 * @param counted engine that counts the work; it is slower than the plain one, which is the default
 * @param tellsPlatform whether it counts the work of its platform by itself, which is some more work
 */
export async function createMachine(
  app: AppPackage,
  files: ReadonlyMap<string, Uint8Array> = new Map(),
  counted?: CountedEngine,
  tellsPlatform = false,
): Promise<Machine> {
  const quickjs: QuickJS = counted?.quickjs ?? (await getQuickJS());
  const vm = quickjs.createVm();
  const evaluate = (source: string): void => {
    const result = vm.evalCode(source);
    if (result.error !== undefined) throw fail(vm, result.error);
    result.value.dispose();
  };
  let platformInstructions = 0;
  let platformUses = 0;
  if (counted !== undefined && tellsPlatform) {
    let owner: number = OWNER.app;
    let since = 0;
    const benchOwner = vm.newFunction('benchOwner', (handle) => {
      const { instructions } = counted.work();
      if (owner === OWNER.platform) {
        platformInstructions += instructions - since;
        platformUses++;
      }
      owner = vm.getNumber(handle);
      since = instructions;
    });
    vm.setProp(vm.global, 'benchOwner', benchOwner);
    benchOwner.dispose();
  }
  evaluate(await guestScript());
  const guest = vm.getProp(vm.global, 'benchGuest');

  function call(name: keyof Guest, ...args: readonly (string | number)[]): string {
    const code = vm.getProp(guest, name);
    const handles = args.map((arg) => (typeof arg === 'string' ? vm.newString(arg) : vm.newNumber(arg)));
    const result = vm.callFunction(code, guest, ...handles);
    for (const handle of [code, ...handles]) handle.dispose();
    if (result.error !== undefined) throw fail(vm, result.error);
    const text = vm.getString(result.value);
    result.value.dispose();
    vm.executePendingJobs();
    return text;
  }

  /** @throws Error if the app or the packer's wrapper has printed an error */
  function throwIfPrinted(): void {
    const printed = call('printed');
    if (/error|\[iliacus\]/i.test(printed)) throw new Error(`the app printed: ${printed}`);
  }

  const decoder = new TextDecoder();
  const sources = new Map(
    [...app.deviceFiles]
      .filter(([path]) => path.endsWith('.js'))
      .map(([path, bytes]) => [path, decoder.decode(bytes)]),
  );
  let loadInstructions = 0;
  const load = (path: string): void => {
    const source = sources.get(path);
    if (source === undefined) throw new Error(`the package has no ${path}`);
    const before = counted?.work().instructions ?? 0;
    evaluate(source);
    loadInstructions += (counted?.work().instructions ?? 0) - before;
  };
  const names = new Set(
    [...sources.values()].flatMap((source) => source.match(/\b[A-Z][A-Z0-9_]+\b/g) ?? []),
  );
  call('boot', JSON.stringify([...names]));
  for (const [path, bytes] of files) call('putFile', path, Buffer.from(bytes).toString('hex'));

  function memory(key: string): number {
    const handle = vm.computeMemoryUsage();
    const use = vm.dump(handle) as Record<string, number>;
    handle.dispose();
    return use[key] ?? 0;
  }

  return {
    startApp() {
      load('app.js');
      call('createApp');
      throwIfPrinted();
    },
    openPage(page, param = '') {
      load(`${page}.js`);
      call('buildPage', param);
      throwIfPrinted();
    },
    leavePage: () => void call('leavePage'),
    call,
    heapBytes() {
      // The engine has no call that collects: look until the bytes have dropped often enough, and take the least.
      let leastBytes = Number.POSITIVE_INFINITY;
      let lastBytes = 0;
      for (let drops = 0; drops < COLLECTIONS; ) {
        call('churn', CHURNED_CYCLES);
        const bytes = memory('memory_used_size');
        if (bytes < lastBytes) drops++;
        lastBytes = bytes;
        leastBytes = Math.min(leastBytes, bytes);
      }
      return leastBytes;
    },
    objects: () => memory('obj_count'),
    counts: () => JSON.parse(call('counts')) as Counts,
    takeRoute: () => JSON.parse(call('takeRoute')) as Route,
    files() {
      const entries = JSON.parse(call('files')) as readonly (readonly [string, string])[];
      return new Map(entries.map(([path, hex]) => [path, new Uint8Array(Buffer.from(hex, 'hex'))]));
    },
    platformInstructions: () => platformInstructions,
    platformUses: () => platformUses,
    loadInstructions: () => loadInstructions,
    work() {
      if (counted === undefined) throw new Error('this machine counts no work');
      return counted.work();
    },
  };
}
