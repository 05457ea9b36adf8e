/** `assume listeners collected` in Node: the app's own references decide which sensor objects live. */
import { expect, it } from 'vitest';
import { launchedPage, printed } from '../support/mini-app.ts';

const TIME = `const { Time } = zos('sensor');`;
const bright = `zos('display').setPageBrightTime({ brightTime: 600000 });`;

async function heardAfterAMinute(source: string): Promise<string[]> {
  const watch = await launchedPage(source, { assume: { listeners: 'collected' } });
  await watch.perform({ verb: 'time-jump', byMs: 1000, announced: true });
  await watch.advance('1m');
  await watch.perform({ verb: 'time-jump', byMs: 1000, announced: true });
  await watch.perform({ verb: 'time-jump', byMs: 1000, announced: true });
  return printed(watch);
}

it('a listener survives if a function stored its object in a variable of the module', async () => {
  const heard = await heardAfterAMinute(`${TIME} let time;
    Page({ build() { ${bright} time = new Time(); time.onPhoneTimeSetting(() => console.log('heard')) } })`);
  expect(heard).toEqual(['heard', 'heard', 'heard']);
});

it('a listener ends if only the function that made its object knew the object', async () => {
  const heard = await heardAfterAMinute(`${TIME}
    Page({ build() { ${bright} new Time().onPhoneTimeSetting(() => console.log('heard')) } })`);
  expect(heard).toEqual(['heard']);
});

it('a listener ends even if it uses its own object', async () => {
  const heard = await heardAfterAMinute(`${TIME}
    Page({ build() { ${bright}
      const time = new Time();
      time.onPhoneTimeSetting(() => console.log('heard ' + (time.getTime() > 0)));
    } })`);
  expect(heard).toEqual(['heard true']);
});

it('a listener ends when the app lets its object go', async () => {
  const heard = await heardAfterAMinute(`${TIME} let time;
    Page({ build() { ${bright}
      time = new Time();
      time.onPhoneTimeSetting(() => console.log('heard'));
      setTimeout(() => { time = undefined }, 1000);
    } })`);
  expect(heard).toEqual(['heard']);
});
