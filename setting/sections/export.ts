/** The log as text to copy, in parts where it is long, and the way back in. */
import { csvOf, type Separator } from '../../utils/core/export/csv.ts';
import { exportParts, type PartContent, readPart } from '../../utils/core/export/export-parts.ts';
import { jsonOf } from '../../utils/core/export/json.ts';
import { physioPage } from '../../utils/core/export/physio.ts';
import { readImport } from '../../utils/core/export/read-import.ts';
import { wrapLines } from '../../utils/core/export/wrap.ts';
import { RING_KEYS, storedReports } from '../../utils/core/ring-entries.ts';
import { secondText } from '../../utils/core/schedule/calendar.ts';
import { commandKey } from '../../utils/core/sync/phone-commands.ts';
import {
  IMPORT_REASONS,
  IMPORT_RESULT_KEY,
  type ImportResult,
  parseImportResult,
} from '../../utils/core/sync/phone-keys.ts';
import type { Locale } from '../../utils/core/text/catalogues.ts';
import { faultText, storedFault } from '../../utils/core/text/fault.ts';
import { type PhonePhrase, phrase } from '../../utils/core/text/phone-phrase.ts';
import { latestCounted } from '../../utils/core/trend/counted-sessions.ts';
import type { PageContext } from '../page-context.ts';
import { EXPORT_KINDS, type ExportKind } from '../page-state.ts';
import { button, buttonRow, failureLines, field, line, quietLine, selectableText } from '../widgets.ts';

const IMPORT_HINT = '{"format":"iliacus-log", …';

/** What fits on a sheet of paper in a fixed-width font. */
const PHYSIO_COLUMNS = 80;

/** Spreadsheets of countries with a decimal comma expect semicolons. */
const SEPARATORS: Readonly<Record<Locale, Separator>> = {
  'en-US': ',',
  'de-DE': ';',
  'es-ES': ';',
  'zh-CN': ',',
};

export function exportSection(context: PageContext): readonly Child[] {
  const { exportKind } = context.state;
  const buttons = EXPORT_KINDS.map((kind) =>
    button(
      context,
      phrase(`export.${kind}`),
      () => context.updateState({ exportKind: kind === exportKind ? '' : kind, exportPart: 0 }),
      kind === exportKind ? 'main' : 'plain',
    ),
  );
  return [
    quietLine(context, phrase('export.how')),
    buttonRow(buttons),
    ...(exportKind === '' ? [] : exportView(context, exportKind)),
    ...importView(context),
  ];
}

function exportView(context: PageContext, kind: ExportKind): readonly Child[] {
  switch (kind) {
    case 'physio': {
      const lines = physioPage(latestCounted(context.latest.sessions, context.nowMs));
      if (lines.length === 0) return [line(context, phrase('phone.empty'))];
      const text = wrapLines(lines.map(context.translate), PHYSIO_COLUMNS);
      return [selectableText(context, phrase('export.physio'), text)];
    }
    case 'reports':
      return [selectableText(context, phrase('export.reports'), reportsText(context))];
    case 'csv':
      return partView(context, ({ sessions }) => csvOf(sessions, SEPARATORS[context.locale]));
    case 'json':
      return partView(context, ({ frames }) => jsonOf(frames));
  }
}

/** The part of the log that is open, with buttons to the parts beside it. */
function partView(context: PageContext, textOf: (content: PartContent) => string): readonly Child[] {
  const parts = exportParts(context.texts.keys);
  if (parts.length === 0) return [line(context, phrase('phone.empty'))];
  const at = Math.min(context.state.exportPart, parts.length - 1);
  const content = readPart(context.texts, parts, at);
  const open = (exportPart: number) => () => context.updateState({ exportPart });
  const turns: Child[] = [];
  if (at > 0) turns.push(button(context, phrase('export.back'), open(at - 1)));
  if (at < parts.length - 1) turns.push(button(context, phrase('export.on'), open(at + 1), 'main'));
  const label = phrase('export.part', at + 1, parts.length, content.frames.length);
  return [
    ...content.damaged.map((place) => line(context, phrase('phone.damaged', place))),
    selectableText(context, label, textOf(content)),
    buttonRow(turns),
  ];
}

function reportsText(context: PageContext): string {
  const { read } = context.texts;
  const entries = storedReports(Object.fromEntries(RING_KEYS.map((key) => [key, read(key)])));
  if (entries.length === 0) return context.translate(phrase('export.no-reports'));
  return entries
    .map(
      ({ at, where, sentence, protection }) => `${secondText(at, 0)}Z ${where}: ${sentence} (${protection})`,
    )
    .join('\n');
}

function importView(context: PageContext): readonly Child[] {
  const input = TextInput({
    label: context.translate(phrase('import.label')),
    placeholder: IMPORT_HINT,
    multiline: true,
    rows: 3,
    value: '',
    onChange: (text) => importText(context, text),
  });
  return [field(input), ...importLines(context)];
}

/** What became of the last import; nothing where there was none. */
function importLines(context: PageContext): readonly Child[] {
  const { read } = context.texts;
  const fault = storedFault(context.state.importFault);
  if (fault !== null) return [line(context, phrase('import.fault', fault))];
  if (read(commandKey({ kind: 'import' })) || read(commandKey({ kind: 'restore' }))) {
    return [line(context, phrase('import.waiting'))];
  }
  const failed = failureLines(context, { kind: 'import' }).concat(failureLines(context, { kind: 'restore' }));
  const result = parseImportResult(read(IMPORT_RESULT_KEY));
  return result === null ? failed : failed.concat(resultLines(context, result));
}

function resultLines(context: PageContext, { added, known, lost, reasons }: ImportResult): Child[] {
  const lines = [line(context, phrase('import.done', added, known, lost))];
  const why = IMPORT_REASONS.filter((reason) => reasons[reason]).map((reason) =>
    phrase(`import.reason.${reason}`, reasons[reason] ?? 0),
  );
  if (why.length > 0) lines.push(line(context, phrase('import.reasons', listed(why))));
  const { deleted = 0 } = reasons;
  if (deleted === 0) return lines;
  const restore = button(context, phrase('import.restore', deleted), () => context.post({ kind: 'restore' }));
  return [...lines, quietLine(context, phrase('import.deleted')), buttonRow([restore])];
}

function listed(phrases: readonly PhonePhrase[]): PhonePhrase {
  return phrases.reduce((all, one) => phrase('physio.list', all, one));
}

function importText(context: PageContext, text: string): void {
  if (text.trim() === '') return;
  const read = readImport(text);
  context.updateState({ importFault: read.ok ? '' : faultText(read.fault) });
  if (read.ok) context.post({ kind: 'import', text });
}
