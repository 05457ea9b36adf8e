/** A second copy of the engine that counts its instructions and allocations. Unlike times, counts do not depend on other load. */
import { createRequire } from 'node:module';
import { getQuickJS } from 'quickjs-emscripten';
import { ENTRIES, INSTRUCTIONS, withCounters } from './wasm-counters.ts';

export type QuickJS = Awaited<ReturnType<typeof getQuickJS>>;

/** What the engine has done since it was created. */
export interface Work {
  /** WebAssembly instructions, without those that only give structure. */
  readonly instructions: number;
  /** Calls of `malloc`. */
  readonly allocations: number;
}

export interface CountedEngine {
  readonly quickjs: QuickJS;
  work(): Work;
}

const ENGINE = 'quickjs-emscripten';
/** Name under which quickjs-emscripten 0.9.0 exports `malloc`; a test fails if that changes. */
const MALLOC = 'l';

let made: Promise<CountedEngine> | undefined;

/** The counted engine of this process. */
export function countedEngine(): Promise<CountedEngine> {
  made ??= load();
  return made;
}

async function load(): Promise<CountedEngine> {
  // The library keeps one engine for the process. Create that one first, and then load the library a second time.
  await getQuickJS();
  const require = createRequire(import.meta.url);
  const { cache } = require;
  const plain = WebAssembly.instantiate;
  const others = Object.entries(cache).filter(([path]) => path.includes(ENGINE));
  let counters: WebAssembly.Exports | undefined;
  const counted = async (bytes: Uint8Array, imports: WebAssembly.Imports) => {
    // Only the first call is the engine's.
    Object.assign(WebAssembly, { instantiate: plain });
    const module = await WebAssembly.compile(new Uint8Array(withCounters(bytes, MALLOC)));
    const instance = await plain(module, imports);
    counters = instance.exports;
    return { module, instance };
  };
  for (const [path] of others) delete cache[path];
  Object.assign(WebAssembly, { instantiate: counted });
  try {
    const library = require(ENGINE) as { getQuickJS: typeof getQuickJS };
    const quickjs = await library.getQuickJS();
    const value = (name: string): number =>
      Number((counters?.[name] as WebAssembly.Global<'i64'> | undefined)?.value);
    return {
      quickjs,
      work: () => ({ instructions: value(INSTRUCTIONS), allocations: value(ENTRIES) }),
    };
  } finally {
    Object.assign(WebAssembly, { instantiate: plain });
    Object.assign(cache, Object.fromEntries(others));
  }
}
