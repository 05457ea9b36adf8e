/** Compiles the shipped realms to JavaScript in the cache folder. */
import { runCommand } from '../shared/child-process.ts';
import { installedFile, type Project } from '../shared/project.ts';

/** Runs `tsc -b`. @throws Error with the lines of the compiler */
export async function compile(project: Project): Promise<void> {
  const tsc = installedFile(project, 'typescript', 'bin/tsc');
  const { code, output } = await runCommand(process.execPath, [tsc, '-b', ...project.realms], {
    cwd: project.root,
  });
  if (code !== 0) throw new Error(`Nothing was packed, because the type check failed:\n${output.trim()}`);
}
