/** A row of bars made of Views, since the platform has no chart. Owns sizes; numbers and colours are given. */

export interface Bar {
  /** 0 to `most`; null: nothing was answered. */
  readonly value: number | null;
}

const HEIGHT_PX = 72;
/** A bar of 0 can still be seen, and told from a missing one. */
const LEAST_PX = 3;

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
} as const;

/**
 * @param most the value of a full bar
 * @param band values between which a change would not count, drawn behind the bars
 */
export function barChart(
  bars: readonly Bar[],
  most: number,
  color: string,
  band: { readonly from: number; readonly to: number } | null,
): Child {
  const behind = band === null ? [] : [bandView(Math.max(0, band.from), Math.min(most, band.to), most)];
  return View({ style: style.chart }, [...behind, ...bars.map((bar) => barView(bar, most, color))]);
}

function bandView(from: number, to: number, most: number): Child {
  return View(
    {
      style: {
        position: 'absolute',
        left: '0',
        right: '0',
        bottom: `${Math.round((from / most) * HEIGHT_PX)}px`,
        height: `${Math.max(1, Math.round(((to - from) / most) * HEIGHT_PX))}px`,
        background: '#8883',
      },
    },
    [],
  );
}

function barView({ value }: Bar, most: number, color: string): Child {
  const heightPx =
    value === null ? 0 : Math.max(LEAST_PX, Math.round((Math.min(value, most) / most) * HEIGHT_PX));
  const own = { flex: 1, maxWidth: '18px', height: `${heightPx}px`, background: color };
  return View({ style: { ...own, borderRadius: '2px 2px 0 0' } }, []);
}
