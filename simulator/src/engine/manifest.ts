/** Answers the questions about the packed `app.json` that several modules have. */

/** The part of the packed manifest that the simulator reads. */
export interface Manifest {
  readonly app: {
    readonly appId: number;
    readonly appName: string;
    readonly version: { readonly name: string };
  };
  readonly permissions?: readonly string[];
  readonly runtime: { readonly apiVersion: { readonly minVersion: string } };
  readonly defaultLanguage: string;
  readonly designWidth?: number;
  readonly module: {
    readonly page?: { readonly pages: readonly string[] };
    readonly 'app-side'?: { readonly path: string };
    readonly setting?: { readonly path: string };
    readonly 'app-service'?: { readonly services: readonly string[] };
    readonly 'app-event'?: { readonly path: string };
    readonly 'secondary-widget'?: { readonly widgets: readonly unknown[] };
  };
}

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
