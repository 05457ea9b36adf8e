/** "Is it getting better?": the verdict, the rule behind it, and the ratings as charts. */
import { type PhonePhrase, phrase } from '../../utils/core/text/phone-phrase.ts';
import { type TrendPoint, trendPoints } from '../../utils/core/trend/trend-points.ts';
import {
  MEANINGFUL_POINTS,
  type Measure,
  morningsOf,
  overallVerdict,
  type TrendVerdict,
  WINDOW,
} from '../../utils/core/trend/trend-verdict.ts';
import { type Band, barChart } from '../bar-chart.ts';
import type { PageContext } from '../page-context.ts';
import { line, quietLine, strongLine } from '../widgets.ts';

/** More bars would be too thin to see on a phone. */
const MAX_BARS = 24;
const MAX_POINTS = 10;

const RATING_CHARTS: readonly { readonly measure: Measure; readonly color: string }[] = [
  { measure: 'contact', color: '#c2701c' },
  { measure: 'painBefore', color: '#3d7fc4' },
  { measure: 'painAfter', color: '#2f9460' },
];
const HOLD_COLOR = '#8a63c4';

export function trendSection(context: PageContext): readonly Child[] {
  const { sessions } = context.latest;
  if (sessions.length === 0) return [quietLine(context, phrase('trend.empty'))];
  const verdict = overallVerdict(sessions);
  const points = trendPoints(sessions, MAX_BARS);
  return [
    strongLine(context, verdictPhrase(verdict)),
    quietLine(context, phrase('trend.rule', WINDOW, MEANINGFUL_POINTS)),
    ...RATING_CHARTS.flatMap(({ measure, color }) => ratingChart(context, points, measure, color, verdict)),
    ...morningLines(context),
    ...holdChart(context, points),
  ];
}

function verdictPhrase(verdict: TrendVerdict): PhonePhrase {
  if (!verdict.isKnown) return phrase('trend.early', verdict.rated, verdict.needed);
  const measure = phrase(`trend.measure.${verdict.measure}`);
  return phrase(`trend.${verdict.change}`, measure, verdict.before, verdict.now, verdict.sessions);
}

function ratingChart(
  context: PageContext,
  points: readonly TrendPoint[],
  measure: Measure,
  color: string,
  verdict: TrendVerdict,
): Child[] {
  const values = points.map((point) => point[measure]);
  if (values.every((value) => value === null)) return [];
  const band = bandOf(values, measure, verdict);
  const title = phrase('trend.chart', phrase(`trend.measure.${measure}`));
  return [
    line(context, title),
    barChart(values, MAX_POINTS, color, band),
    quietLine(context, valuesPhrase(values)),
    ...(band === null ? [] : [quietLine(context, phrase('trend.band', MEANINGFUL_POINTS))]),
  ];
}

/** The range in which a change does not count; null for a chart that the verdict is not about. */
function bandOf(values: readonly (number | null)[], measure: Measure, verdict: TrendVerdict): Band | null {
  if (!verdict.isKnown || verdict.measure !== measure) return null;
  return {
    from: verdict.before - MEANINGFUL_POINTS,
    to: verdict.before + MEANINGFUL_POINTS,
    firstBar: firstBarOf(values, verdict.sessions),
  };
}

/** The first of the bars that the verdict is about: the latest `sessions` that were rated. */
function firstBarOf(values: readonly (number | null)[], sessions: number): number {
  let left = sessions;
  for (let at = values.length - 1; at >= 0; at--) {
    if (values[at] !== null) left--;
    if (left === 0) return at;
  }
  return 0;
}

function morningLines(context: PageContext): Child[] {
  const { better, same, worse } = morningsOf(context.latest.sessions, WINDOW);
  if (better + same + worse === 0) return [];
  return [line(context, phrase('physio.mornings', better, same, worse))];
}

function holdChart(context: PageContext, points: readonly TrendPoint[]): Child[] {
  const values = points.map((point) => point.holdS);
  const longest = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  if (longest === 0) return [];
  return [
    line(context, phrase('trend.holds')),
    barChart(values, longest, HOLD_COLOR, null),
    quietLine(context, valuesPhrase(values)),
  ];
}

/** The numbers behind the bars, for those who cannot see them. */
function valuesPhrase(values: readonly (number | null)[]): PhonePhrase {
  return phrase('trend.values', values.map((value) => (value === null ? '–' : String(value))).join(' '));
}
