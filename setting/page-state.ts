/** What is open on the phone page. It is stored under the page's own key, because the page is built anew on each change. */
import { fieldsOf, parseJson } from '../utils/core/base/fields.ts';
import type { IntegrationId } from '../utils/core/integrations/integration.ts';

export type ExportKind = 'csv' | 'json' | 'physio' | 'reports';

export interface PageState {
  /** The session that is open (`recordKey`), or empty. */
  readonly session: string;
  /** The starts of the shown page of the history and of those before it, each a `LogPageStart` as JSON. */
  readonly history: readonly string[];
  readonly exportKind: ExportKind | '';
  /** 0, 1, … */
  readonly exportPart: number;
  /** What is wrong with the pasted import, or empty. */
  readonly importFault: string;
  /** What is wrong with an address that was typed, by integration. */
  readonly addressFaults: { readonly [integration in IntegrationId]?: string };
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
  addressFaults: {},
  eraseAsked: 0,
};

/** The state as it is stored: faults of addresses are under their name of version 0.1.0. */
type StoredPageState = Partial<Omit<PageState, 'addressFaults'>> & {
  readonly outletFaults?: PageState['addressFaults'];
};

/** The state in a stored text. A damaged text counts as a page with nothing open, since nothing of value is in it. */
export function parsePageState(text: string | null | undefined): PageState {
  const { outletFaults, ...stored } = fieldsOf(parseJson(text ?? '')) as StoredPageState;
  const history = Array.isArray(stored.history) ? stored.history : [];
  return { ...closed, ...stored, history, addressFaults: outletFaults ?? {} };
}

export function pageStateText({ addressFaults, ...state }: PageState): string {
  const stored: StoredPageState = { ...state, outletFaults: addressFaults };
  return JSON.stringify(stored);
}
