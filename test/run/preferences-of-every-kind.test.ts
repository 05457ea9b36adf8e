/** Every page reads what the wearer has chosen: each preference, with each kind of value that it accepts. */
import { expect, it } from 'vitest';
import { diskOf } from '../../tools/simulate/seeded-watch.ts';
import {
  loadPreferences,
  newWatch,
  savePreferences,
  type WatchPreferences,
} from '../../utils/run/preferences.ts';
import { createTextStore } from '../../utils/run/text-store.ts';

const report = (where: string, sentence: string): never => {
  throw new Error(`${where}: ${sentence}`);
};

it.each<readonly [string, Partial<WatchPreferences>]>([
  ['spots of both sides', { spots: { left: 3, right: 2 } }],
  ['spots of one side', { spots: { left: null, right: 1 } }],
  ['an extra hold in seconds', { lingerS: 40 }],
  ['an extra hold until the wearer says', { lingerS: 'until-say' }],
  ['a beat', { beatS: 3 }],
  ['a reminder', { reminder: { on: true, hour: 7 } }],
  ['one side', { sides: ['right'] }],
])('%s survives being stored and read', (_what, chosen) => {
  const store = createTextStore(diskOf(new Map()), report);
  savePreferences(store, { ...newWatch, ...chosen });
  expect(loadPreferences(store, report)).toMatchObject(chosen);
});
