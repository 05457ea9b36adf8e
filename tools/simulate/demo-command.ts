/** `npm run demo`: a folder that any static host serves from any place, with Iliacus in the simulator. */
import { Command } from 'commander';
import { writeDemo } from './demo-folder.ts';

export function demoCommand(): Command {
  return new Command('npm run demo --')
    .description('Writes a folder for a static host: the app in the simulator, ready to start a session.')
    .argument('[folder]', 'folder to write; it must be empty or hold a demo', 'build/demo')
    .argument('[path]', 'another app: a .zab, a .zpk or an app folder')
    .action(async (outDir: string, path: string | undefined) => {
      const { files, bytes } = await writeDemo({ outDir, path });
      const megabytes = (bytes / 1e6).toFixed(1);
      process.stdout.write(
        `${outDir}: ${files} files, ${megabytes} MB; open index.html through any web server\n`,
      );
    });
}
