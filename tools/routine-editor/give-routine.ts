/** Gives a routine to the simulated watch as a wearer does: its code is pasted on the phone, added there, and chosen. */
import type { Session } from 'zepp-watch-simulator/embedded';
import type { RoutineDefinition } from '../../utils/core/routine/definition.ts';
import { ownId } from '../../utils/core/routine/own-routine.ts';
import { encodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { type Locale, phoneTexts } from '../../utils/core/text/catalogues.ts';

/**
 * Starts watch and phone anew in a language, and plays what the wearer does until the watch's home page has the routine.
 * @returns what could not be done, or null
 */
export function giveRoutine(
  session: Session,
  definition: RoutineDefinition,
  locale: Locale,
): Promise<string | null> {
  return session.play(scriptFor(definition, locale));
}

/** The wearer's steps as a script of the simulator. */
function scriptFor(definition: RoutineDefinition, locale: Locale): string {
  const texts = phoneTexts[locale];
  const argument = (value: string): string => JSON.stringify(JSON.stringify(value));
  const used = (kind: string, label: string, rest: string): readonly string[] => [
    `setting ${kind} ${JSON.stringify(label)} ${rest}`,
    'wait 500ms',
  ];
  return [
    `locale watch ${locale}`,
    `locale phone ${locale}`,
    'settings-open',
    'wait 500ms',
    ...used('TextInput', texts['routines.paste'], `onChange ${argument(encodeRoutine(definition))}`),
    ...used('Button', texts['routines.add'], 'onClick'),
    ...used(
      'Select',
      texts['preferences.routine'],
      `onChange ${argument(JSON.stringify(ownId(definition)))}`,
    ),
    'launch',
    'wait 5s',
    `expect text ${JSON.stringify(definition.name)}`,
  ].join('\n');
}
