/** Texts of watch and phone whose checksum is right and whose content is damaged or of another text: nobody who reads them throws. */
import { createPhonePreferences } from '../../../app-side/phone-preferences.ts';
import { createRecordStore } from '../../../app-side/record-store.ts';
import { runCommands } from '../../../app-side/run-commands.ts';
import { parsePageState } from '../../../setting/page-state.ts';
import { planWith } from '../../../test/support/arbitraries.ts';
import { createManualClock } from '../../../test/support/manual-clock.ts';
import { createMemoryFiles } from '../../../test/support/memory-files.ts';
import { createMemoryTexts } from '../../../test/support/memory-texts.ts';
import { frameOf } from '../../../test/support/records.ts';
import {
  createWatchLife,
  startedLife,
  ticking,
  tickToEnd,
  type WatchLife,
} from '../../../test/support/watch-life.ts';
import { parseDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import { parseSecrets, parseSetup } from '../../../utils/core/integrations/setup.ts';
import { decodeRecord } from '../../../utils/core/log/decode.ts';
import { emptyDocument, formatPreferences, setPreference } from '../../../utils/core/preferences/document.ts';
import { offerOwn } from '../../../utils/core/preferences/offer-own.ts';
import { withRoutineCodes } from '../../../utils/core/preferences/own-routines.ts';
import { preferenceControls } from '../../../utils/core/preferences/preference-rows.ts';
import { ownId } from '../../../utils/core/routine/own-routine.ts';
import { encodeRoutine } from '../../../utils/core/routine/routine-code.ts';
import type { StoredText } from '../../../utils/core/stored-names.ts';
import * as storedNames from '../../../utils/core/stored-names.ts';
import { checkedText, PREFERENCES_KEY } from '../../../utils/core/sync/phone-keys.ts';
import { readLogPage } from '../../../utils/core/trend/stored-log.ts';
import { applyPreferences } from '../../../utils/run/apply-preferences.ts';
import { lastSession } from '../../../utils/run/last-session.ts';
import { logEndedSession } from '../../../utils/run/log-ended-session.ts';
import { makeNextPlan } from '../../../utils/run/make-next-plan.ts';
import { loadNextPlan } from '../../../utils/run/next-plan.ts';
import { loadOwnRoutines } from '../../../utils/run/own-routines.ts';
import { painBefore } from '../../../utils/run/pain-before.ts';
import { loadPreferences, newestPreferences, stageFromPhone } from '../../../utils/run/preferences.ts';
import { readStoredPreferences } from '../../../utils/run/stored-preferences.ts';
import { createTextStore, type TextStore } from '../../../utils/run/text-store.ts';
import { createRandom } from '../../shared/random.ts';
import { randomDefinition } from '../../shared/random-definition.ts';
import { usedWatch } from '../../simulate/seeded-watch.ts';
import { withForeignValue } from './foreign-texts.ts';

const NAMES = Object.values(storedNames).filter(
  (name): name is StoredText => name !== storedNames.REPORT_RING && name !== storedNames.LOG_FILES,
);
/** The texts that a session is guided by. */
const GUIDING = [storedNames.OPEN_SESSION, storedNames.NEXT_PLAN, storedNames.PAGE_PREFERENCES] as const;
const WATCH = 0xfeed;
/** The document that the watch has too. */
const SOUND_PREFERENCES = soundPreferences();

type Random = () => number;

function soundPreferences(): string {
  const routine = encodeRoutine(randomDefinition(createRandom(1)));
  const set = setPreference(withRoutineCodes(emptyDocument, [routine]), 'strength', 'strong', 'phone');
  if (!set.ok) throw new Error(set.failure.what);
  return formatPreferences(set.value);
}

function anyOf<One>(list: readonly One[], random: Random): One {
  return list[Math.floor(random() * list.length)] as One;
}

/** The text with a piece cut out, doubled, or replaced by what a JSON may have there; with a foreign value; or one of the others whole. */
function spoilt(text: string, others: readonly string[], random: Random): string {
  const how = Math.floor(random() * 6);
  if (how > 3) return withForeignValue(text, random);
  if (how === 0) return anyOf(others, random);
  const from = Math.floor(random() * text.length);
  const to = from + Math.floor(random() * 6);
  if (how === 1) return text.slice(0, from) + text.slice(to);
  if (how === 2) return text.slice(0, to) + text.slice(from);
  return text.slice(0, from) + anyOf(['null', '-1', '9e99', '[]', '{}', '""', '0'], random) + text.slice(to);
}

/** One text of a used watch is foreign: home, a session and its summary read it. @throws what a reader throws */
export function readForeignOnWatch(random: Random): void {
  const contents = new Map(usedWatch({ soreBack: true }));
  const texts = createTextStore(createMemoryFiles(contents), () => {});
  if (random() < 0.5) takeOwnRoutine(texts, random);
  if (random() < 0.5) texts.save(storedNames.OPEN_SESSION, anyOf(openSessions(), random));
  const own = NAMES.map((name) => texts.load(name));
  const name = anyOf(random() < 0.5 ? GUIDING : NAMES, random);
  const foreign = spoilt(texts.load(name), own, random);
  for (let time = 0; time < 2; time++) texts.save(name, foreign);
  const life = createWatchLife(createManualClock(), { contents });
  readAll(life);
  if (life.resume().to === 'session') {
    life.runner.load();
    tickToEnd(life);
  }
  logEndedSession(life.ports, '');
  life.runner.start(
    loadNextPlan(
      life.store,
      readStoredPreferences(life.store, () => {}),
    ) ?? planWith(),
  );
  tickToEnd(life);
  const seq = logEndedSession(life.ports, '')?.seq ?? 0;
  const [frame] = life.sessionLog.framesFrom(seq);
  // A watch whose numbers are all in use says so on the summary of each session.
  const isFull = life.lines.some((line) => line.includes('every number is in use'));
  if (!isFull && (seq === 0 || frame === undefined || !decodeRecord(frame).ok))
    throw new Error(`a session after a foreign "${name}" has no record: ${foreign.slice(0, 300)}`);
}

let openOnes: readonly string[] = [];

/** An open session in a hold, one in its march, and one that has ended. */
function openSessions(): readonly string[] {
  if (openOnes.length > 0) return openOnes;
  const life = startedLife();
  const hold = ticking(life, 75_000).store.load(storedNames.OPEN_SESSION);
  const march = ticking(life, 400_000).store.load(storedNames.OPEN_SESSION);
  tickToEnd(life);
  openOnes = [hold, march, life.store.load(storedNames.OPEN_SESSION)];
  return openOnes;
}

/** The watch has a routine of the wearer's own, and it is the one that is planned. */
function takeOwnRoutine(texts: TextStore, random: Random): void {
  const definition = randomDefinition(random);
  const chosen = setPreference(
    withRoutineCodes(emptyDocument, [encodeRoutine(definition)]),
    'routine',
    ownId(definition),
    'phone',
  );
  if (!chosen.ok) throw new Error(chosen.failure.what);
  texts.save(storedNames.PREFERENCES_FROM_PHONE, formatPreferences(chosen.value));
  applyPreferences(texts, () => {}, [0, 0]);
  if (!makeNextPlan(texts, () => {})) throw new Error('no plan of an own routine');
}

function readAll({ store, clock, ports, sessionLog }: WatchLife): void {
  const preferences = loadPreferences(store, ports.report);
  newestPreferences(store, ports.report);
  loadNextPlan(store, {});
  makeNextPlan(store, ports.report);
  offerOwn(preferenceControls, loadOwnRoutines(store));
  lastSession(store, clock.nowMs(), preferences.routine);
  painBefore(store);
  stageFromPhone(store);
  sessionLog.framesFrom(sessionLog.floor());
}

/**
 * One key of the phone is foreign: the service and the page read it, and a record is stored. @throws what a reader throws
 * @returns how many records were given up because of it: those that the watch would no longer be asked for; and one more if damaged
 *   preferences change what watch and phone have afterwards
 */
export function readForeignOnPhone(random: Random): number {
  const texts = createMemoryTexts();
  const open = () => createRecordStore(texts, random, () => Date.UTC(2026, 5, 1));
  const preferences = createPhonePreferences(texts);
  preferences.merge(SOUND_PREFERENCES);
  open().noteWatch(WATCH, 1, 3);
  open().insert(WATCH, [frameOf(1), frameOf(2)]);
  open().epoch();
  for (const key of [
    'page.state',
    'outlet.webhook',
    'cmd:config',
    'cmd:import',
    'import.result',
    'ring.watch',
  ])
    texts.setItem(key, '{"history":["{\\"feed\\":2}"],"through":{},"underway":[],"delivered":0}');
  const key = anyOf([...texts.values.keys()], random);
  const foreign = spoilt(texts.getItem(key) ?? '', [...texts.values.values()], random);
  const isChecked = random() < 0.5;
  texts.values.set(key, isChecked ? checkedText(foreign.replace(/ [0-9a-f]{8}$/, '')) : foreign);
  const records = open();
  runCommands({
    storage: texts,
    records,
    preferences,
    nowMs: () => 0,
    report: () => {},
  });
  records.lastSession();
  records.noteWatch(WATCH, 1, 3);
  const isTaken = records.insert(WATCH, [frameOf(3)]) && records.heldThrough(WATCH, 3) === 3;
  readLogPage({ keys: [...texts.values.keys()], read: (one) => texts.getItem(one) }, null, 10);
  for (const text of texts.values.values())
    [parsePageState, parseDeliveryState, parseSetup, parseSecrets].forEach((read) => void read(text));
  const isDamaged = key === PREFERENCES_KEY && !isChecked;
  const isChanged = isDamaged && preferences.merge(SOUND_PREFERENCES) !== SOUND_PREFERENCES;
  return (isTaken || key === 'store.version' ? 0 : 1) + (isChanged ? 1 : 0);
}
