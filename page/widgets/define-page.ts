/** Registers a page: reads and checks its route, and reports what its callbacks throw. */
import { guard } from '../../utils/run/guard.ts';
import { type AppContext, appContext } from '../../utils/zos/app-context.ts';
import {
  open,
  openOnTop,
  type PageName,
  type ParamChecks,
  type Route,
  type RouteTo,
  readRoute,
} from '../../utils/zos/routes.ts';

/** Used only at a failure. If the app could not be built, there is nothing to report to. */
function report(where: string, sentence: string): void {
  const context = appContext() as AppContext | undefined;
  if (context !== undefined) context.report(where, sentence);
}

/** What a page does besides drawing itself. */
export interface PageCallbacks {
  readonly onPause?: () => void;
  readonly onResume?: () => void;
  readonly onDestroy?: () => void;
}

/** Opens a page over the one that is drawn, which is drawn again when the other is left. */
export type OpenOnTop = (route: Route) => void;

/**
 * Registers the page of a bundle with the platform.
 * @param checks what each parameter of a route to this page has to be
 * @param draw called once when the page is built; a page that was opened with parameters it cannot use leads home instead
 */
export function definePage<Name extends PageName>(
  name: Name,
  checks: ParamChecks<Name>,
  draw: (route: RouteTo<Name>, openOnTop: OpenOnTop) => void,
  callbacks: PageCallbacks = {},
): void {
  let route: RouteTo<Name> | null = null;
  // A page under another shows an old state. The platform documents that it is built again when the other is left, but one
  // report says that it stays alive (`docs/evidence.md`, E28).
  let isUnderAnother = false;
  const openOver: OpenOnTop = (other) => {
    isUnderAnother = true;
    openOnTop(other);
  };
  const guarded = (entry: string, run: () => void): void => guard(`page/${name} ${entry}`, report, run);
  Page({
    onInit(params) {
      guarded('onInit', () => {
        route = readRoute(name, checks, params || appContext().launchParams);
      });
    },
    build() {
      guarded('build', () => {
        if (route === null) open({ page: 'home', from: 'app' });
        else draw(route, openOver);
      });
    },
    onPause() {
      if (callbacks.onPause) guarded('onPause', callbacks.onPause);
    },
    onResume() {
      guarded('onResume', () => {
        if (route !== null && isUnderAnother) open(route as Route);
        else if (callbacks.onResume) callbacks.onResume();
      });
    },
    onDestroy() {
      if (callbacks.onDestroy) guarded('onDestroy', callbacks.onDestroy);
    },
  });
}
