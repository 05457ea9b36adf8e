/** "Is it getting better?": the verdict, the rule behind it, and the ratings as charts. */

import { localDay } from '../../utils/core/schedule/calendar.ts';
import { type PhonePhrase, phrase } from '../../utils/core/text/phone-phrase.ts';
import { latestCounted } from '../../utils/core/trend/counted-sessions.ts';
import type { StoredSession } from '../../utils/core/trend/stored-log.ts';
import { trendLines } from '../../utils/core/trend/trend-lines.ts';
import { type TrendPoint, trendPoints } from '../../utils/core/trend/trend-points.ts';
import { trendSeries } from '../../utils/core/trend/trend-series.ts';
import {
  meaningfulPoints,
  morningsOf,
  overallVerdict,
  type SideMeasure,
  type TrendVerdict,
  WINDOW,
} from '../../utils/core/trend/trend-verdict.ts';
import { type Band, barChart, pairChart } from '../bar-chart.ts';
import { chosenRoutine } from '../chosen.ts';
import type { PageContext } from '../page-context.ts';
import { line, quietLine, strongLine } from '../widgets.ts';

/** More bars would be too thin to see on a phone. */
const MAX_BARS = 24;
const MAX_POINTS = 10;

interface RatingChart {
  readonly measure: SideMeasure;
  readonly color: string;
}

/** Left and right are drawn where both were rated: one side alone is what `contact` says. */
const SIDE_CHARTS: readonly RatingChart[] = [
  { measure: 'contactLeft', color: '#c2701c' },
  { measure: 'contactRight', color: '#c2701c' },
];
const RATING_CHARTS: readonly RatingChart[] = [{ measure: 'contact', color: '#c2701c' }];
const BEFORE_COLOR = '#3d7fc4';
const AFTER_COLOR = '#2f9460';
const HOLD_COLOR = '#8a63c4';

export function trendSection(context: PageContext): readonly Child[] {
  const { texts, latest, nowMs, zoneOffsetMin } = context;
  const routine = chosenRoutine(context);
  const sessions = latestCounted(latest.sessions, nowMs, routine);
  if (sessions.length === 0) return [quietLine(context, phrase('trend.empty'))];
  const series = trendSeries(texts, latest.sessions, routine, nowMs);
  const verdict = overallVerdict(series);
  const points = trendPoints(sessions, MAX_BARS);
  const hasBothSides = SIDE_CHARTS.every(({ measure }) => points.some((point) => point[measure] !== null));
  const charts = hasBothSides ? [...SIDE_CHARTS, ...RATING_CHARTS] : RATING_CHARTS;
  return [
    ...verdictLines(context, series, verdict, localDay(nowMs, zoneOffsetMin)),
    quietLine(context, phrase('trend.rule')),
    ...charts.flatMap(({ measure, color }) => ratingChart(context, points, measure, color, verdict)),
    ...painChart(context, points),
    ...morningLines(context, sessions),
    ...holdChart(context, points),
  ];
}

function verdictLines(
  context: PageContext,
  series: readonly StoredSession[],
  verdict: TrendVerdict,
  today: number,
): Child[] {
  if (!verdict.isKnown) return [strongLine(context, phrase('trend.early', verdict.rated, verdict.needed))];
  return trendLines(series, today).map((text, at) => (at === 0 ? strongLine : line)(context, text));
}

function ratingChart(
  context: PageContext,
  points: readonly TrendPoint[],
  measure: SideMeasure,
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
    ...(band === null ? [] : [quietLine(context, phrase('trend.band', band.points))]),
  ];
}

/** Pain before and after each session, side by side, since what a session did is between the two. */
function painChart(context: PageContext, points: readonly TrendPoint[]): Child[] {
  const pairs = points.map(({ painBefore, painAfter }) => [painBefore, painAfter] as const);
  if (pairs.every(([before, after]) => before === null && after === null)) return [];
  const shown = pairs.map(([before, after]) => `${before ?? '–'}→${after ?? '–'}`);
  return [
    line(context, phrase('trend.pain')),
    pairChart(pairs, MAX_POINTS, [BEFORE_COLOR, AFTER_COLOR]),
    quietLine(context, phrase('trend.values', shown.join('  '))),
  ];
}

/** The range in which a change does not count; null for a chart that the verdict is not about. */
function bandOf(
  values: readonly (number | null)[],
  measure: SideMeasure,
  verdict: TrendVerdict,
): (Band & { readonly points: number }) | null {
  if (!verdict.isKnown || verdict.measure !== measure) return null;
  const points = meaningfulPoints(verdict.before);
  const firstBar = Math.max(
    0,
    values.findIndex((value) => value !== null),
  );
  return { from: verdict.before - points, to: verdict.before + points, firstBar, points };
}

function morningLines(context: PageContext, sessions: readonly StoredSession[]): Child[] {
  const { better, same, worse } = morningsOf(sessions, WINDOW);
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
