/** The engine of the watch once more, with counters in it: what it does for a piece of work, whatever else the machine does. */
import { createRequire } from 'node:module';
import { getQuickJS } from 'quickjs-emscripten';
import { ENTRIES, INSTRUCTIONS, withCounters } from './wasm-counters.ts';

export type QuickJS = Awaited<ReturnType<typeof getQuickJS>>;

/** What the engine has done since its start. */
export interface Work {
  /** WebAssembly instructions, structure left out. */
  readonly instructions: number;
  /** Pieces of memory asked for: objects, strings, arrays. */
  readonly allocations: number;
}

export interface CountedEngine {
  readonly quickjs: QuickJS;
  work(): Work;
}

const ENGINE = 'quickjs-emscripten';
/** How emscripten's glue of 0.9.0 calls the engine's `malloc`: a test fails where that is no longer so. */
const MALLOC = 'l';

let made: Promise<CountedEngine> | undefined;

/** One for the whole process. */
export function countedEngine(): Promise<CountedEngine> {
  made ??= load();
  return made;
}

async function load(): Promise<CountedEngine> {
  // The library has one engine for all who load it: that one has to be there before, and this one is loaded anew.
  await getQuickJS();
  const require = createRequire(import.meta.url);
  const { cache } = require;
  const plain = WebAssembly.instantiate;
  const others = Object.entries(cache).filter(([path]) => path.includes(ENGINE));
  let counters: WebAssembly.Exports | undefined;
  const counted = async (bytes: Uint8Array, imports: WebAssembly.Imports) => {
    // The first to ask is the engine; whoever else asks meanwhile is served as always.
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
