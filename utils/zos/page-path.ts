import type { PageName } from './routes.ts';

/** The path of a page in the package, as `app.json` lists it. */
export function pagePath(page: PageName): string {
  return `page/${page}/index.page`;
}
