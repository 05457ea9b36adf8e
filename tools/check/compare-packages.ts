/** Compares two packages of the same app that two runs of the packer have made. */
import type { Files, ScreenPackage } from '../package/read-packages.ts';

export interface Comparison {
  readonly screens: number;
  /** Files of all screen packages together. */
  readonly entries: number;
  /** Those of them that are code. */
  readonly bundles: number;
  /** A line for each file or screen that only one has, or that is not the same in both. */
  readonly differences: readonly string[];
}

/**
 * Compares every file of every screen package, byte by byte. Two runs differ in the time that a manifest carries and in the
 * name of the packer's temporary folder, which each bytecode bundle carries; neither counts.
 */
export function comparePackages(
  ours: readonly ScreenPackage[],
  theirs: readonly ScreenPackage[],
): Comparison {
  const left = contentsOf(ours);
  const right = contentsOf(theirs);
  const names = [...new Set([...left.keys(), ...right.keys()])].sort();
  const differences = names.flatMap((name) => {
    if (!left.has(name)) return [`${name} is theirs only`];
    if (!right.has(name)) return [`${name} is ours only`];
    return left.get(name) === right.get(name) ? [] : [`${name} differs`];
  });
  const bundles = names.filter((name) => /\.(?:bin|js)$/.test(name)).length;
  return { screens: ours.length, entries: names.length, bundles, differences };
}

function contentsOf(packages: readonly ScreenPackage[]): ReadonlyMap<string, string> {
  return new Map(
    packages.flatMap(({ shape, screen, device, phone }) => [
      ...entriesOf(`${shape} ${screen} device`, device),
      ...entriesOf(`${shape} ${screen} phone`, phone),
    ]),
  );
}

function entriesOf(where: string, files: Files): readonly (readonly [name: string, content: string])[] {
  return Object.entries(files).map(([name, bytes]) => [`${where}: ${name}`, comparable(name, bytes)]);
}

function comparable(name: string, bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  if (name === 'app.json') return text.replace(/"timeStamp":\d+/, '"timeStamp":0');
  return name.endsWith('.bin') ? text.replaceAll(/\/zpm-\w{6}\//g, '/zpm-/') : text;
}
