/** A row of bars made of Views, since the platform has no chart. Owns sizes; numbers and colours are given. */

export interface Bar {
  /** 0 to `most`; null: nothing was answered. */
  readonly value: number | null;
}

/** Values between which a change would not count, from one bar to the last. */
export interface Band {
  readonly from: number;
  readonly to: number;
  /** 0, 1, … */
  readonly firstBar: number;
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
 * @param band drawn behind the bars
 */
export function barChart(bars: readonly Bar[], most: number, color: string, band: Band | null): Child {
  const behind = band === null ? [] : [bandView(band, most, bars.length)];
  return View({ style: style.chart }, [...behind, ...bars.map((bar) => barView(bar, most, color))]);
}

function bandView(band: Band, most: number, bars: number): Child {
  const from = Math.max(0, band.from);
  const to = Math.min(most, band.to);
  return View(
    {
      style: {
        position: 'absolute',
        left: `${Math.round((100 * band.firstBar) / bars)}%`,
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
  const own = { position: 'relative', flex: 1, height: `${heightPx}px`, background: color };
  return View({ style: { ...own, borderRadius: '2px 2px 0 0' } }, []);
}
