import { beforeEach, expect, it } from 'vitest';
import { createWatch, openApp } from 'zepp-watch-simulator';
import { watchMatchers } from 'zepp-watch-simulator/vitest';

expect.extend(watchMatchers);

const app = await openApp(new URL('app', import.meta.url));
let watch;

beforeEach(async () => {
  watch = createWatch(app);
  await watch.launch();
});

it('begins without a note', () => {
  expect(watch).toShow('No notes yet');
  expect(watch).toHaveNoBreach();
  expect(watch).toHaveNoWarning();
});

it('takes a note that was written on the phone', async () => {
  await watch.openSettings();
  await watch.setting('TextInput', 'New note', 'onChange', 'Buy bread');
  await watch.tapText('Add a note');
  await watch.advance('3s');
  await watch.tapText('Buy bread');
  await watch.advance('1s');
  expect(watch).toBeOnPage('page/home');
  expect(watch).toShow('Buy bread');
  expect(watch).toHaveNoError();
});

it('says so when the phone is away', async () => {
  await watch.link('down');
  await watch.tapText('Add a note');
  await watch.advance('7s');
  expect(watch).toShow('The phone is away');
});

it('keeps its notes when the system ends the app', async () => {
  await watch.openSettings();
  await watch.setting('TextInput', 'New note', 'onChange', 'Call Ana');
  await watch.tapText('Add a note');
  await watch.advance('3s');
  await watch.tapText('Call Ana');
  await watch.kill('page');
  await watch.launch();
  expect(watch).toShow('Call Ana');
});
