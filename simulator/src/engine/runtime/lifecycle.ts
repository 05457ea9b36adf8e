/** What a bundle registered with `App()`, `Page()` and their siblings, and how its lifecycle callbacks are called. */
import type { Realm } from './realm.ts';

/** What a bundle passed to `App()`, `Page()`, `AppService()` or `AppSideService()`; `options` is undefined before that. */
export interface Registration {
  options: Record<string, unknown> | undefined;
}

/** Calls a lifecycle callback if the bundle has it, with the registered object as `this`. */
export function callLifecycle(
  realm: Realm,
  registration: Registration,
  name: string,
  args: readonly unknown[] = [],
): unknown {
  const options = registration.options;
  const callback = options?.[name];
  if (typeof callback !== 'function') return undefined;
  return realm.run(name, () => (callback as (...values: unknown[]) => unknown).apply(options, args.slice()));
}
