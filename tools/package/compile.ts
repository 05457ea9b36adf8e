/**
 * Compiles the shipped realms to JavaScript.
 * Never emits next to the sources: the tsconfig files send everything to the cache folder.
 */
import { runCommand } from '../shared/child-process.ts';
import { installedFile, type Project } from '../shared/project.ts';

/** Runs `tsc -b` over the shipped realms; fails with the compiler's own lines. */
export async function compile(project: Project): Promise<void> {
  const tsc = installedFile(project, 'typescript', 'bin/tsc');
  const { code, output } = await runCommand(process.execPath, [tsc, '-b', ...project.realms], {
    cwd: project.root,
  });
  if (code !== 0) throw new Error(`The types do not hold, so nothing is packed:\n${output.trim()}`);
}
