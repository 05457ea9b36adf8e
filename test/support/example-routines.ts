/** What a person types into the editor to write the published examples; docs/routine-examples.md has their sources. */
import type { Page } from 'playwright-core';
import { write } from './routine-editor.ts';

export interface ExampleRoutine {
  /** The starting point is the calf and hip stretch, of which only the first step is kept. */
  readonly typed: Readonly<Record<string, string | number>>;
  /** The chosen drawing. */
  readonly glyph: string;
}

const everyStage = (path: string, values: readonly [number, number, number]) =>
  Object.fromEntries(
    ['sore', 'active', 'maintenance'].map((stage, at) => [`${path}/${stage}`, values[at] ?? 0]),
  );

const everyRest = (days: readonly (readonly [number, number])[]) =>
  Object.fromEntries(
    ['sore', 'active', 'maintenance'].flatMap((stage, at) => [
      [`rest/${stage}/earliestDays`, days[at]?.[0] ?? 0],
      [`rest/${stage}/latestDays`, days[at]?.[1] ?? 0],
    ]),
  );

export const EXAMPLES: readonly ExampleRoutine[] = [
  {
    typed: {
      name: 'Kneeling hip stretch',
      author: 'Iliacus examples',
      version: 1,
      reviewBy: '2027-11-30',
      safety:
        'Stretch until it pulls, not until it hurts. Sharp pain in groin or back: stop, and ask your physio.',
      source: 'Phyx Physiotherapy: two holds of 30 s a side each day, phyxphysio.co.nz/kneeling-hip-stretch',
      'steps/0/name': 'Kneeling hip stretch',
      'steps/0/instruction': 'Knee on a mat, tailbone tucked under, reach up and over',
      'steps/0/doses/none/0/atS': 30,
      ...everyStage('steps/0/spots', [2, 2, 2]),
      ...everyRest([
        [1, 1],
        [1, 1],
        [2, 3],
      ]),
    },
    glyph: 'kneel',
  },
  {
    typed: {
      name: 'Knee isometrics',
      author: 'Iliacus examples',
      version: 1,
      reviewBy: '2027-11-30',
      safety:
        'It may feel hard and must not hurt more than before. Worse during the next day: do less, and ask your physio.',
      source: 'UW Medicine: 5 holds of 45 s, up to 2 min between them, scribd.com/document/674551180',
      'steps/0/name': 'Thigh, held tense',
      'steps/0/instruction': 'Tense the thigh and hold it: nothing moves',
      'steps/0/doses/none/0/atS': 45,
      ...everyStage('steps/0/spots', [5, 5, 5]),
      'positionsS/first': 30,
      'positionsS/same-side': 60,
      'positionsS/other-side': 60,
      ...everyRest([
        [1, 2],
        [1, 2],
        [2, 3],
      ]),
    },
    glyph: 'none',
  },
];

/** Writes the example with the form of an open editor. @returns the code that the page gives */
export async function compose(page: Page, { typed, glyph }: ExampleRoutine): Promise<string> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByLabel('Start from').selectOption({ label: 'Calf and hip stretch' });
  await page.getByRole('button', { name: 'Remove: Step 2' }).click();
  await write(page, typed);
  await page.locator(`input[type="radio"][value="${glyph}"]`).check();
  return page.locator('#code').inputValue();
}
