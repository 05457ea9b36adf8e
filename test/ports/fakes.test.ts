/** The fakes of alarm and helper do what the ports promise. */
import { expect, it } from 'vitest';
import { createFakeHelper } from '../support/fake-helper.ts';
import { createRecordingAlarm } from '../support/recording-alarm.ts';

it('the recording alarm holds one, at a whole second that is not before the instant asked for', () => {
  const alarm = createRecordingAlarm();
  alarm.arm(5_000);
  alarm.arm(6_001);
  expect(alarm.armedMs).toBe(7_000);
  alarm.cancel();
  alarm.cancel();
  expect(alarm.armedMs).toBeNull();
});

it('the fake helper is listed from its start to its end, and never without consent', () => {
  const granted = createFakeHelper();
  granted.start();
  expect(granted.isListed()).toBe(true);
  granted.stop();
  expect([granted.isListed(), granted.stops]).toEqual([false, 1]);
  const refused = createFakeHelper(false);
  refused.start();
  expect(refused.isListed()).toBe(false);
});
