/** Deliberate one-line faults in what the wearer's own routines need: the parser, the code, the editor, the phone and the watch. */
import type { Faults } from './mutant-list.ts';

export const OWN_ROUTINE_FAULTS: Faults = {
  'utils/core/routine/parse-definition.ts': [
    ['own: two steps have one name', '.name === step.name) < at)', '.name === step.name) < 0)'],
    ['own: a hold can be done with the hook alone', "kits.join() === 'hook'", "kits.join() === 'band'"],
    ['own: the linger lies outside what can be chosen', 'usualS >= leastS && usualS <= mostS', 'usualS > 0'],
    [
      'own: the limit of spots hides a session that is too long',
      '{ ...definition, mostSpots: {} }',
      'definition',
    ],
    ['own: a cue of the built-in routines is taken', 'if (press >= 0)', 'if (press > 9)'],
  ],
  'utils/core/routine/read-routine-code.ts': [
    ['own: no CRC of codes', 'crc32(bytes, 0, body) !== u32At(bytes, body)', 'false'],
    [
      'own: the sides of a step are read the wrong way round',
      "'left', 'right'] as const",
      "'right', 'left'] as const",
    ],
  ],
  'utils/core/routine/routine-code.ts': [
    ['own: only the first mention of a code is looked at', 'if (read.ok) return read;', 'return read;'],
    ['own: an em dash is one hyphen', "'--'", "'-'"],
    ['own: a code is written without its last question', 'put(cues.length - 1);', 'put(cues.length);'],
  ],
  'utils/core/routine/own-routine.ts': [
    ['own: routines of two authors are one', '{author}`;', '{name}`;'],
    ['own: a wide line is as long as a narrow one', '? 2 : 1', '? 1 : 1'],
  ],
  'utils/core/routine/prescribed.ts': [
    ['own: whoever has no band gets no repetitions', '  band: true,\n', ''],
    ['own: a prescribed rest becomes shorter', 'Math.max(0, placeS)', 'placeS'],
    ['own: a prescription for the other side cannot be done', 'isAnyLeft ? sides : BOTH_SIDES', 'sides'],
  ],
  'utils/core/routine/plan.ts': [
    ['own: another try begins at once', 'leastS = Math.min(leastS, slot.findS);', ''],
  ],
  'utils/core/view/options-view.ts': [
    ['own: a tap changes what is prescribed', 'if (isPrescribed(context.routine, name)) return {};', ''],
  ],
  'utils/run/own-routines.ts': [
    ['own: a new line about safety counts as read', ' && safety === one.safety', ''],
    ['own: a line about safety is never to be read', 'own !== undefined && !own.safetyRead', 'false'],
  ],
  'utils/run/apply-preferences.ts': [
    [
      'own: a removed routine stays chosen',
      'isGone ? firstPreferences.routine : preferences.routine',
      'preferences.routine',
    ],
  ],
  'utils/run/make-next-plan.ts': [
    [
      'own: a linger that the routine does not allow leaves no plan',
      "if (typeof lingerS !== 'number' || !isOwnId(id))",
      "if (typeof lingerS !== 'string' || !isOwnId(id))",
    ],
  ],
  'setting/sections/routines.ts': [
    [
      'own: the same version replaces itself',
      'version >= read.value.version',
      'version > read.value.version',
    ],
    [
      'own: a removed routine stays chosen on the phone',
      'isChosen ? setPreference(',
      'false ? setPreference(',
    ],
    ['own: codes for which there is no room are sent', 'if (letters > room)', 'if (letters > 9 * room)'],
    ['own: six routines', 'all.length > MOST_ROUTINES', 'all.length > 2 * MOST_ROUTINES'],
  ],
  'tools/routine-editor/faults.ts': [
    [
      'own: cues that are too close are told at the steps',
      "what.includes('closer')",
      "what.includes('nearer')",
    ],
  ],
  'tools/routine-editor/timeline.ts': [
    [
      'own: the timeline ends each hold at its minimum',
      'if (!lingers(before) && lingers(state)) minimumS = atS;',
      '',
    ],
  ],
};

export const OWN_ROUTINE_TESTS = [
  'test/core/routine',
  'test/core/preferences/own-routines.test.ts',
  'test/core/view/own-routine-view.test.ts',
  'test/run/own-routines.test.ts',
  'test/setting/routines.test.ts',
  'test/tools/routine-editor',
];
