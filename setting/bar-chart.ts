/** A bar chart made of Views, since the platform has none. Sizes are decided here; values and colours are given. */

/** A range of values, drawn behind the bars from one of them to the last: a change within it does not count. */
export interface Band {
  readonly from: number;
  readonly to: number;
  /** 0, 1, … */
  readonly firstBar: number;
}

const HEIGHT_PX = 72;
/** A bar of value 0 is still visible, and differs from a missing one. */
const MIN_BAR_PX = 3;

const style = {
  chart: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'row',
    alignItems: 'flex-end',
    gap: '2px',
    height: `${HEIGHT_PX}px`,
    marginTop: '6px',
    borderBottom: '1px solid #888a',
  },
  pair: { display: 'flex', flexDirection: 'row', alignItems: 'flex-end', flex: 1, height: '100%' },
} as const;

/**
 * @param values one bar for each, from 0 to `fullValue`; null leaves a gap
 * @param fullValue the value of a bar of full height
 */
export function barChart(
  values: readonly (number | null)[],
  fullValue: number,
  color: string,
  band: Band | null,
): Child {
  const behind = band === null ? [] : [bandView(band, fullValue, values.length)];
  return View({ style: style.chart }, [
    ...behind,
    ...values.map((value) => barView(value, fullValue, color)),
  ]);
}

/** One session: two bars side by side, each with its colour. */
type Pair = readonly [before: number | null, after: number | null];

/** A chart of pairs. @param fullValue the value of a bar of full height */
export function pairChart(
  pairs: readonly Pair[],
  fullValue: number,
  colors: readonly [before: string, after: string],
): Child {
  const pairView = ([before, after]: Pair): Child =>
    View({ style: style.pair }, [
      barView(before, fullValue, colors[0]),
      barView(after, fullValue, colors[1]),
    ]);
  return View({ style: style.chart }, pairs.map(pairView));
}

function bandView(band: Band, fullValue: number, barCount: number): Child {
  const from = Math.max(0, band.from);
  const to = Math.min(fullValue, band.to);
  return View(
    {
      style: {
        position: 'absolute',
        left: `${Math.round((100 * band.firstBar) / barCount)}%`,
        right: '0',
        bottom: `${Math.round((from / fullValue) * HEIGHT_PX)}px`,
        height: `${Math.max(1, Math.round(((to - from) / fullValue) * HEIGHT_PX))}px`,
        background: '#8883',
      },
    },
    [],
  );
}

function barView(value: number | null, fullValue: number, color: string): Child {
  const heightPx =
    value === null
      ? 0
      : Math.max(MIN_BAR_PX, Math.round((Math.min(value, fullValue) / fullValue) * HEIGHT_PX));
  const own = { position: 'relative', flex: 1, height: `${heightPx}px`, background: color };
  return View({ style: { ...own, borderRadius: '2px 2px 0 0' } }, []);
}
