/** What home says before a session, and the summary after it, as a wearer reads it in English. */
import { expect, it } from 'vitest';
import { plainHold as hold } from '../../../tools/shared/plain-record.ts';
import { makeRecord } from '../../../utils/core/log/make-record.ts';
import type { HoldRecord, SessionRecord } from '../../../utils/core/log/record.ts';
import type { PlanPreferences } from '../../../utils/core/preferences/preference-table.ts';
import { defaultRoutine } from '../../../utils/core/routine/default-routine.ts';
import { planSummaryOf } from '../../../utils/core/routine/plan-summary.ts';
import { fill, type Phrase } from '../../../utils/core/text/phrase.ts';
import { watchEn } from '../../../utils/core/text/watch-en.ts';
import { homeView } from '../../../utils/core/view/home-view.ts';
import { summaryView } from '../../../utils/core/view/summary-view.ts';
import { planPreferencesWith, planWith, START_MS } from '../../support/arbitraries.ts';
import { recordWith } from '../../support/records.ts';
import { startWalk } from '../session/walk.ts';

function inEnglish({ key, values }: Phrase): string {
  return fill(
    watchEn[key],
    values.map((value) => (typeof value === 'object' ? inEnglish(value) : value)),
  );
}

function home(over: Partial<PlanPreferences>): readonly string[] {
  const view = homeView(planSummaryOf(planWith(over), planPreferencesWith(over), defaultRoutine));
  return [view.sides, ...view.amounts, ...(view.note === null ? [] : [view.note])].map(inEnglish);
}

it.each<[string, Partial<PlanPreferences>, readonly string[]]>([
  ['both hips, with every step', {}, ['Both hips', '4 spots', 'march', '9 min']],
  [
    'both hips, sore',
    { soreBack: false },
    ['Both hips', '2 spots', 'march', '5 min', 'Front only. Back: see Options'],
  ],
  ['one hip, sore', { soreBack: false, sides: ['right'] }, ['Right hip', '2 spots', 'march', '5 min']],
  ['no band', { sides: ['left'], band: false }, ['Left hip', '2 spots', '4 min']],
  ['both hips, active', { stage: 'active', soreBack: false }, ['Both hips', '6 spots', 'march', '12 min']],
])('home describes the next session for %s', (_who, over, texts) => {
  expect(home(over)).toEqual(texts);
});

const linesOf = (over: Partial<SessionRecord>): readonly string[] =>
  summaryView(recordWith(over)).lines.map(inEnglish);

it.each<[Partial<HoldRecord>, string]>([
  [{}, 'Front left 1: 75 s'],
  [{ outcome: 'let-go', seconds: 64, side: 'right' }, 'Front right 1: let go, 64 s'],
  [{ outcome: 'not-easing', seconds: 40 }, 'Front left 1: not easing, moved on'],
  [{ outcome: 'interrupted', seconds: 12, step: 'release-back', spot: 2 }, 'Back left 2: interrupted, 12 s'],
  [{ outcome: 'skipped', seconds: 5 }, 'Front left 1: skipped'],
  [{ outcome: 'stopped', seconds: 33 }, 'Front left 1: stopped, 33 s'],
])('a hold of %j reads as "%s"', (over, line) => {
  expect(linesOf({ holds: [{ ...hold, ...over }] })).toEqual([line]);
});

it('each hold has a line, in order', () => {
  const holds = [hold, { ...hold, side: 'right' as const }];
  expect(linesOf({ holds, beats: 10 })).toEqual(['Front left 1: 75 s', 'Front right 1: 75 s']);
});

it('the last line says where to allow the helper, if it was not allowed', () => {
  const lines = summaryView(recordWith({ holds: [hold] }), { isHelperRefused: true }).lines.map(inEnglish);
  expect(lines).toEqual(['Front left 1: 75 s', 'No helper: see More']);
});

it('the tries of a spot are numbered', () => {
  const holds = [{ ...hold, outcome: 'not-easing' as const, seconds: 40 }, hold];
  expect(linesOf({ holds })).toEqual([
    'Front left 1, try 1: not easing, moved on',
    'Front left 1, try 2: 75 s',
  ]);
});

it.each([
  [0, []],
  [1_000, []],
  [1_400, ['Late cues: 1, up to 1 s']],
  [7_600, ['Late cues: 1, up to 8 s']],
])('a cue %i ms late is mentioned from one second on', (lateMs, told) => {
  expect(linesOf({ holds: [hold, { ...hold, lateMs }, hold] }).slice(3)).toEqual(told);
});

it('late cues are counted, and the latest one is named', () => {
  const late = (lateMs: number) => ({ ...hold, lateMs });
  expect(linesOf({ holds: [late(1_100), late(900), late(3_000)] }).slice(3)).toEqual([
    'Late cues: 2, up to 3 s',
  ]);
});

it.each([
  ['done', 'Done'],
  ['stopped', 'Stopped early'],
  ['left', 'Session closed'],
] as const)('a session that is %s is titled "%s"', (how, title) => {
  expect(inEnglish(summaryView(recordWith({ how })).title)).toBe(title);
});

it('a played session is summarised as it went', () => {
  const walk = startWalk(planWith({ band: false }));
  walk.tick(START_MS, START_MS + 70_000, 250);
  walk.happen('not-easing', START_MS + 70_000);
  walk.tick(START_MS + 70_000, START_MS + 170_000, 250);
  walk.happen('let-go', START_MS + 170_000);
  walk.happen('skipped', START_MS + 171_000);
  walk.happen('stopped', START_MS + 172_000);
  const view = summaryView(makeRecord(walk.state()));
  expect([view.title, ...view.lines].map(inEnglish)).toEqual([
    'Stopped early',
    'Front left 1, try 1: not easing, moved on',
    'Front left 1, try 2: let go, 70 s',
    'Front right 1: skipped',
  ]);
});

it('gaps of a text are filled in any order, as often as they occur', () => {
  expect(fill('{1} and {0}, {1}', ['a', 2])).toBe('2 and a, 2');
});

it('a value that looks like a gap stays as it is if no later value fills it', () => {
  expect(fill('{0}', ['{1}'])).toBe('{1}');
});
