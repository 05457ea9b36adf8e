import { expect, it } from 'vitest';
import { once } from '../../../utils/core/base/once.ts';

it('a timer that fires twice is heard once', () => {
  let heard = 0;
  const run = once(() => {
    heard++;
  });
  run();
  run();
  expect(heard).toBe(1);
});
