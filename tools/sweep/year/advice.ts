/** Advice to try another stage, held against what the wearer has said. */
import type { MemoryTexts } from '../../../test/support/memory-texts.ts';
import type { Stage } from '../../../utils/core/routine/routine.ts';
import { isPossibleStart } from '../../../utils/core/schedule/possible-start.ts';
import { type Advice, advisedStage, sessionsAfter } from '../../../utils/core/schedule/stage-advice.ts';
import { latestCounted } from '../../../utils/core/trend/counted-sessions.ts';
import { readLogPage } from '../../../utils/core/trend/stored-log.ts';
import type { Lived } from './contradictions.ts';
import type { Watch } from './year.ts';

/** The watch judges by this many of its newest records, ratings among them. */
const READ_RECORDS = 64;

interface Question {
  readonly routine: string;
  readonly nowMs: number;
  readonly stage: Stage;
}

/** What the phone's page advises, as its section about the next session works it out. */
export function phoneAdvice(
  texts: MemoryTexts,
  { routine, nowMs, stage, keptStageS }: Question & { readonly keptStageS: number },
): Advice | null {
  const stored = { keys: [...texts.values.keys()], read: (key: string) => texts.getItem(key) };
  const { sessions } = readLogPage(stored, null, 40);
  const counted = latestCounted(sessions, nowMs, routine);
  return advisedStage(stage, sessionsAfter(counted, keptStageS, nowMs).slice().reverse());
}

/** The answers for which a watch advises a stage are those that were given: of this routine, at this stage, since the last "no". */
export function checkAdvice(
  { sessionLog, adviceFrom }: Watch,
  lived: readonly Lived[],
  { routine, nowMs, stage, advised }: Question & { readonly advised: Advice },
  faults: string[],
): void {
  const ofRoutine = lived.filter(
    ({ install, seq, record }) =>
      install === sessionLog.installId() &&
      seq >= adviceFrom &&
      seq > sessionLog.tail() - READ_RECORDS &&
      record.routine === routine &&
      isPossibleStart(record.startedAtMs, nowMs),
  );
  const lastOther = ofRoutine.map(({ record }) => record.phase !== stage).lastIndexOf(true);
  const own = ofRoutine.slice(lastOther + 1);
  const mornings = own.flatMap(({ morning }) => (morning === null ? [] : [morning])).slice(-3);
  const isCalm = mornings.length === 3 && !mornings.includes('worse');
  const rises = own.flatMap(({ painBefore, painAfter }) =>
    painBefore === null || painAfter === null ? [] : [painAfter - painBefore],
  );
  const hasRisen = rises.length >= 2 && rises.slice(-2).every((points) => points >= 2);
  const worst = own.flatMap(({ contact, painBefore, painAfter }) => {
    const isRated = contact !== null && (painBefore !== null || painAfter !== null);
    return isRated ? [Math.max(contact, painBefore ?? 0, painAfter ?? 0)] : [];
  });
  const isEasy = worst.length >= 4 && worst.slice(-4).every((points) => points <= 2);
  const latest = own.slice(-12);
  const isWorse =
    hasRisen ||
    hasCrept(latest.map(({ painBefore }) => painBefore)) ||
    hasCrept(latest.map(({ painAfter }) => painAfter)) ||
    (mornings.length === 3 && mornings.every((morning) => morning === 'worse'));
  const isHurting = own
    .slice(-3)
    .some(({ painBefore, painAfter }) => Math.max(painBefore ?? 0, painAfter ?? 0) >= 5);
  const right = {
    sore: isWorse ? 'pause' : isCalm && !isHurting ? 'active' : null,
    active: isWorse ? 'sore' : isEasy && mornings.at(-1) !== 'worse' ? 'maintenance' : null,
    maintenance: isWorse ? 'active' : null,
  }[stage];
  if (advised !== right) {
    faults.push(
      `${advised} is advised at ${stage} after mornings ${mornings}, points ${worst.slice(-4)}, rises ${rises.slice(-2)}`,
    );
  }
}

/** Whether each of the last three ratings is above 2, and 2 or more above the middle one of the first three. */
function hasCrept(ratings: readonly (number | null)[]): boolean {
  const given = ratings.flatMap((rating) => (rating === null ? [] : [rating]));
  if (given.length < 6) return false;
  const [, middle = 0] = given.slice(0, 3).sort((left, right) => left - right);
  return Math.min(...given.slice(-3)) >= Math.max(3, middle + 2);
}
