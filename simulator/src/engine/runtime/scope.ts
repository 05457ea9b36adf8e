/**
 * Runs the source of a bundle so that it sees the globals of a watch (or of the phone's runtime) and none of the host's.
 * A bundle's free names go through a proxy in a `with` statement.
 */

import { guardFunctions } from './function-guard.ts';
import { setToPixel, type ToPixel } from './string-methods.ts';

/** Globals of the language that the watch's engine has: QuickJS 2020-07-05 without BigInt. */
const LANGUAGE = [
  'Object Array Number Boolean String Symbol RegExp Error EvalError RangeError ReferenceError SyntaxError',
  'TypeError URIError Proxy Reflect Map Set WeakMap WeakSet ArrayBuffer DataView Int8Array Uint8Array',
  'Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array JSON parseInt',
  'parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape NaN Infinity',
]
  .join(' ')
  .split(' ');

/** Globals that become parameters of the bundle's function, so that they need not go through the proxy. */
const PARAMETERS = LANGUAGE.filter((name) => name !== 'NaN' && name !== 'Infinity').concat(
  'Math',
  'Date',
  'Promise',
  'Buffer',
  'console',
);

export interface ScopeOptions {
  /** What the bundle may use besides the language. A name whose value is undefined exists too. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** Called when the bundle assigns to a name that was not declared. */
  readonly onImplicitGlobal: (name: string) => void;
  /** Called when the bundle uses `eval`, `new Function` or the constructor of a function. */
  readonly onCodeFromText: (what: string) => void;
  /** Called when the source has a call of `import()`, because of which it does not run. */
  readonly onImport: () => void;
  /** `toPixel` of strings, where the watch has it. */
  readonly toPixel: ToPixel | undefined;
}

export interface Scope {
  /** Runs the source; throws what the source throws. */
  run(source: string): void;
  /** Guards the constructors of functions for this bundle. Called before any of its code runs. */
  enter(): void;
}

// The engine of the watch is older than Object.hasOwn.
const { hasOwnProperty: hasOwn } = Object.prototype;

const host = globalThis as unknown as Record<string, unknown>;

function languageGlobals(): Record<string, unknown> {
  const globals: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of LANGUAGE) globals[name] = host[name];
  globals.undefined = undefined;
  return globals;
}

/** A call of `import()`, which is a keyword and cannot be shadowed. Strings are left out before the search. */
const IMPORT_CALL = /(^|[^.\w$])import\s*((\/\*([^*]|\*(?!\/))*\*\/|\/\/.*\n)\s*)*\(/;
const STRING = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g;

/** Names that follow `typeof` in the source. Reading one of them is legal even when it does not exist. */
function probedNames(source: string): Set<string> {
  const names = new Set<string>();
  const pattern = /typeof\s+([A-Za-z_$][\w$]*)/g;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    names.add(match[1] ?? '');
  }
  return names;
}

/**
 * Names of the parameters that the source assigns as a property of something, such as `global.Promise = …`. If that something is
 * the global object, the bundle has to see the new value under the plain name, so these are left to the proxy.
 */
function patchedNames(source: string): Set<string> {
  const names = new Set<string>();
  const pattern = /\.\s*([A-Z]\w+|console)\s*=(?!=)/g;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    names.add(match[1] ?? '');
  }
  return names;
}

/** Creates the global scope of one bundle. */
export function createScope(options: ScopeOptions): Scope {
  const globals = languageGlobals();
  for (const name of Object.keys(options.globals)) globals[name] = options.globals[name];
  const root = new Proxy(globals, {
    get: (target, key) => target[key as string],
    set(target, key, value) {
      target[key as string] = value;
      return true;
    },
  });
  globals.globalThis = root;
  const onCode = (parts: readonly unknown[]): unknown => {
    // Libraries get the global object in this way.
    if (/^return this;?$/.test(String(parts[parts.length - 1] ?? '').trim())) return () => root;
    options.onCodeFromText('new Function');
    throw new TypeError('new Function is not allowed on the watch');
  };
  globals.Function = guardFunctions(onCode);
  globals.eval = (): never => {
    options.onCodeFromText('eval');
    throw new TypeError('eval is not allowed on the watch');
  };
  return {
    enter() {
      guardFunctions(onCode);
      setToPixel(options.toPixel);
    },
    run(source) {
      if (IMPORT_CALL.test(source) && IMPORT_CALL.test(source.replace(STRING, '""'))) {
        options.onImport();
        throw new TypeError('import() is not allowed on the watch');
      }
      const probed = probedNames(source);
      const patched = patchedNames(source);
      const parameters = PARAMETERS.filter((name) => hasOwn.call(globals, name) && !patched.has(name)).join(
        ', ',
      );
      const has = (key: string | symbol): boolean => hasOwn.call(globals, key);
      const scopeProxy = new Proxy(globals, {
        has: (_, key) => typeof key === 'string' && key !== 'arguments',
        get(target, key) {
          if (typeof key === 'symbol') return undefined;
          if (!has(key) && !probed.has(key)) throw new ReferenceError(`${key} is not defined`);
          return target[key];
        },
        set(target, key, value) {
          if (!has(key)) options.onImplicitGlobal(String(key));
          target[key as string] = value;
          return true;
        },
      });
      // The platform runs a bundle as a sloppy function. In a module, only code that is made from text can be sloppy.
      const inner = `(function (${parameters}) {\n${source}\n}).call(this, ${parameters});`;
      const body = new Function('__$$scope$$__', `with (__$$scope$$__) ${inner}`);
      body.call(root, scopeProxy);
    },
  };
}
