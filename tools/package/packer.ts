/**
 * Calls the official packer on the staging folder, once per flavour.
 * Never believes its exit code, which is 0 for most failures: its words are scanned here, its packages elsewhere.
 */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../shared/command.ts';
import { BuildFailure } from '../shared/failure.ts';
import { installedFile, type Project } from '../shared/project.ts';

/**
 * Left to itself the packer prints every bundle anew, indented: the phone's get twice as long, and the watch's bytecode
 * carries a table of all those lines, a seventeenth of it.
 */
const DENSE = ['--compress', 'true', '--ip', 'false'];

export interface Flavour {
  readonly name: string;
  readonly packerOptions: readonly string[];
  readonly zab: (project: Project) => string;
}

/** Plain JavaScript, one step before bytecode: what the simulator runs. */
export const javaScriptFlavour: Flavour = {
  name: 'JavaScript',
  packerOptions: DENSE,
  zab: (project) => project.simulatorZab,
};

/** Bytecode alone: what a watch would get, were the catalogue a genuine one. */
export const bytecodeFlavour: Flavour = {
  name: 'bytecode',
  packerOptions: ['--jsc', 'bin', '--prune', ...DENSE],
  zab: (project) => project.bytecodeZab,
};

const complaint = /\berror\b|Error\b|could not be resolved|no matching|unresolved/i;

/** Packs the staging folder and moves the package to its place. */
export async function pack(project: Project, flavour: Flavour): Promise<void> {
  const out = join(project.stage, 'dist');
  await rm(out, { recursive: true, force: true });
  const zpm = installedFile(project, '@zeppos/zpm', 'bin/index.js');
  const { code, output } = await runCommand(process.execPath, [zpm, 'build', ...flavour.packerOptions], {
    cwd: project.stage,
    env: { HOME: project.packerHome, USERPROFILE: project.packerHome },
  });
  const line = firstComplaint(output);
  if (line !== undefined)
    throw new BuildFailure(`The packer (${flavour.name}) reported success but said: ${line}`);
  if (code !== 0)
    throw new BuildFailure(`The packer (${flavour.name}) ended with code ${code}: ${output.trim()}`);
  await mkdir(project.build, { recursive: true });
  await rename(await onlyPackage(out, flavour, output), flavour.zab(project));
  await rm(out, { recursive: true, force: true });
}

/** The first line of the packer's output that tells of a failure. */
export function firstComplaint(output: string): string | undefined {
  return output.split('\n').find((line) => complaint.test(line));
}

async function onlyPackage(folder: string, flavour: Flavour, output: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const [name, ...others] = names.filter((entry) => entry.endsWith('.zab'));
  if (name === undefined || others.length > 0)
    throw new BuildFailure(
      `The packer (${flavour.name}) left ${names.length} packages instead of one: ${output.trim()}`,
    );
  return join(folder, name);
}
