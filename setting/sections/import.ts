/** Imports an exported log and shows the result. */
import { readImport } from '../../utils/core/export/read-import.ts';
import { commandKey } from '../../utils/core/sync/phone-commands.ts';
import {
  IMPORT_REASONS,
  IMPORT_RESULT_KEY,
  type ImportResult,
  parseImportResult,
} from '../../utils/core/sync/phone-keys.ts';
import { faultText, storedFault } from '../../utils/core/text/fault.ts';
import { type PhonePhrase, phrase } from '../../utils/core/text/phone-phrase.ts';
import type { PageContext } from '../page-context.ts';
import { button, buttonRow, failureLines, field, line, quietLine } from '../widgets.ts';

const IMPORT_HINT = '{"format":"iliacus-log", …';

export function importView(context: PageContext): readonly Child[] {
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

/** The result of the last import; nothing if there was none. */
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
