/** Every choice of the wearer. A change is posted as a whole document; until the watch has it, the field says so. */
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
import type { PreferenceName, Preferences } from '../../utils/core/preferences/preferences.ts';
import { findRoutine } from '../../utils/core/routine/find-routine.ts';
import { commandKey, parseCommand } from '../../utils/core/sync/phone-commands.ts';
import { PREFERENCES_KEY, WATCH_PREFERENCES_KEY } from '../../utils/core/sync/phone-keys.ts';
import { type PhonePhrase, phrase } from '../../utils/core/text/phone-phrase.ts';
import type { PageContext } from '../page-context.ts';
import { field, line, quietLine } from '../widgets.ts';
import { type Choice, choicesFor } from './preference-choices.ts';

const COMMAND_KEY = commandKey({ kind: 'preferences' });

export function preferencesSection(context: PageContext): readonly Child[] {
  const { document, preferences, faults } = known(context);
  const confirmed = documentAt(context, WATCH_PREFERENCES_KEY);
  return [
    quietLine(context, phrase('preferences.how')),
    ...choicesFor(findRoutine(preferences.routine)).reduce<Child[]>(
      (all, choice) => all.concat(choiceParts(context, choice, document, preferences, confirmed)),
      [],
    ),
    ...faults.map((fault) => line(context, phrase('preferences.fault', fault))),
  ];
}

/** What the phone knows at this moment, checked as the watch will check it. */
function known(context: PageContext): ParsedPreferences {
  const document = knownDocument(context);
  // A document that is read anew is another object: whether a change is one is told by this one.
  return { ...parsePreferences(formatPreferences(document)), document };
}

/** Its document, with what waits to be taken over by the service. */
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

function choiceParts(
  context: PageContext,
  choice: Choice,
  document: PreferenceDocument,
  preferences: Preferences,
  confirmed: PreferenceDocument,
): Child[] {
  const select = Select({
    label: context.translate(choice.label),
    options: choice.options.map(({ name, value }) => ({ name: context.translate(name), value })),
    value: choice.read(preferences),
    onChange: (text) => {
      // Read anew: a change just before may not have been drawn yet, and is not to be taken back.
      const now = known(context);
      const changed = choice.write(now.preferences, text);
      if (changed === null) return;
      const set = setPreference(now.document, changed.name, changed.value, 'phone');
      if (set.ok && set.value !== now.document) {
        context.post({ kind: 'preferences', text: formatPreferences(set.value) });
      }
    },
  });
  const waiting: PhonePhrase[] = isWaiting(choice.name, document, confirmed)
    ? [phrase('preferences.waiting')]
    : [];
  return [field(select), ...waiting.map((phrase) => quietLine(context, phrase))];
}

function isWaiting(name: PreferenceName, mine: PreferenceDocument, watch: PreferenceDocument): boolean {
  return revisionOf(mine, name) > revisionOf(watch, name);
}
