/** Names and lines of somebody else's routine, as odd as a code may carry them, in every place of the packed app that shows them. */
import { describe, expect, it } from 'vitest';
import type { Watch, WidgetNode } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { TEXT_STYLE } from 'zepp-watch-simulator/ui-constants';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import type { RoutineDefinition } from '../../utils/core/routine/definition.ts';
import { ownId } from '../../utils/core/routine/own-routine.ts';
import { decodeRoutine, encodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { hipDefinition } from '../support/definitions.ts';
import { lint } from '../support/layout-lint.ts';
import { HOME, launchedWatch, SUMMARY, taps, untilSummary, wornWatch } from '../support/worn-watch.ts';

const MODELS = ['Falcon', 'Bip 6'] as const;

/** The longest name and the longest safety line that are made of `text`. */
const definitionOf = (text: string): RoutineDefinition => {
  const longest = (letters: number): string =>
    text
      .repeat(120)
      .slice(0, letters)
      .replace(/[\ud800-\udbff]$/, '')
      .trim();
  const [front, back] = hipDefinition.steps;
  if (front === undefined || back === undefined) throw new Error('two steps');
  return {
    ...hipDefinition,
    name: longest(24),
    author: longest(40),
    safety: longest(120),
    steps: [
      { ...front, name: longest(23), instruction: longest(60) },
      { ...back, name: longest(24), instruction: longest(60) },
    ],
  };
};

/** What the layout lint can measure: letters that its fonts have. */
const MEASURED: readonly (readonly [what: string, text: string])[] = [
  ['wide letters without a space', 'W'],
  ['Chinese without a mark', '髋部'],
  ['Chinese with marks everywhere', '髋，（膝）。'],
  ['entities of HTML', '&lt;b&gt; &#0; '],
  ['gaps of our own texts', '{0} {1} {99} '],
  ['a formula after a letter', 'a=SUM(A1) '],
  ['names of our own code', '__proto__ constructor '],
];
const UNMEASURED: readonly (readonly [what: string, text: string])[] = [
  ['emoji', '🦵🏽🔥'],
  ['Hebrew', 'ירך ימין '],
  ['Arabic', 'كتف يمين '],
];

const hasText = (watch: Watch, text: string): boolean => watch.texts().some((one) => one.includes(text));

/**
 * Not counted: a line that ends in an ellipsis where it is cut, where the watch's own widget breaks the lines of a paragraph, and the button
 * that names the routine on home, which cuts a name that is too wide for it at both ends (`docs/decisions/pages.md`).
 */
const isMarked = (fault: string, nodes: readonly WidgetNode[]): boolean =>
  nodes.some(({ kind, props, children }) => {
    const isIt = kind === 'TEXT' && fault.startsWith(`"${String(props.text).slice(0, 40)}" `);
    const isCut = props.text_style === TEXT_STYLE.ELLIPSIS && fault.includes(' is cut by ');
    const isBroken = props.text_style === TEXT_STYLE.WRAP && fault.includes(' has a line that ');
    const isPicker = kind === 'BUTTON' && fault.startsWith(`"${String(props.text)}" is cut by `);
    return (isIt && (isCut || isBroken)) || isPicker || isMarked(fault, children);
  });

/** A watch on which this routine is chosen, and what is wrong with its layout since. */
async function wornWith(definition: RoutineDefinition, on: string, isMeasured: boolean) {
  expect(decodeRoutine(encodeRoutine(definition))).toEqual({ ok: true, value: definition });
  const files = new Map(
    usedWatch({ routine: ownId(definition), band: false }, 'refused', [encodeRoutine(definition)]),
  );
  const watch = await launchedWatch({ files, on });
  const faults = new Set<string>();
  const look = (): void => {
    if (!isMeasured) return;
    const { widgets } = watch.sim.watch;
    for (const fault of lint(findDevice(on), widgets)) if (!isMarked(fault, widgets)) faults.add(fault);
  };
  return { watch, faults, look };
}

const CASES = MODELS.flatMap((model) =>
  [...MEASURED, ...UNMEASURED].map(([what, text]) => [model, what, text] as const),
);

describe('a routine whose names are as odd as a code may carry them', () => {
  it.each(CASES)(
    'is shown on %s from home to history without a fault: %s',
    async (on, _what, text) => {
      const definition = definitionOf(text);
      const isMeasured = MEASURED.some(([, one]) => one === text);
      const { watch, faults, look } = await wornWith(definition, on, isMeasured);
      const first = text.trim().slice(0, 4);
      expect([watch.sim.watch.page, hasText(watch, first)]).toEqual([HOME, true]);
      look();
      await taps(watch, 'Start');
      expect([hasText(watch, 'Its author says'), hasText(watch, first)]).toEqual([true, true]);
      look();
      if (watch.texts().includes('Next')) await taps(watch, 'Next');
      look();
      await taps(watch, 'I understand');
      expect(hasText(watch, first)).toBe(true);
      for (let second = 0; second < 420 && watch.sim.watch.page !== SUMMARY; second++) {
        look();
        await watch.advance(1_000);
      }
      await untilSummary(watch);
      while (watch.texts().includes('Skip')) await taps(watch, 'Skip');
      expect(hasText(watch, definition.steps[0]?.name ?? '')).toBe(true);
      look();
      await taps(watch, 'Close');
      if (watch.texts().includes('Not now')) await taps(watch, 'Not now');
      await taps(watch, 'More', 'History');
      expect(hasText(watch, 'spots')).toBe(true);
      look();
      const glance = wornWatch({ files: new Map(watch.sim.files), on, startEpochMs: watch.sim.epochMs });
      await glance.perform({ verb: 'widget-focus', on: true });
      await glance.advance(1_000);
      expect(hasText(glance, 'Next: ')).toBe(true);
      expect([...faults]).toEqual([]);
      expect([watch.lines('error'), watch.sim.breaches, glance.lines('error'), glance.sim.breaches]).toEqual([
        [],
        [],
        [],
        [],
      ]);
    },
    60_000,
  );
});

describe('a long line about safety', () => {
  const safety = `${'刺痛或发麻时停止。'.repeat(13)}休息`;

  it('goes on a second page of a small glass, before the wearer can accept it', async () => {
    const { watch } = await wornWith({ ...hipDefinition, safety }, 'Falcon', false);
    await taps(watch, 'Start', 'Next');
    expect([hasText(watch, '休息'), hasText(watch, 'I understand')]).toEqual([true, true]);
  });

  it('leads home by a swipe, on both pages', async () => {
    const { watch } = await wornWith({ ...hipDefinition, safety }, 'Falcon', false);
    for (const texts of [['Start'], ['Start', 'Next']]) {
      await taps(watch, ...texts);
      await watch.swipe('right');
      await watch.advance(1_000);
      expect(watch.sim.watch.page).toBe(HOME);
    }
  });
});
