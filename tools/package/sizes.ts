/**
 * Bytes per bundle of the largest device package, and their judgement against the budgets.
 * Reads the bytecode that ships; never estimates.
 */
import { readFile } from 'node:fs/promises';
import { BuildFailure } from '../shared/failure.ts';
import { isObject } from '../shared/json.ts';
import { type Files, readPackages, type ScreenPackage } from './package-file.ts';

export interface Sizes {
  /** Sum over the watch's bundles. */
  readonly totalBytes: number;
  /** The watch's bundles, such as `page/home/index.page.bin`. */
  readonly bundles: Readonly<Record<string, number>>;
  /** The phone's bundles, which ship as JavaScript. */
  readonly phoneBundles: Readonly<Record<string, number>>;
}

export interface Budget {
  readonly budgetBytes: number;
  /** What the budget may never be raised above. */
  readonly limitBytes?: number;
  readonly reason: string;
}

export type Budgets = Readonly<Record<string, Budget>>;

/** Sizes of the bundles in the screen package whose device part is largest. */
export async function measureSizes(zab: string): Promise<Sizes> {
  const packages = await readPackages(zab);
  const [largest] = [...packages].sort((left, right) => deviceBytes(right) - deviceBytes(left));
  if (largest === undefined) throw new BuildFailure(`${zab} holds no package.`);
  const bundles = bundleSizes(largest.device, '.bin');
  return {
    totalBytes: Object.values(bundles).reduce((sum, bytes) => sum + bytes, 0),
    bundles,
    phoneBundles: bundleSizes(largest.phone, '.js'),
  };
}

/** Parses a budget file; fails on an entry without number or reason. */
export async function readBudgets(path: string): Promise<Budgets> {
  const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
  const budgets: Record<string, Budget> = {};
  for (const [bundle, entry] of Object.entries(isObject(parsed) ? parsed : {})) {
    const { budgetBytes, limitBytes, reason } = isObject(entry) ? entry : {};
    if (typeof budgetBytes !== 'number' || typeof reason !== 'string' || reason === '')
      throw new BuildFailure(`The budget of ${bundle} needs budgetBytes and a reason.`);
    if (limitBytes === undefined) budgets[bundle] = { budgetBytes, reason };
    else if (typeof limitBytes === 'number' && budgetBytes <= limitBytes)
      budgets[bundle] = { budgetBytes, limitBytes, reason };
    else throw new BuildFailure(`The budget of ${bundle} is above its limit, or the limit is no number.`);
  }
  return budgets;
}

/** One sentence per bundle that is over its budget or has none, and per budget without a bundle. */
export function sizeComplaints(sizes: Sizes, budgets: Budgets): readonly string[] {
  const complaints: string[] = [];
  const packed = { ...sizes.bundles, ...sizes.phoneBundles };
  for (const [bundle, bytes] of Object.entries(packed)) {
    const budget = budgets[bundle];
    if (budget === undefined)
      complaints.push(`${bundle} has ${bytes} bytes and no budget in size-budgets.json.`);
    else if (bytes > budget.budgetBytes)
      complaints.push(
        `${bundle} has ${bytes} bytes, ${bytes - budget.budgetBytes} over its budget of ${budget.budgetBytes} (${budget.reason}).`,
      );
  }
  for (const bundle of Object.keys(budgets))
    if (packed[bundle] === undefined)
      complaints.push(`size-budgets.json has a budget for ${bundle}, which is not packed.`);
  return complaints;
}

/** Each budget a tenth above what is measured, but never above its limit; bundles without a budget stay without. */
export function tightened(sizes: Sizes, budgets: Budgets): Budgets {
  const packed = { ...sizes.bundles, ...sizes.phoneBundles };
  return Object.fromEntries(
    Object.entries(budgets).map(([bundle, budget]) => {
      const bytes = packed[bundle];
      const tenthAbove = bytes === undefined ? budget.budgetBytes : Math.ceil((bytes * 11) / 10);
      const limit = budget.limitBytes ?? Number.POSITIVE_INFINITY;
      return [bundle, { ...budget, budgetBytes: Math.min(tenthAbove, limit) }];
    }),
  );
}

function deviceBytes(screen: ScreenPackage): number {
  return Object.values(screen.device).reduce((sum, bytes) => sum + bytes.length, 0);
}

function bundleSizes(files: Files, ending: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([entry]) => entry.endsWith(ending))
      .map(([entry, bytes]) => [entry, bytes.length] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}
