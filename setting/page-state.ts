/** What is open on the phone page. It is stored under the page's own key, because the page is built again on each change. */
import { fieldsOf, isFields, parseJson } from '../utils/core/base/fields.ts';
import type { IntegrationId } from '../utils/core/integrations/integration.ts';
import type { LogPageStart } from '../utils/core/trend/stored-log.ts';

export const EXPORT_KINDS = ['physio', 'csv', 'json'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

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
  /** The code of the routine that is looked at before it is added, or empty. */
  readonly routineCode: string;
  /** What is wrong with the pasted code, or empty. */
  readonly routineFault: string;
  /** The id of the routine that the page asks about removing, or empty. */
  readonly routineAsked: string;
  /** What is wrong with an address that was typed, by integration. */
  readonly addressFaults: { readonly [integration in IntegrationId]?: string };
  /** Whether the section for experts is open. */
  readonly isAdvancedOpen: boolean;
  readonly areReportsOpen: boolean;
  /** Whether the numbers behind the trend are shown. */
  readonly isTrendOpen: boolean;
  /** The last command could not even be posted, because the storage is full. */
  readonly isFull: boolean;
  /** How often "delete everything" was pressed: 0, 1 or 2. */
  readonly eraseAsked: number;
}

export const PAGE_STATE_KEY = 'page.state';

/** The state as it is stored: faults of addresses are under their name of version 0.1.0. */
type StoredPageState = Partial<Omit<PageState, 'addressFaults'>> & {
  readonly outletFaults?: PageState['addressFaults'];
};

/** The state in a stored text. Invalid parts count as not open, since they contain nothing of value. */
export function parsePageState(text: string | null | undefined): PageState {
  const { outletFaults, ...stored } = fieldsOf(parseJson(text ?? ''));
  const { session, history, exportKind, exportPart, importFault, eraseAsked } = stored;
  const starts = Array.isArray(history) ? history.filter((start) => parseLogPageStart(start) !== null) : [];
  return {
    session: textOf(session),
    history: starts,
    exportKind: EXPORT_KINDS.find((kind) => kind === exportKind) ?? '',
    exportPart: numberOf(exportPart),
    importFault: textOf(importFault),
    routineCode: textOf(stored.routineCode),
    routineFault: textOf(stored.routineFault),
    routineAsked: textOf(stored.routineAsked),
    addressFaults: Object.fromEntries(
      Object.entries(fieldsOf(outletFaults)).map(([integration, fault]) => [integration, textOf(fault)]),
    ),
    isAdvancedOpen: stored.isAdvancedOpen === true,
    areReportsOpen: stored.areReportsOpen === true,
    isTrendOpen: stored.isTrendOpen === true,
    isFull: stored.isFull === true,
    eraseAsked: numberOf(eraseAsked),
  };
}

/** Where a page of the history begins, as stored; null if the text is not such a start. */
export function parseLogPageStart(text: unknown): LogPageStart | null {
  const start = typeof text === 'string' ? parseJson(text) : undefined;
  return isFields(start) && Object.values(start).every((seq) => typeof seq === 'number')
    ? (start as LogPageStart)
    : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value % 1 === 0 ? value : 0;
}

export function pageStateText({ addressFaults, ...state }: PageState): string {
  const stored: StoredPageState = { ...state, outletFaults: addressFaults };
  return JSON.stringify(stored);
}
