/** The helper on a watch that reports its dark screen as lit (F21). */
import { describe, expect, it } from 'vitest';
import { begun } from '../support/helper-beside-page.ts';

describe('on a watch that reports the dark as lit', () => {
  it('a change of the screen with "lit" before and after it counts as dark, so that no cue waits for 21 s', () => {
    const { page, service, cues, heard } = begun(1, false, 'taken');
    page.clock.advance(20_000);
    service.loop.screenChanged();
    page.clock.advance(80_000);
    expect(cues.map((atS) => atS.toFixed(1))).toEqual(['36.0', '68.5', '98.5']);
    expect(heard().phase).toMatchObject({ at: 'hold', cursor: 2 });
  });

  it('the next change counts as lit, and gives the page its 21 s again', () => {
    const { page, service, cues } = begun(1, false, 'taken');
    page.clock.advance(20_000);
    service.loop.screenChanged();
    page.clock.advance(3_000);
    service.loop.screenChanged();
    page.clock.advance(27_900);
    expect(cues).toEqual([]);
  });

  it('the screen counts as dark again after a wearer has looked at the watch', () => {
    const { page, service, cues } = begun(1, false, 'taken');
    for (const afterMs of [20_000, 3_000, 4_000]) {
      page.clock.advance(afterMs);
      service.loop.screenChanged();
    }
    page.clock.advance(20_000);
    expect(cues).toEqual([36]);
  });

  it('a wrong guess, after a sleep through the change to dark, is found out when the report is refused', () => {
    const { page, service, cues } = begun(1, false, 'refused');
    page.clock.advance(20_000);
    service.loop.screenChanged();
    page.clock.advance(30_900);
    expect(cues).toEqual([]);
    page.clock.advance(300);
    expect(cues).toEqual([51]);
  });

  it('what a wait of 21 s has found out stays true if no change of the screen is reported', () => {
    const { page, cues } = begun(1, false, 'taken');
    page.clock.advance(52_000);
    expect(cues).toEqual([51]);
    // A page comes back and dies again.
    page.runner.send({ type: 'ticked' });
    page.clock.advance(36_000);
    expect(cues).toEqual([51, 87]);
  });

  it('a change is believed if the screen was once reported as off', () => {
    const { page, cues, darken } = begun(1, false);
    for (const isDark of [true, false, false]) {
      page.clock.advance(5_000);
      darken(isDark);
    }
    page.clock.advance(35_900);
    expect(cues).toEqual([]);
  });
});
