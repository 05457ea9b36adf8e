/** Anything that somebody writes into a definition is either refused with its place, or passes through every output as plain text. */
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../utils/core/export/csv.ts';
import { jsonOf } from '../../../utils/core/export/json.ts';
import { physioPage } from '../../../utils/core/export/physio.ts';
import { createActivityRequest } from '../../../utils/core/integrations/intervals.ts';
import { webhookRequest } from '../../../utils/core/integrations/webhook.ts';
import { encodeSession } from '../../../utils/core/log/encode.ts';
import { encodeFrame, SESSION } from '../../../utils/core/log/frame.ts';
import { makeRecord } from '../../../utils/core/log/make-record.ts';
import { readRecord } from '../../../utils/core/log/read-record.ts';
import { ownRoutineOf } from '../../../utils/core/preferences/own-routines.ts';
import { newWearer } from '../../../utils/core/preferences/preference-table.ts';
import type { RoutineDefinition } from '../../../utils/core/routine/definition.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import { routineOf } from '../../../utils/core/routine/own-routine.ts';
import { parseDefinition } from '../../../utils/core/routine/parse-definition.ts';
import { decodeRoutine, encodeRoutine } from '../../../utils/core/routine/routine-code.ts';
import { decodeSnapshot, encodeSnapshot } from '../../../utils/core/session/snapshot.ts';
import { startSession } from '../../../utils/core/session/transitions.ts';
import type { PhonePhrase } from '../../../utils/core/text/phone-phrase.ts';
import { sessionDial } from '../../../utils/core/view/session-view.ts';
import { summaryView } from '../../../utils/core/view/summary-view.ts';
import { usualStyle } from '../../support/cue-style.ts';
import { hipDefinition } from '../../support/definitions.ts';
import { MONDAY_MS } from '../../support/manual-clock.ts';
import { inLanguage } from '../../support/phrases.ts';
import { readCsv } from '../../support/read-csv.ts';
import { ratedSession, WATCH } from '../../support/stored-log.ts';

const REFUSED = [
  '<img src=x onerror=alert(1)>',
  '</script>',
  '=HYPERLINK("http://x")',
  '+1',
  '@SUM(A1)',
  "'quoted",
  '\u202egnp.exe',
  'a\u2066b',
  'line\nbreak',
  'a\u2028b',
  'bell\u0007',
  'escape\u001b[31m',
  'nul\u0000',
  'double  space',
  ' space',
  'half \ud83e',
  '\udd7c half',
  'joined\u200dletters',
  'x'.repeat(10_240),
];

describe.each(REFUSED.map((text) => [JSON.stringify(text.slice(0, 40)), text]))('%s', (_, text = '') => {
  const [step] = hipDefinition.steps;
  it.each([
    ['name', { ...hipDefinition, name: text }],
    ['author', { ...hipDefinition, author: text }],
    ['safety', { ...hipDefinition, safety: text }],
    ['source', { ...hipDefinition, source: text }],
    ['steps/0/name', { ...hipDefinition, steps: [{ ...step, name: text }] }],
    ['steps/0/instruction', { ...hipDefinition, steps: [{ ...step, instruction: text }] }],
  ])('is refused as %s, also in a code with a right checksum', (where, definition) => {
    expect(parseDefinition(definition)).toMatchObject({ ok: false, failure: { where } });
    const read = decodeRoutine(encodeRoutine(definition as RoutineDefinition));
    expect(read.ok).toBe(false);
  });
});

const TAKEN = [
  '🦵🏽🔥 leg',
  'كتف يمين',
  'ירך ימין',
  '{0} {1} {99}',
  'a,b;"c"|d\\n',
  '&lt;b&gt; & %00',
  '$(x) `y` \\u0041',
  '1-2',
  '007',
  'Dec 12',
  'hip-release',
  '__proto__',
  'constructor',
];

/** The record of a session of a routine whose names are all `text`. */
function lived(text: string) {
  const definition: RoutineDefinition = {
    ...hipDefinition,
    name: text,
    author: text,
    safety: text,
    source: text,
    steps: hipDefinition.steps.slice(0, 1).map((step) => ({ ...step, name: text, instruction: text })),
  };
  expect(decodeRoutine(encodeRoutine(definition))).toEqual({ ok: true, value: definition });
  const routine = routineOf(definition);
  const laidOut = layOutPlan(routine, newWearer);
  if (!laidOut.ok) throw new Error(laidOut.failure.what);
  const stored = decodeSnapshot(encodeSnapshot(startSession(laidOut.value, MONDAY_MS, 0, usualStyle)[0], 0));
  if (!stored.ok) throw new Error(stored.failure.what);
  const { state } = stored.value;
  const tries = [
    { slot: 0, seconds: 60, positionedS: 30, reached: 2, outcome: 'let-go', lateMs: 0 } as const,
  ];
  const frame = encodeFrame(SESSION, 1, encodeSession(makeRecord({ ...state, tries })));
  const read = readRecord(frame);
  if (!read.ok || read.value.kind !== 'session') throw new Error('no session');
  return { definition, routine, state, frame, record: read.value };
}

it.each(TAKEN)('%s is shown, logged and exported as it is', (text) => {
  const { definition, routine, state, frame, record } = lived(text);
  const nameOf = (id: string) => (id === routine.id ? text : undefined);
  expect(record.holds[0]?.step).toBe(text);
  const place = sessionDial(state, MONDAY_MS, 'crown').place;
  expect(place && inLanguage('en-US', place)).toBe(text);
  expect(
    summaryView(record)
      .lines.map((line) => inLanguage('en-US', line))
      .join('\n'),
  ).toContain(text);
  const session = ratedSession({ record });
  const row = readCsv(csvOf([session], ',', nameOf))[0];
  expect([row?.step, row?.routine, row?.routine_name].map((cell) => cell?.replace(/^'/, ''))).toEqual([
    text,
    routine.id,
    text,
  ]);
  expect(JSON.parse(jsonOf([{ install: WATCH, frame }], nameOf)).records[0]).toMatchObject({
    routineName: text,
    record: { routine: routine.id },
  });
  const outgoing = { install: WATCH, seq: 1, record, routineName: text };
  const hook = webhookRequest(outgoing, { address: 'https://x.example', secret: '' }, record.startedAtMs);
  expect(JSON.parse(hook.body ?? '')).toMatchObject({ routineName: text });
  const [activity] = JSON.parse(createActivityRequest(outgoing, 'https://x.example', 'k').body ?? '[]');
  expect(activity.name).toBe(`Iliacus: ${text}`);
  expect(activity.description).toContain(`${text}, left, spot 1 (ball): 60 s, let-go`);
  const keys = physioPage([session], [session], [ownRoutineOf(definition)]).flatMap(keysOf);
  expect(keys).toContain(`phone.routine.${routine.id}`);
  expect(keys).toContain(`phone.step.${text}`);
});

function keysOf({ key, values }: PhonePhrase): string[] {
  return [key, ...values.flatMap((value) => (typeof value === 'object' ? keysOf(value) : []))];
}

it('a session of a removed routine keeps its holds, and says that the routine was removed', () => {
  const { record } = lived('Wall sit');
  const activity = createActivityRequest({ install: WATCH, seq: 1, record }, 'https://x.example', 'k');
  const [{ name = '', description = '' }] = JSON.parse(activity.body ?? '[{}]');
  expect(name).toBe('Iliacus: a routine that is no longer here');
  expect(description).toContain('Wall sit, left, spot 1 (ball): 60 s, let-go');
});
