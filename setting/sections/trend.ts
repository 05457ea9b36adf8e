/** Is it getting better? One word, the rule behind it, and the ratings drawn. */
import type { PhonePhrase } from '../../utils/core/text/phone-phrase.ts';
import { say } from '../../utils/core/text/phone-phrase.ts';
import { type TrendPoint, trendPoints } from '../../utils/core/trend/trend-points.ts';
import {
  type Answer,
  answerInWords,
  MEANINGFUL_POINTS,
  type Measure,
  morningsOf,
  WINDOW,
} from '../../utils/core/trend/trend-verdict.ts';
import { barChart } from '../bar-chart.ts';
import type { PageContext } from '../page-context.ts';
import {
  AFTER_COLOR,
  BEFORE_COLOR,
  CONTACT_COLOR,
  HOLD_COLOR,
  linePart,
  quietPart,
  strongPart,
} from '../widgets.ts';

/** Bars that are wide enough to be seen on a phone. */
const MOST_BARS = 24;
const MOST_POINTS = 10;

const MEASURES: readonly { readonly measure: Measure; readonly color: string }[] = [
  { measure: 'contact', color: CONTACT_COLOR },
  { measure: 'painBefore', color: BEFORE_COLOR },
  { measure: 'painAfter', color: AFTER_COLOR },
];

export function trendSection(context: PageContext): readonly Child[] {
  const { sessions } = context.latest;
  if (sessions.length === 0) return [quietPart(context, say('trend.empty'))];
  const answer = answerInWords(sessions);
  const points = trendPoints(sessions, MOST_BARS);
  return [
    strongPart(context, answerPhrase(answer)),
    quietPart(context, say('trend.rule', WINDOW, MEANINGFUL_POINTS)),
    ...MEASURES.reduce<Child[]>(
      (all, { measure, color }) => all.concat(ratingChart(context, points, measure, color, answer)),
      [],
    ),
    ...morningLines(context),
    ...holdChart(context, points),
  ];
}

/** The answer as one sentence. */
function answerPhrase(answer: Answer): PhonePhrase {
  if (!answer.said) return say('trend.early', answer.rated, answer.needed);
  const measure = say(`trend.measure.${answer.measure}`);
  return say(`trend.${answer.verdict}`, measure, answer.before, answer.now, answer.sessions);
}

function ratingChart(
  context: PageContext,
  points: readonly TrendPoint[],
  measure: Measure,
  color: string,
  answer: Answer,
): Child[] {
  const values = points.map((point) => point[measure]);
  if (values.every((value) => value === null)) return [];
  const isAnswer = answer.said && answer.measure === measure;
  const band = isAnswer
    ? {
        from: answer.before - MEANINGFUL_POINTS,
        to: answer.before + MEANINGFUL_POINTS,
        firstBar: firstBarOf(values, answer.sessions),
      }
    : null;
  const bars = values.map((value) => ({ value }));
  return [
    linePart(context, say('trend.chart', say(`trend.measure.${measure}`))),
    barChart(bars, MOST_POINTS, color, band),
    quietPart(context, say('trend.values', valuesText(values))),
    ...(band === null ? [] : [quietPart(context, say('trend.band', MEANINGFUL_POINTS))]),
  ];
}

/** The first of the bars that the answer looks at: the latest `sessions` that were rated. */
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
  return [linePart(context, say('physio.mornings', better, same, worse))];
}

function holdChart(context: PageContext, points: readonly TrendPoint[]): Child[] {
  const values = points.map((point) => point.holdS);
  const most = values.reduce<number>((highest, value) => Math.max(highest, value ?? 0), 0);
  if (most === 0) return [];
  const bars = values.map((value) => ({ value }));
  return [
    linePart(context, say('trend.holds')),
    barChart(bars, most, HOLD_COLOR, null),
    quietPart(context, say('trend.values', valuesText(values))),
  ];
}

/** The numbers behind the bars, for who cannot see them. */
function valuesText(values: readonly (number | null)[]): string {
  return values.map((value) => (value === null ? '–' : String(value))).join(' ');
}
