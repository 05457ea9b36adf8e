/**
 * The wearer's own routines: the stored ones, and the field to add one. The contents of a code are shown before it is added,
 * with a note that it is not ours.
 */
import { sentence } from '../../utils/core/base/result.ts';
import {
  formatPreferences,
  type PreferenceDocument,
  setPreference,
} from '../../utils/core/preferences/document.ts';
import {
  MOST_LETTERS,
  MOST_ROUTINES,
  roomForCodes,
  routineCodes,
  routinesRevision,
  withRoutineCodes,
} from '../../utils/core/preferences/own-routines.ts';
import { firstPreferences } from '../../utils/core/preferences/preference-table.ts';
import type { DefinitionStep, RoutineDefinition } from '../../utils/core/routine/definition.ts';
import { ownId } from '../../utils/core/routine/own-routine.ts';
import { HOLD_KITS } from '../../utils/core/routine/routine.ts';
import { decodeRoutine, encodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { dayText, localDay } from '../../utils/core/schedule/calendar.ts';
import { MAX_PREFERENCES_BYTES } from '../../utils/core/sync/message.ts';
import { type Checked, faultText, refuse, storedFault } from '../../utils/core/text/fault.ts';
import { type PhonePhrase, phrase } from '../../utils/core/text/phone-phrase.ts';
import { documentOnWatch, knownDocument } from '../known-document.ts';
import type { PageContext } from '../page-context.ts';
import { button, buttonRow, field, line, quietLine, strongLine } from '../widgets.ts';

export function routinesPart(context: PageContext): readonly Child[] {
  const isWaiting =
    routinesRevision(knownDocument(context.texts)) > routinesRevision(documentOnWatch(context.texts));
  return [
    strongLine(context, phrase('routines.title')),
    quietLine(context, phrase('routines.how', MOST_ROUTINES, MOST_LETTERS)),
    ...context.definitions.flatMap((definition) => ownRoutine(context, definition)),
    ...(isWaiting ? [quietLine(context, phrase('preferences.waiting'))] : []),
    ...wayIn(context),
  ];
}

function ownRoutine(context: PageContext, definition: RoutineDefinition): Child[] {
  const { name, author, version, reviewBy, safety } = definition;
  const id = ownId(definition);
  const today = dayText(localDay(context.nowMs, context.zoneOffsetMin));
  const review =
    reviewBy < today
      ? phrase('routines.overdue', reviewBy)
      : phrase('routines.version', String(version), reviewBy);
  const ask = (routineAsked: string) => () => context.updateState({ routineAsked });
  const lines = [line(context, phrase('routines.mine', name, author)), quietLine(context, review)];
  if (safety !== '') lines.push(quietLine(context, phrase('routines.safety', safety)));
  if (context.state.routineAsked !== id)
    return [...lines, buttonRow([button(context, phrase('routines.remove', name), ask(id))])];
  const keep = button(context, phrase('routines.keep'), ask(''), 'main');
  const remove = button(context, phrase('routines.removed-now'), () => removeRoutine(context, id), 'danger');
  return [...lines, strongLine(context, phrase('routines.sure', name)), buttonRow([keep, remove])];
}

function removeRoutine(context: PageContext, id: string): void {
  context.updateState({ routineAsked: '' });
  const document = knownDocument(context.texts);
  const codes = routineCodes(document).filter((code) => idIn(code) !== id);
  const without = withRoutineCodes(document, codes);
  const isChosen = document.fields.routine?.value === id;
  const changed = isChosen ? setPreference(without, 'routine', firstPreferences.routine, 'phone') : null;
  post(context, changed?.ok ? changed.value : without);
}

/** The field for a code, then what is wrong with it, or its contents. */
function wayIn(context: PageContext): readonly Child[] {
  const input = TextInput({
    label: context.translate(phrase('routines.paste')),
    placeholder: 'iliacus1-…',
    multiline: true,
    rows: 3,
    value: '',
    onChange: (text) => take(context, text),
  });
  const fault = storedFault(context.state.routineFault);
  if (fault !== null) return [field(input), line(context, phrase('routines.fault', fault))];
  const read = decodeRoutine(context.state.routineCode);
  return read.ok ? [field(input), ...preview(context, read.value)] : [field(input)];
}

function take(context: PageContext, text: string): void {
  if (text.trim() === '') return;
  const taken = codesWith(knownDocument(context.texts), text);
  context.updateState(
    taken.ok
      ? { routineCode: taken.value.code, routineFault: '' }
      : { routineCode: '', routineFault: faultText(taken.fault) },
  );
}

interface Taken {
  readonly code: string;
  /** All codes with this one added, replacing a lower version. */
  readonly document: PreferenceDocument;
}

/** The document with the routine that is in a text, or why it cannot be added. */
function codesWith(document: PreferenceDocument, text: string): Checked<Taken> {
  const read = decodeRoutine(text);
  if (!read.ok) {
    const [, kind] = /^code\/(none|newer|cut|changed)$/.exec(read.failure.where) ?? [];
    return kind === undefined
      ? refuse('routines.fault.refused', sentence(read.failure))
      : refuse(`routines.fault.${kind}` as 'routines.fault.none');
  }
  const codes = routineCodes(document);
  const at = codes.findIndex((code) => idIn(code) === ownId(read.value));
  const before = decodeRoutine(codes[at] ?? '');
  if (before.ok && before.value.version >= read.value.version)
    return refuse('routines.fault.older', String(read.value.version), String(before.value.version));
  const code = encodeRoutine(read.value);
  const all = at < 0 ? [...codes, code] : codes.map((other, place) => (place === at ? code : other));
  if (all.length > MOST_ROUTINES) return refuse('routines.fault.full');
  const letters = all.join('').length;
  const room = roomForCodes(document, all.length, MAX_PREFERENCES_BYTES);
  if (letters > room) return refuse('routines.fault.room', String(room), String(letters));
  return { ok: true, value: { code, document: withRoutineCodes(document, all) } };
}

function idIn(code: string): string {
  const read = decodeRoutine(code);
  return read.ok ? ownId(read.value) : '';
}

/** The full contents of a code, and the choice to add it. */
function preview(context: PageContext, definition: RoutineDefinition): Child[] {
  const { name, author, version, reviewBy, safety, source, steps, linger, rest } = definition;
  const days = ({ earliestDays, latestDays }: (typeof rest)['sore']): PhonePhrase =>
    phrase('physio.rest.days', earliestDays, latestDays);
  const before = context.definitions.find((one) => ownId(one) === ownId(definition));
  const close = (): void => context.updateState({ routineCode: '' });
  const add = (): void => {
    const taken = codesWith(knownDocument(context.texts), context.state.routineCode);
    context.updateState({ routineCode: '', routineFault: taken.ok ? '' : faultText(taken.fault) });
    if (taken.ok) post(context, taken.value.document);
  };
  return [
    quietLine(context, phrase('routines.preview')),
    strongLine(context, phrase('routines.mine', name, author)),
    quietLine(context, phrase('routines.version', String(version), reviewBy)),
    ...steps.flatMap((step, at) => stepLines(context, step, at + 1)),
    line(context, phrase('routines.linger', linger.usualS)),
    line(
      context,
      phrase('physio.rest.rule', name, days(rest.sore), days(rest.active), days(rest.maintenance)),
    ),
    line(context, safety === '' ? phrase('routines.no-safety') : phrase('routines.safety', safety)),
    line(context, source === '' ? phrase('routines.no-source') : phrase('routines.source', source)),
    ...(before === undefined ? [] : [line(context, phrase('routines.replaces', String(before.version)))]),
    strongLine(context, phrase('routines.not-ours', author)),
    buttonRow([
      button(context, phrase('routines.add'), add, 'main'),
      button(context, phrase('routines.leave'), close),
    ]),
  ];
}

function stepLines(context: PageContext, step: DefinitionStep, number: number): Child[] {
  const lines = [phrase('plain', step.instruction)].filter(() => step.instruction !== '');
  if (step.kind === 'march') lines.push(phrase('routines.march', step.lifts, step.beatS));
  else {
    const { doses, only, spots } = step;
    for (const kit of HOLD_KITS) {
      const cues = doses[kit] ?? [];
      const least = cues[cues.length - 1];
      if (least === undefined) continue;
      lines.push(phrase('routines.hold', phrase(`kit.${kit}`), least.atS));
      for (const { atS } of cues.slice(0, -1)) lines.push(phrase('routines.check', atS));
    }
    lines.push(phrase('routines.spots', spots.sore, spots.active, spots.maintenance));
    if (only !== undefined) lines.push(phrase(`sides.${only}`));
  }
  const title = line(context, phrase('plain', `${number}. ${step.name}`));
  return [title, ...lines.map((text) => quietLine(context, text))];
}

function post(context: PageContext, document: PreferenceDocument): void {
  context.post({ kind: 'preferences', text: formatPreferences(document) });
}
