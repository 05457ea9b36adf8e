/** The page for a physio of a made-up runner after a year. The guide for physios shows it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PHYSIO_SESSIONS, physioPage } from '../../utils/core/export/physio.ts';
import { wrapLines } from '../../utils/core/export/wrap.ts';
import { defaultRoutine } from '../../utils/core/routine/default-routine.ts';
import { phoneTexts } from '../../utils/core/text/catalogues.ts';
import type { PhonePhrase } from '../../utils/core/text/phone-phrase.ts';
import { fill } from '../../utils/core/text/phrase.ts';
import { latestCounted } from '../../utils/core/trend/counted-sessions.ts';
import { readLogPage } from '../../utils/core/trend/stored-log.ts';
import { trendSeries } from '../../utils/core/trend/trend-series.ts';
import { repositoryRoot } from '../shared/project.ts';
import { runnersPhone } from '../simulate/runners-phone.ts';

const NOW_MS = Date.UTC(2026, 10, 27, 19, 30);
const DAYS = 365;
const COLUMNS = 80;

/** The page in English, as the phone shows it under Export. */
export function physioPageExample(): string {
  const stored = runnersPhone(DAYS, NOW_MS);
  const texts = { keys: Object.keys(stored), read: (key: string) => stored[key] ?? null };
  const { sessions } = readLogPage(texts, null, PHYSIO_SESSIONS);
  const series = trendSeries(texts, sessions, defaultRoutine.id, NOW_MS);
  const lines = physioPage(latestCounted(sessions, NOW_MS), series);
  return `${wrapLines(lines.map(english), COLUMNS)}\n`;
}

function english({ key, values }: PhonePhrase): string {
  return fill(
    phoneTexts['en-US'][key],
    values.map((value) => (typeof value === 'object' ? english(value) : value)),
  );
}

/** Writes `docs/pictures/physio-page.txt`. */
export async function writePhysioPageExample(): Promise<void> {
  await writeFile(join(repositoryRoot, 'docs', 'pictures', 'physio-page.txt'), physioPageExample());
}
