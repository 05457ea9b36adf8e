/** `npm run pictures`: pictures of any app on every model, and the drawn pictures that the repository keeps. */
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { withPictureOptions } from 'zepp-watch-simulator/command-line';
import { type PictureOptions, takePictures } from 'zepp-watch-simulator/take-pictures';
import { repositoryRoot } from '../shared/project.ts';
import { packageAt } from '../simulate/package-at.ts';
import { usedWatch } from '../simulate/seeded-watch.ts';
import { writeCuesPicture } from './cues-picture.ts';
import { drawAssets } from './draw-assets.ts';
import { drawEditorPictures } from './editor-pictures.ts';
import { drawMovingPicture } from './moving-picture.ts';
import { writePhysioPageExample } from './physio-page-example.ts';
import { takeScreenshots } from './screenshots.ts';
import { writeStoreImages } from './store-images.ts';

export function picturesCommand(): Command {
  const command = new Command('npm run pictures --').description(
    'Draws pictures of apps and the pictures in this repository.',
  );
  const device = command
    .command('device', { isDefault: true })
    .description(
      'Draws a moment of an app on every model from API_LEVEL 3.6 on, each in its case, and a contact sheet.',
    )
    .argument('[path]', 'another app: a .zab, a .zpk or an app folder');
  withPictureOptions(device, 'build/pictures').action(
    async (path: string | undefined, options: PictureOptions) => {
      const bytes = new Uint8Array(await readFile(await packageAt(path)));
      await takePictures(
        bytes,
        path === undefined ? { ...options, files: usedWatch(), ownApp: true } : options,
      );
    },
  );
  command
    .command('screenshots')
    .description(
      'Draws every page of the packed app in the order of a session, and the phone page, to docs/screenshots.',
    )
    .argument(
      '[scenes...]',
      'beginnings of scene names; `phone` for the phone page alone, `first-session` for a first session step by step, `sheets` for the contact sheets',
    )
    .action(takeScreenshots);
  command
    .command('store')
    .description(
      "The pictures of the store listing, the README's strip and the glance's picture, from the screenshots.",
    )
    .action(async () => {
      for (const file of await writeStoreImages(repositoryRoot)) process.stderr.write(`store: ${file}\n`);
    });
  command
    .command('session')
    .description("The README's moving picture of a session and the picture of its cues, into docs/pictures.")
    .action(async () => {
      await writeCuesPicture();
      await drawMovingPicture();
    });
  command
    .command('physio')
    .description('Writes the example of a page for a physio to docs/pictures.')
    .action(writePhysioPageExample);
  command
    .command('editor')
    .description('Draws the pictures of the routine editor to docs/pictures.')
    .action(drawEditorPictures);
  command
    .command('assets')
    .description('Draws the pictures in assets from their SVG sources.')
    .action(drawAssets);
  return command;
}
