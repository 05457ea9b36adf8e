/** What the wearer has opened on the phone page. Kept in the page's own key, since the page is built anew on each change. */

import type { OutletId } from '../utils/core/integrations/delivery-state.ts';

export type ExportKind = 'csv' | 'json' | 'physio' | 'reports';

export interface PageState {
  /** The session that is open: `watch:seq`, or empty. */
  readonly session: string;
  /** Where the shown page of the history began, and those before it: each a start of `readPage` as JSON. */
  readonly history: readonly string[];
  readonly exportKind: ExportKind | '';
  /** 0, 1, … */
  readonly exportPart: number;
  /** What is wrong with the pasted import, or empty. */
  readonly importFault: string;
  /** What is wrong with an address that was typed, by outlet. */
  readonly outletFaults: { readonly [outlet in OutletId]?: string };
  /** How often "delete everything" was pressed: 0, 1 or 2. */
  readonly eraseAsked: number;
}

export const PAGE_STATE_KEY = 'page.state';

const closed: PageState = {
  session: '',
  history: [],
  exportKind: '',
  exportPart: 0,
  importFault: '',
  outletFaults: {},
  eraseAsked: 0,
};

/** A damaged text is a closed page: nothing of worth is in it. */
export function parsePageState(text: string | null | undefined): PageState {
  if (typeof text !== 'string') return closed;
  try {
    const data = JSON.parse(text) as Partial<PageState>;
    return { ...closed, ...data, history: Array.isArray(data.history) ? data.history : [] };
  } catch {
    return closed;
  }
}
