import { expect, it } from 'vitest';
import type { Clock } from '../../utils/ports/ports.ts';

/** What every `Clock` must do. @param advance lets time pass */
export function acceptClock(create: () => { readonly clock: Clock; advance(byMs: number): void }): void {
  it('advances with time', () => {
    const { clock, advance } = create();
    const before = clock.nowMs();
    advance(1_500);
    expect(clock.nowMs()).toBe(before + 1_500);
  });

  it('knows the local time to the minute', () => {
    expect(Number.isInteger(create().clock.zoneOffsetMin())).toBe(true);
  });

  it('calls once after a delay, and not before', () => {
    const { clock, advance } = create();
    let calls = 0;
    clock.after(1_000, () => calls++);
    advance(999);
    expect(calls).toBe(0);
    advance(5_000);
    expect(calls).toBe(1);
  });

  it('calls again and again until it is cancelled', () => {
    const { clock, advance } = create();
    let calls = 0;
    const end = clock.every(250, () => calls++);
    advance(1_000);
    expect(calls).toBe(4);
    end();
    end();
    advance(1_000);
    expect(calls).toBe(4);
  });

  it('does not call a cancelled callback', () => {
    const { clock, advance } = create();
    let calls = 0;
    clock.after(100, () => calls++)();
    advance(1_000);
    expect(calls).toBe(0);
  });

  it('accepts a delay of 0', () => {
    const { clock, advance } = create();
    let calls = 0;
    clock.after(0, () => calls++);
    advance(10);
    expect(calls).toBe(1);
  });
}
