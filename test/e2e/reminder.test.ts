/** The packed reminder over days of a simulated watch: one calm sentence in each rest window, none after a session, and none unasked. */
import { describe, expect, it } from 'vitest';
import type { AppPackage, Watch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import type { Preferences } from '../../utils/core/preferences/preference-table.ts';
import type { LastSession } from '../../utils/core/schedule/rest-window.ts';
import { noteSession } from '../../utils/run/last-session.ts';
import { changePreferences } from '../../utils/run/preferences.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { HOME, launchedWatch, packedFor, SESSION, taps, untilSummary } from '../support/worn-watch.ts';

const HOUR_MS = 3_600_000;
const ZONE_MIN = 60;
/** Monday, 2026-11-23, 20:00 local time. */
const MONDAY_MS = Date.UTC(2026, 10, 23, 19);

/** A watch on Monday evening, an hour after a session, with `changes` that wait to be taken in. */
async function watchWith(
  changes: Partial<Preferences>,
  morning: LastSession['morning'] = null,
  assume: Readonly<Record<string, string>> = {},
  app: AppPackage = packedFor(findDevice('Balance 2')),
) {
  const contents = new Map(usedWatch());
  const store = createTextStore(createMemoryFiles(contents), (where, sentence) => {
    throw new Error(`${where}: ${sentence}`);
  });
  noteSession(store, { startedAtMs: MONDAY_MS - HOUR_MS, zoneOffsetMin: ZONE_MIN, morning, seq: 1 });
  changePreferences(store, changes);
  const watch = await launchedWatch({
    files: contents,
    startEpochMs: MONDAY_MS,
    zoneOffsetMin: ZONE_MIN,
    assume,
    app,
  });
  // Home opens, then the page that takes in the changes, the one that makes the plan, and home again.
  await watch.advance('1s');
  expect(watch.sim.watch.page).toBe(HOME);
  return watch;
}

/** The app on a system that gives its reminder this value, an expression, for the parameter of its alarm. */
function toldInstead(told: string): AppPackage {
  const app = packedFor(findDevice('Balance 2'));
  const file = 'app-service/reminder.js';
  const bundle = new TextDecoder().decode(app.deviceFiles.get(file));
  const system = `((service) => AppService({ onInit: () => service.onInit(${told}) }))(`;
  const changed = new TextEncoder().encode(bundle.replace('AppService(', () => system));
  return { ...app, deviceFiles: new Map([...app.deviceFiles, [file, changed]]) };
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Notifications of the coming days, as `day hour: sentence`, whether the wearer looks at them or not. */
async function notesOf(watch: Watch, days: number, zoneMin = ZONE_MIN): Promise<readonly string[]> {
  const from = watch.sim.events.length;
  await watch.advance(days * 24 * HOUR_MS);
  const { epochMs, uptimeMs, events } = watch.sim;
  return events
    .slice(from)
    .filter(({ type, text }) => type === 'dialog' && text.startsWith('Iliacus: '))
    .map(({ atMs, text }) => {
      const local = new Date(epochMs - uptimeMs + atMs + zoneMin * 60_000);
      return `${WEEKDAYS[local.getUTCDay()]} ${local.getUTCHours()}: ${text.slice('Iliacus: '.length)}`;
    });
}

const problems = (watch: Watch): readonly string[] => [
  ...watch.lines('error'),
  ...watch.sim.breaches.map(({ rule }) => rule),
];

describe('the reminder', () => {
  it('comes once, on the first good day at the chosen hour, and says when', async () => {
    const watch = await watchWith({ reminder: { on: true, hour: 18 } });
    expect(await notesOf(watch, 12)).toEqual(['Wed 18: Today or tomorrow']);
    expect(problems(watch)).toEqual([]);
  });

  it('comes even if an alarm can only start the service that is declared for events', async () => {
    const watch = await watchWith({ reminder: { on: true, hour: 18 } }, null, {
      'service-alarm': 'needs-app-event',
    });
    expect(await notesOf(watch, 12)).toEqual(['Wed 18: Today or tomorrow']);
  });

  it('comes after a reboot too', async () => {
    const watch = await watchWith({ reminder: { on: true, hour: 18 } });
    await watch.reboot();
    expect(await notesOf(watch, 6)).toEqual(['Wed 18: Today or tomorrow']);
  });

  it('speaks the watch’s language', async () => {
    const watch = await watchWith({ reminder: { on: true, hour: 7 } });
    await watch.perform({ verb: 'locale', where: 'watch', locale: 'de-DE' });
    expect(await notesOf(watch, 6)).toEqual(['Wed 7: Heute oder morgen']);
  });

  it('does not come to a wearer who has not asked for it', async () => {
    const watch = await watchWith({ reminder: { on: false, hour: 18 }, kit: 'hook' });
    expect(await notesOf(watch, 6)).toEqual([]);
    expect(watch.lines('service')).toEqual([]);
  });

  it('does not come to a wearer who has switched it off', async () => {
    const watch = await watchWith({ reminder: { on: true, hour: 18 } });
    const store = createTextStore(createMemoryFiles(new Map(watch.sim.files)), () => {});
    expect(store.load('wake-ups')).toMatch(/^#\d+;$/);
    // The change comes from the phone, and the watch takes it in at its next launch.
    await watch.advance('1h');
    const contents = new Map(watch.sim.files);
    changePreferences(
      createTextStore(createMemoryFiles(contents), () => {}),
      {
        reminder: { on: false, hour: 18 },
      },
    );
    const now = { startEpochMs: watch.sim.epochMs, zoneOffsetMin: ZONE_MIN };
    const next = await launchedWatch({ files: contents, ...now });
    expect(await notesOf(next, 6)).toEqual([]);
  });

  it('is silent after a session, and comes next after the rest from that session', async () => {
    const watch = await watchWith({ reminder: { on: true, hour: 18 } });
    await watch.advance('36h');
    // Wednesday, 8:00: a session, walked to its end without a touch, and its summary left by a swipe.
    await watch.launch();
    await watch.advance('2s');
    // The question about the morning.
    await taps(watch, 'Skip', 'Start');
    await untilSummary(watch);
    await watch.advance('1s');
    await watch.swipe('right');
    expect(await notesOf(watch, 8)).toEqual(['Fri 18: Today or tomorrow']);
    expect(problems(watch)).toEqual([]);
  });

  it('is silent while a session is open', async () => {
    const watch = await watchWith({ reminder: { on: true, hour: 8 } });
    // Wednesday, 7:55.
    await watch.advance(35 * HOUR_MS + 55 * 60_000);
    await watch.launch();
    await watch.advance('2s');
    // The question about the morning.
    await taps(watch, 'Skip', 'Start');
    await watch.advance('5m');
    expect(watch.sim.watch).toMatchObject({ page: SESSION, dialog: null });
    expect(
      watch.lines('service').filter((line) => line.includes('single run of app-service/reminder')),
    ).toHaveLength(2);
  });
});

describe('the reminder and the morning question', () => {
  const QUESTION = 'How is it this morning, after your session? Open the app: worse, same or better.';

  it.each([
    [4, ['Tue 8', 'Wed 4']],
    [7, ['Tue 8', 'Wed 7']],
    [8, ['Tue 8', 'Wed 8']],
    [9, ['Tue 8', 'Wed 9']],
    [13, ['Tue 8', 'Wed 13']],
    [23, ['Tue 8', 'Wed 23']],
    // The day goes on past midnight.
    [0, ['Tue 8', 'Thu 0']],
  ])('come once each, at eight and at %i', async (hour, [asked, reminded]) => {
    const watch = await watchWith({ reminder: { on: true, hour }, morningQuestion: true });
    expect(await notesOf(watch, 8)).toEqual([`${asked}: ${QUESTION}`, `${reminded}: Today or tomorrow`]);
    expect(problems(watch)).toEqual([]);
  });

  it.each([7, -5])(
    'come at the local hour, %i hours ahead of UTC, after the app was opened there',
    async (hours) => {
      const watch = await watchWith({ reminder: { on: true, hour: 18 }, morningQuestion: true });
      await watch.perform({ verb: 'time-zone', offsetMin: hours * 60 });
      await watch.launch();
      await watch.advance('2s');
      const notes = await notesOf(watch, 8, hours * 60);
      expect(notes).toEqual([`Tue 8: ${QUESTION}`, 'Wed 18: Today or tomorrow']);
    },
  );

  it.each(['undefined', '0', '{}', "'remind me'", `'{"param":"rm"}'`])(
    'come once each on a system that tells the service %s and not what was set',
    async (told) => {
      const wants = { reminder: { on: true, hour: 18 }, morningQuestion: true };
      const watch = await watchWith(wants, null, {}, toldInstead(told));
      expect(await notesOf(watch, 8)).toEqual([`Tue 8: ${QUESTION}`, 'Wed 18: Today or tomorrow']);
    },
  );
});

describe('the morning question', () => {
  it('comes once, at eight the morning after', async () => {
    const watch = await watchWith({ morningQuestion: true });
    expect(await notesOf(watch, 6)).toEqual([
      'Tue 8: How is it this morning, after your session? Open the app: worse, same or better.',
    ]);
    expect(problems(watch)).toEqual([]);
  });

  it('does not come if it has been answered', async () => {
    const watch = await watchWith({ morningQuestion: true }, 'same');
    expect(await notesOf(watch, 3)).toEqual([]);
  });

  it('answered with "worse" while sore moves the reminder to the later day', async () => {
    const watch = await watchWith({ reminder: { on: true, hour: 18 } }, 'worse');
    expect(await notesOf(watch, 8)).toEqual(['Thu 18: Good to go today']);
  });
});
