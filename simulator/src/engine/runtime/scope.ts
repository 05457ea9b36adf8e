/**
 * Runs a bundle's source so that it sees what a watch (or the phone's runtime) gives it and nothing of the host:
 * every free name goes through a `with` proxy. Knows nothing of devices or pages.
 */

/** Names of the language that the watch's engine (QuickJS 2020-07-05 without BigInt) has. */
const LANGUAGE = [
  'Object Array Number Boolean String Symbol RegExp Error EvalError RangeError ReferenceError SyntaxError',
  'TypeError URIError Proxy Reflect Map Set WeakMap WeakSet ArrayBuffer DataView Int8Array Uint8Array',
  'Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array JSON parseInt',
  'parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape NaN Infinity',
]
  .join(' ')
  .split(' ');

/** Names that are parameters of every bundle. */
const PARAMETERS = LANGUAGE.filter((name) => name !== 'NaN' && name !== 'Infinity').concat(
  'Math',
  'Date',
  'Promise',
  'Buffer',
  'console',
);

export interface ScopeOptions {
  /** Names the bundle may use beside the language; own keys count, `undefined` values too. */
  readonly globals: Readonly<Record<string, unknown>>;
  readonly onImplicitGlobal: (name: string) => void;
  readonly onCodeFromText: (what: string) => void;
}

export interface Scope {
  /** Runs the source; throws what the source throws. */
  run(source: string): void;
}

// Object.hasOwn came after the watch's engine.
const { hasOwnProperty: hasOwn } = Object.prototype;

const host = globalThis as unknown as Record<string, unknown>;

function languageNames(): Record<string, unknown> {
  const names: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of LANGUAGE) names[name] = host[name];
  names.undefined = undefined;
  return names;
}

/** `Function` for bundles: good for `instanceof` and for the `return this` that libraries use, else refused. */
function guardedFunction(root: () => unknown, refuse: (what: string) => void): unknown {
  function SimFunction(...parts: unknown[]): unknown {
    const body = String(parts[parts.length - 1] ?? '').trim();
    if (/^return this;?$/.test(body)) return root;
    refuse('new Function');
    throw new TypeError('new Function is not allowed on the watch');
  }
  SimFunction.prototype = Function.prototype;
  return SimFunction;
}

/** Names after `typeof` in the source: reading those when they are missing is legal. */
function probedNames(source: string): Set<string> {
  const names = new Set<string>();
  const pattern = /typeof\s+([A-Za-z_$][\w$]*)/g;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    names.add(match[1] ?? '');
  }
  return names;
}

export function createScope(options: ScopeOptions): Scope {
  const globals = languageNames();
  for (const name of Object.keys(options.globals)) globals[name] = options.globals[name];
  const root = new Proxy(globals, {
    get: (target, key) => target[key as string],
    set(target, key, value) {
      target[key as string] = value;
      return true;
    },
  });
  globals.globalThis = root;
  globals.Function = guardedFunction(() => root, options.onCodeFromText);
  globals.eval = (): never => {
    options.onCodeFromText('eval');
    throw new TypeError('eval is not allowed on the watch');
  };
  return {
    run(source) {
      const probed = probedNames(source);
      const parameters = PARAMETERS.filter((name) => hasOwn.call(globals, name));
      const has = (key: string | symbol): boolean => hasOwn.call(globals, key);
      const proxy = new Proxy(globals, {
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
      // The one place where source becomes code: bundles are sloppy functions by contract.
      // Parameters spare the names used most the way through the proxy.
      const inner = `(function (${parameters.join(', ')}) {\n${source}\n}).call(this, ${parameters.join(', ')});`;
      const body = new Function('__$$scope$$__', `with (__$$scope$$__) ${inner}`);
      body.call(root, proxy);
    },
  };
}
