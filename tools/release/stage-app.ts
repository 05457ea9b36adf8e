/** Fills the staging folder with an app under an id of its own, for what packs it for a real watch. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillStage } from '../package/fill-stage.ts';
import { type JsonObject, objectAt } from '../shared/json.ts';
import type { Project } from '../shared/project.ts';

/**
 * Fills the staging folder and returns its manifest.
 *
 * @param appId id of the app in the store console; null for the one that `app.json` gives
 */
export async function stageApp(project: Project, appId: number | null): Promise<JsonObject> {
  const staged = await fillStage(project);
  if (appId === null) return staged;
  const manifest = { ...staged, app: { ...objectAt(staged, 'app'), appId } };
  await writeFile(join(project.stage, 'app.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
