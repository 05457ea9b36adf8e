/** The log as text to copy, a part at a time where it is long, and the way back in. */

import { sentence } from '../../utils/core/base/result.ts';
import { csvOf } from '../../utils/core/export/csv.ts';
import { exportParts, type PartContent, readPart } from '../../utils/core/export/export-parts.ts';
import { jsonOf, parseJson } from '../../utils/core/export/json.ts';
import { physioPage } from '../../utils/core/export/physio.ts';
import { RING_KEYS, storedReports } from '../../utils/core/ring-entries.ts';
import { secondText } from '../../utils/core/schedule/date-text.ts';
import { IMPORT_RESULT_KEY, parseImportResult } from '../../utils/core/sync/import-result.ts';
import { say } from '../../utils/core/text/phone-phrase.ts';
import type { PageContext } from '../page-context.ts';
import type { ExportKind } from '../page-state.ts';
import { buttonPart, fieldPart, linePart, quietPart, rowPart, selectablePart } from '../widgets.ts';

const IMPORT_HINT = '{"format":"iliacus-log", …';

const KINDS: readonly ExportKind[] = ['csv', 'json', 'physio', 'reports'];

export function exportSection(context: PageContext): readonly Child[] {
  const { exportKind } = context.state;
  const buttons = KINDS.map((kind) =>
    buttonPart(
      context,
      say(`export.${kind}`),
      () => context.turn({ exportKind: kind === exportKind ? '' : kind, exportPart: 0 }),
      kind === exportKind,
    ),
  );
  return [
    quietPart(context, say('export.how')),
    rowPart(buttons),
    ...(exportKind === '' ? [] : shown(context, exportKind)),
    ...importParts(context),
  ];
}

function shown(context: PageContext, kind: ExportKind): readonly Child[] {
  switch (kind) {
    case 'physio': {
      const lines = physioPage(context.latest.sessions);
      if (lines.length === 0) return [linePart(context, say('phone.empty'))];
      return [selectablePart(context, say('export.physio'), lines.map(context.say).join('\n'))];
    }
    case 'reports':
      return [selectablePart(context, say('export.reports'), reportsText(context))];
    case 'csv':
      return partOf(context, ({ sessions }) => csvOf(sessions));
    case 'json':
      return partOf(context, ({ frames }) => jsonOf(frames));
  }
}

function partOf(context: PageContext, textOf: (content: PartContent) => string): readonly Child[] {
  const parts = exportParts(context.texts.keys);
  if (parts.length === 0) return [linePart(context, say('phone.empty'))];
  const at = Math.min(context.state.exportPart, parts.length - 1);
  const content = readPart(context.texts, parts, at);
  const turnTo =
    (part: number): (() => void) =>
    () =>
      context.turn({ exportPart: part });
  const turns: Child[] = [];
  if (at > 0) turns.push(buttonPart(context, say('export.back'), turnTo(at - 1)));
  if (at < parts.length - 1) turns.push(buttonPart(context, say('export.on'), turnTo(at + 1), true));
  const label = say('export.part', at + 1, parts.length, content.frames.length);
  return [
    ...content.damaged.map((line) => linePart(context, say('phone.damaged', line))),
    selectablePart(context, label, textOf(content)),
    rowPart(turns),
  ];
}

function reportsText(context: PageContext): string {
  const { read } = context.texts;
  const entries = storedReports(Object.fromEntries(RING_KEYS.map((key) => [key, read(key)])));
  if (entries.length === 0) return context.say(say('export.no-reports'));
  return entries
    .map(
      ({ at, where, sentence, protection }) => `${secondText(at, 0)}Z ${where}: ${sentence} (${protection})`,
    )
    .join('\n');
}

function importParts(context: PageContext): readonly Child[] {
  const { importFault } = context.state;
  const field = TextInput({
    label: context.say(say('import.label')),
    placeholder: IMPORT_HINT,
    multiline: true,
    rows: 3,
    value: '',
    onChange: (text) => take(context, text),
  });
  const result = parseImportResult(context.texts.read(IMPORT_RESULT_KEY));
  const lines: Child[] = [];
  if (importFault !== '') lines.push(linePart(context, say('import.fault', importFault)));
  else if (context.texts.read('cmd:import')) lines.push(linePart(context, say('import.waiting')));
  else if (result !== null) {
    lines.push(linePart(context, say('import.done', result.added, result.known, result.lost)));
  }
  return [fieldPart(field), ...lines];
}

function take(context: PageContext, text: string): void {
  if (text.trim() === '') return;
  const parsed = parseJson(text);
  context.turn({ importFault: parsed.ok ? '' : sentence(parsed.failure) });
  if (parsed.ok) context.post({ kind: 'import', text });
}
