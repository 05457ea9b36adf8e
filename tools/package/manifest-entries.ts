/** The bundles that a manifest lists, of every kind of module, and that every package must contain. */
import { isObject, type JsonObject, objectAt, stringAt } from '../shared/json.ts';

export interface ManifestEntries {
  /** Bundle paths without ending in the device part, such as `page/home/index.page`; always with `app`. */
  readonly device: readonly string[];
  /** Bundle names without ending in the phone part. */
  readonly phone: readonly string[];
  /** Every path as the manifest writes it, which is also the path of its source without ending. */
  readonly sources: readonly string[];
}

/** The packer names the phone's bundles by their kind, wherever their sources are. */
const PHONE_BUNDLES: Readonly<Record<string, string>> = { 'app-side': 'app-side', setting: 'setting' };

/** Collects the entries of all targets of a manifest. */
export function manifestEntries(manifest: JsonObject): ManifestEntries {
  const device = new Set(['app']);
  const phone = new Set<string>();
  const sources = new Set(['app']);
  for (const target of Object.values(objectAt(manifest, 'targets'))) {
    for (const [kind, value] of Object.entries(objectAt(target, 'module'))) {
      const phoneBundle = PHONE_BUNDLES[kind];
      for (const path of entryPaths(value)) {
        sources.add(path);
        if (phoneBundle === undefined) device.add(path);
        else phone.add(phoneBundle);
      }
    }
  }
  return { device: [...device], phone: [...phone], sources: [...sources] };
}

/** A module is an object with a `path`, or has lists of paths or of such objects. */
function entryPaths(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(entryPaths);
  if (!isObject(value)) return [];
  const own = stringAt(value, 'path');
  if (own !== undefined) return [own];
  return Object.values(value).filter(Array.isArray).flatMap(entryPaths);
}
