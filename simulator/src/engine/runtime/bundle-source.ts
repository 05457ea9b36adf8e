/** Reads the source text of the watch's bundles. */
import { Buffer } from 'buffer/index.js';
import type { World } from '../world.ts';

/** Texts by their bytes: an app that is opened often is decoded once. */
const decoded = new WeakMap<Uint8Array, string>();

/** Source of the bundle at a path without `.js`, or undefined when the package has none. */
export function bundleSource(world: World, path: string): string | undefined {
  const bytes = world.app.deviceFiles.get(`${path}.js`);
  if (bytes === undefined) return undefined;
  const source = decoded.get(bytes) ?? Buffer.from(bytes).toString('utf8');
  decoded.set(bytes, source);
  return source;
}

/** Like `bundleSource`, but a missing bundle is reported as an error of the app. */
export function requiredSource(world: World, path: string): string | undefined {
  const source = bundleSource(world, path);
  if (source === undefined) world.log.emit('error', `${path}: the package has no ${path}.js`);
  return source;
}
