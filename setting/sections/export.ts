/** The log as text to copy, in parts if it is long. */
import { csvOf } from '../../utils/core/export/csv.ts';
import { exportParts, type PartContent, readPart } from '../../utils/core/export/export-parts.ts';
import { jsonOf } from '../../utils/core/export/json.ts';
import { physioPage } from '../../utils/core/export/physio.ts';
import { wrapLines } from '../../utils/core/export/wrap.ts';
import { nameIn, ownRoutineOf } from '../../utils/core/preferences/own-routines.ts';
import { phrase } from '../../utils/core/text/phone-phrase.ts';
import { latestCounted } from '../../utils/core/trend/counted-sessions.ts';
import { trendSeries } from '../../utils/core/trend/trend-series.ts';
import { chosenRoutine } from '../chosen.ts';
import type { PageContext } from '../page-context.ts';
import { EXPORT_KINDS, type ExportKind } from '../page-state.ts';
import { button, buttonRow, line, quietLine, selectableText } from '../widgets.ts';

/** The columns that fit on a sheet of paper in a fixed-width font. */
const PHYSIO_COLUMNS = 80;

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
  ];
}

function exportView(context: PageContext, kind: ExportKind): readonly Child[] {
  switch (kind) {
    case 'physio': {
      const { texts, latest, nowMs } = context;
      const series = trendSeries(texts, latest.sessions, chosenRoutine(context), nowMs);
      const lines = physioPage(
        latestCounted(latest.sessions, nowMs),
        series,
        context.definitions.map(ownRoutineOf),
      );
      if (lines.length === 0) return [line(context, phrase('phone.noSessions'))];
      const text = wrapLines(lines.map(context.translate), PHYSIO_COLUMNS);
      return [selectableText(context, phrase('export.physio'), text)];
    }
    case 'csv':
      return partView(context, ({ sessions }) =>
        csvOf(sessions, context.isDecimalComma ? ';' : ',', (id) => nameIn(context.definitions, id)),
      );
    case 'json':
      return partView(context, ({ frames }) => jsonOf(frames, (id) => nameIn(context.definitions, id)));
  }
}

/** The open part of the log, with buttons to the previous and the next part. */
function partView(context: PageContext, textOf: (content: PartContent) => string): readonly Child[] {
  const parts = exportParts(context.texts.keys);
  if (parts.length === 0) return [line(context, phrase('phone.noSessions'))];
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
