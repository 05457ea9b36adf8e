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
import { line, quietLine, rowButton, strongLine } from '../widgets.ts';

/** More bars would be too thin to see on a phone. */
const MAX_BARS = 24;
/** This many of them show the beginning, if there are more sessions than bars. */
const FIRST_BARS = 3;
const MAX_POINTS = 10;

interface RatingChart {
  readonly measure: SideMeasure;
  readonly color: string;
}

/** Left and right if both were rated, because `contact` is then the worse of the two. */
const SIDE_CHARTS: readonly RatingChart[] = [
  { measure: 'contactLeft', color: '#c2701c' },
  { measure: 'contactRight', color: '#c2701c' },
];
const RATING_CHARTS: readonly RatingChart[] = [{ measure: 'contact', color: '#c2701c' }];
const BEFORE_COLOR = '#3d7fc4';
const AFTER_COLOR = '#2f9460';
const HOLD_COLOR = '#8a63c4';
const NO_POINT: TrendPoint = {
  contact: null,
  contactLeft: null,
  contactRight: null,
  painBefore: null,
  painAfter: null,
  holdS: null,
};

export function trendSection(context: PageContext): readonly Child[] {
  const { texts, latest, nowMs, zoneOffsetMin } = context;
  const routine = chosenRoutine(context);
  const sessions = latestCounted(latest.sessions, nowMs, routine);
  if (sessions.length === 0) return [quietLine(context, phrase('trend.empty'))];
  const series = trendSeries(texts, latest.sessions, routine, nowMs);
  const verdict = overallVerdict(series);
  const points = drawnPoints(series);
  const { isTrendOpen } = context.state;
  return [
    ...verdictLines(context, series, verdict, localDay(nowMs, zoneOffsetMin)),
    ...painChart(context, points),
    ...(series.length > MAX_BARS ? [quietLine(context, phrase('trend.gap'))] : []),
    ...morningLines(context, sessions),
    rowButton(context, phrase(isTrendOpen ? 'trend.less' : 'trend.more'), () =>
      context.updateState({ isTrendOpen: !isTrendOpen }),
    ),
    ...(isTrendOpen ? detailParts(context, points, verdict) : []),
  ];
}

/** What the verdict compares: the first sessions, and, after a gap where others were in between, the latest. */
function drawnPoints(series: readonly StoredSession[]): readonly TrendPoint[] {
  if (series.length <= MAX_BARS) return trendPoints(series, MAX_BARS);
  const first = trendPoints(series.slice(-FIRST_BARS), FIRST_BARS);
  return [...first, NO_POINT, ...trendPoints(series, MAX_BARS - FIRST_BARS - 1)];
}

/** The rule, the numbers behind the bars for those who cannot see them, and the other charts. */
function detailParts(
  context: PageContext,
  points: readonly TrendPoint[],
  verdict: TrendVerdict,
): readonly Child[] {
  const hasBothSides = SIDE_CHARTS.every(({ measure }) => points.some((point) => point[measure] !== null));
  const charts = hasBothSides ? SIDE_CHARTS : RATING_CHARTS;
  return [
    quietLine(context, phrase('trend.rule')),
    quietLine(context, painValues(points)),
    ...charts.flatMap(({ measure, color }) => ratingChart(context, points, measure, color, verdict)),
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

/** Pain before and after each session, side by side, because the difference is the effect of the session. */
function painChart(context: PageContext, points: readonly TrendPoint[]): Child[] {
  const pairs = points.map(({ painBefore, painAfter }) => [painBefore, painAfter] as const);
  if (pairs.every(([before, after]) => before === null && after === null)) return [];
  return [line(context, phrase('trend.pain')), pairChart(pairs, MAX_POINTS, [BEFORE_COLOR, AFTER_COLOR])];
}

function painValues(points: readonly TrendPoint[]): PhonePhrase {
  const shown = points.map(({ painBefore, painAfter }) => `${painBefore ?? '–'}/${painAfter ?? '–'}`);
  return phrase('trend.pain-values', shown.join('  '));
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
  return phrase('trend.values', values.map((value) => (value === null ? '–' : Math.round(value))).join(' '));
}
