/** Answers questions about the packed `app.json` that several parts ask. */
import type { Manifest } from './types.ts';

/** Paths of the pages, without `.js`. The first one opens when a launch names none. */
export function pagesOf(manifest: Manifest): readonly string[] {
  return manifest.module.page?.pages ?? [];
}

/** Paths of the App Services, without `.js`. */
export function servicesOf(manifest: Manifest): readonly string[] {
  return manifest.module['app-service']?.services ?? [];
}

/** Whether `app.json` lists the permission, such as `device:os.alarm`. */
export function hasPermission(manifest: Manifest, code: string): boolean {
  return (manifest.permissions ?? []).indexOf(code) >= 0;
}
