/** Every preference as a list. A change is posted as a whole document; until the watch has it, a line below the list says so. */
import {
  emptyDocument,
  formatPreferences,
  mergePreferences,
  type ParsedPreferences,
  type PreferenceDocument,
  parsePreferences,
  revisionOf,
  setPreference,
} from '../../utils/core/preferences/document.ts';
import { type PreferenceControl, preferenceControls } from '../../utils/core/preferences/preference-rows.ts';
import type { PreferenceName, Preferences } from '../../utils/core/preferences/preference-table.ts';
import { findRoutine } from '../../utils/core/routine/find-routine.ts';
import { commandKey, parseCommand } from '../../utils/core/sync/phone-commands.ts';
import { PREFERENCES_KEY, WATCH_PREFERENCES_KEY } from '../../utils/core/sync/phone-keys.ts';
import { phrase } from '../../utils/core/text/phone-phrase.ts';
import type { PageContext } from '../page-context.ts';
import { field, line, quietLine } from '../widgets.ts';

const COMMAND_KEY = commandKey({ kind: 'preferences' });

export function preferencesSection(context: PageContext): readonly Child[] {
  const mine = known(context);
  const onWatch = documentAt(context, WATCH_PREFERENCES_KEY);
  return [
    quietLine(context, phrase('preferences.how')),
    ...preferenceControls.flatMap((control) => controlParts(context, control, mine, onWatch)),
    ...mine.faults.map((fault) => line(context, phrase('preferences.fault', fault))),
  ];
}

/** The phone's document at this moment, with its preferences checked as the watch will check them. */
function known(context: PageContext): ParsedPreferences {
  const document = knownDocument(context);
  // `setPreference` returns the same object where nothing changes, so this object is the one to compare with.
  return { ...parsePreferences(formatPreferences(document)), document };
}

/** The document that the service keeps, merged with the one that waits for the service. */
function knownDocument(context: PageContext): PreferenceDocument {
  const kept = documentAt(context, PREFERENCES_KEY);
  const waiting = context.texts.read(COMMAND_KEY);
  const command = waiting ? parseCommand(COMMAND_KEY, waiting) : null;
  if (command === null || !command.ok || command.value.kind !== 'preferences') return kept;
  return mergePreferences(kept, parsePreferences(command.value.text).document);
}

function documentAt(context: PageContext, key: string): PreferenceDocument {
  const text = context.texts.read(key);
  return text ? parsePreferences(text).document : emptyDocument;
}

function controlParts(
  context: PageContext,
  { name, control }: PreferenceControl,
  { document, preferences }: ParsedPreferences,
  onWatch: PreferenceDocument,
): Child[] {
  const routine = findRoutine(preferences.routine);
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
      // Read anew: a change just before may not have been drawn yet, and must not be taken back.
      const now = known(context);
      const value = control.withStep(now.preferences[name], step) as Preferences[PreferenceName];
      const changed = setPreference(now.document, name, value, 'phone');
      if (changed.ok && changed.value !== now.document) {
        context.post({ kind: 'preferences', text: formatPreferences(changed.value) });
      }
    },
  });
  const isWaiting = revisionOf(document, name) > revisionOf(onWatch, name);
  return isWaiting ? [field(select), quietLine(context, phrase('preferences.waiting'))] : [field(select)];
}
