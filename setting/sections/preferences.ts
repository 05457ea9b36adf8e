/** Every preference as a list. A change is posted as a whole document; until the watch has it, a line below the list says so. */
import {
  formatPreferences,
  type ParsedPreferences,
  type PreferenceDocument,
  parsePreferences,
  revisionOf,
  setPreference,
} from '../../utils/core/preferences/document.ts';
import { nameIn, ownRoutineOf } from '../../utils/core/preferences/own-routines.ts';
import { type PreferenceControl, preferenceControls } from '../../utils/core/preferences/preference-rows.ts';
import type { PreferenceName, Preferences } from '../../utils/core/preferences/preference-table.ts';
import { preferenceNames, preferenceOf } from '../../utils/core/preferences/preferences.ts';
import type { RoutineDefinition } from '../../utils/core/routine/definition.ts';
import { findRoutine } from '../../utils/core/routine/find-routine.ts';
import { ownId } from '../../utils/core/routine/own-routine.ts';
import { isPrescribed } from '../../utils/core/routine/prescribed.ts';
import type { PhoneKey } from '../../utils/core/text/phone-en.ts';
import { type PhonePhrase, phrase } from '../../utils/core/text/phone-phrase.ts';
import { documentOnWatch, knownDocument } from '../known-document.ts';
import type { PageContext } from '../page-context.ts';
import { failureLines, field, line, quietLine, strongLine } from '../widgets.ts';
import { routinesPart } from './routines.ts';

/** The groups of preferences. Those in no group are for experts. */
const GROUPS: readonly (readonly [title: PhoneKey, names: readonly PreferenceName[]])[] = [
  ['preferences.group.session', ['routine', 'stage', 'sides', 'spots', 'kit', 'band', 'lingerS']],
  ['preferences.group.cues', ['strength']],
  ['preferences.group.reminders', ['reminder', 'morningQuestion']],
];

export function preferencesSection(context: PageContext): readonly Child[] {
  const mine = known(context);
  return [
    quietLine(context, phrase('preferences.how')),
    ...failureLines(context, { kind: 'preferences' }),
    ...GROUPS.flatMap(([title, names]) => [
      strongLine(context, phrase(title)),
      ...names.flatMap((name) => preferenceParts(context, name, mine)),
    ]),
    ...mine.faults.map((fault) => line(context, faultPhrase(fault))),
    ...routinesPart(context),
  ];
}

/** The preferences that are in no group. */
export function rarePreferences(context: PageContext): readonly Child[] {
  const mine = known(context);
  return preferenceNames
    .filter((name) => !GROUPS.some(([, names]) => names.indexOf(name) >= 0))
    .flatMap((name) => preferenceParts(context, name, mine));
}

/** The lists of a preference: one, or one for each side. */
function preferenceParts(context: PageContext, name: PreferenceName, mine: ParsedPreferences): Child[] {
  const onWatch = documentOnWatch(context.texts);
  return preferenceControls
    .filter((control) => control.name === name)
    .flatMap((control) => controlParts(context, withOwn(control, context.definitions), mine, onWatch));
}

/** The control of the routine with the wearer's own routines added; any other control unchanged. */
function withOwn(one: PreferenceControl, own: readonly RoutineDefinition[]): PreferenceControl {
  if (one.name !== 'routine') return one;
  const { control } = one;
  return {
    name: one.name,
    control: {
      ...control,
      phoneSteps: control.phoneSteps.concat(own.map(ownId)),
      phoneWord(step, routine) {
        const name = nameIn(own, String(step));
        return name === undefined ? control.phoneWord(step, routine) : phrase('plain', name);
      },
    },
  };
}

/** Which preference could not be used. The core's sentence begins with its stored name. */
function faultPhrase(fault: string): PhonePhrase {
  const [, key = ''] = /^preferences\/(\w+)/.exec(fault) ?? [];
  const name = preferenceOf(key);
  const control = preferenceControls.find((one) => one.name === name);
  return control === undefined
    ? phrase('preferences.faults')
    : phrase('preferences.fault', control.control.phoneLabel);
}

/** The phone's current document, with its preferences checked as the watch will check them. */
function known(context: PageContext): ParsedPreferences {
  const document = knownDocument(context.texts);
  // `setPreference` returns the same object if nothing changes, so this object is the one to compare with.
  return { ...parsePreferences(formatPreferences(document)), document };
}

function controlParts(
  context: PageContext,
  { name, control }: PreferenceControl,
  { document, preferences }: ParsedPreferences,
  onWatch: PreferenceDocument,
): Child[] {
  const routine = findRoutine(preferences.routine, context.definitions.map(ownRoutineOf));
  const select = Select({
    label: context.translate(control.phoneLabel),
    options: control.phoneSteps.map((step) => ({
      name: context.translate(control.phoneWord(step, routine)),
      value: JSON.stringify(step),
    })),
    value: JSON.stringify(control.stepOf(preferences[name])),
    onChange: (text) => {
      const step = control.phoneSteps.find((one) => JSON.stringify(one) === text);
      if (step === undefined) return;
      // Read again: a change just before may not have been drawn yet, and must not be taken back.
      const now = known(context);
      const value = control.withStep(now.preferences[name], step) as Preferences[PreferenceName];
      const changed = setPreference(now.document, name, value, 'phone');
      if (changed.ok && changed.value !== now.document) {
        context.post({ kind: 'preferences', text: formatPreferences(changed.value) });
      }
    },
  });
  const isWaiting = revisionOf(document, name) > revisionOf(onWatch, name);
  return [
    field(select),
    ...(isPrescribed(routine, name) ? [quietLine(context, phrase('preferences.prescribed'))] : []),
    ...(isWaiting ? [quietLine(context, phrase('preferences.waiting'))] : []),
  ];
}
