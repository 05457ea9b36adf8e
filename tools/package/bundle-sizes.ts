/** The bytes of each bundle that ships, and the budgets that they must keep to. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../shared/project.ts';
import { type Files, readPackages, type ScreenPackage } from './read-packages.ts';

export interface Sizes {
  /** Sum over the watch's bundles. */
  readonly totalBytes: number;
  /** The watch's bundles, such as `page/home/index.page.bin`. */
  readonly bundles: Readonly<Record<string, number>>;
  /** The phone's bundles, which ship as JavaScript. */
  readonly phoneBundles: Readonly<Record<string, number>>;
}

/** The bytes that each bundle may have: a tenth more than it had when `npm run build -- --tighten` was last run. */
export type Budgets = Readonly<Record<string, number>>;

/** What no budget of the watch may exceed, whatever is measured; the first pattern that fits counts. */
const CEILINGS: readonly { readonly bundles: RegExp; readonly bytes: number }[] = [
  { bundles: /^page\/session\//, bytes: 63.5 * 1024 },
  // They write or read the log, or what the wearer has chosen; `docs/decisions/bundles.md` has what they measure.
  { bundles: /^page\/summary\//, bytes: 35 * 1024 },
  { bundles: /^page\/(?:past-session|question)\//, bytes: 33 * 1024 },
  // It reads and checks the codes of the wearer's own routines.
  { bundles: /^page\/apply-preferences\//, bytes: 49 * 1024 },
  { bundles: /^page\/(?:options|advice)\//, bytes: 26.25 * 1024 },
  { bundles: /^app\.bin$/, bytes: 48 * 1024 },
  { bundles: /^app-service\/helper\.bin$/, bytes: 25 * 1024 },
  { bundles: /\.bin$/, bytes: 24 * 1024 },
];
const TOTAL_CEILING_BYTES = 483 * 1024;

const BUDGET_FILE = join(repositoryRoot, 'tools', 'package', 'size-budgets.json');

export async function readBudgets(): Promise<Budgets> {
  return JSON.parse(await readFile(BUDGET_FILE, 'utf8'));
}

export async function writeBudgets(budgets: Budgets): Promise<void> {
  await writeFile(BUDGET_FILE, `${JSON.stringify(budgets, null, 2)}\n`);
}

/** Sizes of the bundles in the screen package whose device part is largest. */
export async function measureSizes(zab: string): Promise<Sizes> {
  const packages = await readPackages(zab);
  const [largest] = [...packages].sort((left, right) => deviceBytes(right) - deviceBytes(left));
  if (largest === undefined) throw new Error(`${zab} contains no package.`);
  const bundles = bundleSizes(largest.device, '.bin');
  return {
    totalBytes: Object.values(bundles).reduce((sum, bytes) => sum + bytes, 0),
    bundles,
    phoneBundles: bundleSizes(largest.phone, '.js'),
  };
}

/** One sentence for each broken budget, each bundle without a budget and each budget without a bundle. */
export function sizeComplaints(sizes: Sizes, budgets: Budgets): readonly string[] {
  const packed = { ...sizes.bundles, ...sizes.phoneBundles };
  const complaints = Object.entries(packed).flatMap(([bundle, bytes]) => {
    const budget = budgets[bundle];
    if (budget === undefined) return [`${bundle} has ${bytes} bytes and no budget in size-budgets.json.`];
    const allowed = Math.min(budget, ceilingOf(bundle));
    return bytes <= allowed
      ? []
      : [`${bundle} has ${bytes} bytes, ${bytes - allowed} more than its budget of ${allowed}.`];
  });
  for (const bundle of Object.keys(budgets))
    if (packed[bundle] === undefined)
      complaints.push(`size-budgets.json has a budget for ${bundle}, which is not packed.`);
  if (sizes.totalBytes > TOTAL_CEILING_BYTES)
    complaints.push(`The watch gets ${sizes.totalBytes} bytes, more than ${TOTAL_CEILING_BYTES}.`);
  return complaints;
}

/** A budget for each bundle, a tenth above what is measured, but never above its ceiling. */
export function tightBudgets({ bundles, phoneBundles }: Sizes): Budgets {
  return Object.fromEntries(
    Object.entries({ ...bundles, ...phoneBundles }).map(([bundle, bytes]) => [
      bundle,
      Math.min(Math.ceil((bytes * 11) / 10), ceilingOf(bundle)),
    ]),
  );
}

/** The sizes as a table for people. */
export function sizeTable(sizes: Sizes, budgets: Budgets): string {
  const row = ([bundle, bytes]: readonly [string, number]): string => {
    const budget = budgets[bundle];
    const share = budget === undefined ? 'no budget' : `${Math.round((100 * bytes) / budget)} % of ${budget}`;
    return `${bundle.padEnd(34)}${String(bytes).padStart(8)}  ${share}\n`;
  };
  return [
    ...Object.entries(sizes.bundles).map(row),
    `${'all on the watch'.padEnd(34)}${String(sizes.totalBytes).padStart(8)}\n`,
    ...Object.entries(sizes.phoneBundles).map(row),
  ].join('');
}

/** The bytes that no budget of `bundle` may exceed; the phone's bundles have no such limit. */
function ceilingOf(bundle: string): number {
  return CEILINGS.find(({ bundles }) => bundles.test(bundle))?.bytes ?? Number.POSITIVE_INFINITY;
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
