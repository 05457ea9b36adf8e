/** The sessions by month, newest first. A session opens to its holds, one side after the other. */
import { recordKey } from '../../utils/core/integrations/integration.ts';
import { minutesOf } from '../../utils/core/log/guided-time.ts';
import type { HoldRecord } from '../../utils/core/log/record.ts';
import { isOwnId } from '../../utils/core/routine/own-id.ts';
import { localDay } from '../../utils/core/schedule/calendar.ts';
import { isPossibleStart } from '../../utils/core/schedule/possible-start.ts';
import { minutePhrase, monthPhrase } from '../../utils/core/text/local-date.ts';
import { type PhonePhrase, phrase } from '../../utils/core/text/phone-phrase.ts';
import type { StoredSession } from '../../utils/core/trend/stored-log.ts';
import { type LogFault, type LogPage, readLogPage } from '../../utils/core/trend/stored-log.ts';
import type { PageContext } from '../page-context.ts';
import { parseLogPageStart } from '../page-state.ts';
import { button, buttonRow, line, quietLine, rowButton, strongLine } from '../widgets.ts';

const SESSIONS_A_PAGE = 30;

const style = {
  session: {},
  open: { padding: '4px 0 8px 12px', borderLeft: '3px solid #8888' },
} as const;

export function historySection(context: PageContext): readonly Child[] {
  const { history } = context.state;
  const page = readLogPage(context.texts, parseLogPageStart(history[history.length - 1]), SESSIONS_A_PAGE);
  const faults = page.faults.map((fault) => line(context, faultPhrase(fault)));
  if (page.sessions.length === 0 && history.length === 0) {
    return [...faults, line(context, phrase('phone.noSessions'))];
  }
  return [...faults, ...sessionsByMonth(context, page.sessions), turnButtons(context, page)];
}

function faultPhrase({ what, where, why }: LogFault): PhonePhrase {
  if (what === 'damaged') return phrase('phone.damaged', `${where}, ${why}`);
  if (what === 'lost')
    return why === '' ? phrase('phone.lost', where) : phrase('phone.lostAfter', where, why);
  return phrase('phone.needsNewerApp', where);
}

function sessionsByMonth(context: PageContext, sessions: readonly StoredSession[]): Child[] {
  const children: Child[] = [];
  let shownMonth = '';
  for (const session of sessions) {
    const { startedAtMs, zoneOffsetMin } = session.record;
    const month = monthPhrase(localDay(startedAtMs, zoneOffsetMin));
    const name = context.translate(month);
    if (name !== shownMonth) children.push(strongLine(context, month));
    shownMonth = name;
    children.push(sessionView(context, session));
  }
  return children;
}

function sessionView(context: PageContext, session: StoredSession): Child {
  const key = recordKey(session.install, session.seq);
  const isOpen = context.state.session === key;
  const { record } = session;
  const title = phrase(
    'phone.session',
    minutePhrase(record.startedAtMs, record.zoneOffsetMin, localDay(context.nowMs, context.zoneOffsetMin)),
    minutesOf(record)[0],
  );
  const end = phrase(`phone.ending.${record.how}`);
  const toggle = rowButton(context, phrase(isOpen ? 'history.close' : 'history.open', title, end), () =>
    context.updateState({ session: isOpen ? '' : key }),
  );
  const isWrong = !isPossibleStart(record.startedAtMs, context.nowMs);
  const mark = isWrong ? [quietLine(context, phrase('history.wrong-clock'))] : [];
  const content = isOpen ? [View({ style: style.open }, sessionContent(context, session))] : [];
  return View({ style: style.session }, [toggle, ...mark, ...content]);
}

function sessionContent(context: PageContext, session: StoredSession): Child[] {
  const { record, morning } = session;
  const own = isOwnId(record.routine) ? [strongLine(context, phrase(`phone.routine.${record.routine}`))] : [];
  const children = [
    ...own,
    line(context, phrase('history.time', ...minutesOf(record))),
    line(context, phrase('history.stage', phrase(`stage.${record.phase}`), phrase(`kit.${record.tool}`))),
    line(context, ratingsPhrase(session)),
  ];
  if (morning !== null) {
    children.push(line(context, phrase('history.morning', phrase(`morning.${morning}`))));
  }
  for (const side of record.sides) {
    const holds = record.holds.filter((hold) => hold.side === side);
    children.push(strongLine(context, phrase('history.side', phrase(`phone.side.${side}`))));
    if (holds.length === 0) children.push(quietLine(context, phrase('history.none')));
    for (const hold of holds) children.push(line(context, holdPhrase(hold)));
  }
  for (const text of countPhrases(session)) children.push(quietLine(context, text));
  return children;
}

function ratingsPhrase(session: StoredSession): PhonePhrase {
  const { painBefore, painAfter, contact } = session;
  if (painBefore === null && painAfter === null && contact === null) return phrase('history.unrated');
  return phrase('history.pain', points(painBefore), points(painAfter), contactPhrase(session));
}

function holdPhrase({ step, spot, seconds, outcome, lateMs }: HoldRecord): PhonePhrase {
  const how = phrase(`phone.outcome.${outcome}`);
  const hold = phrase('history.hold', phrase(`phone.step.${step}`), spot, seconds, how);
  return lateMs === 0 ? hold : phrase('history.hold.late', hold, Math.round(lateMs / 100) / 10);
}

/** The counts of a session besides its holds. */
const COUNTS = [
  ['beats', 'phone.lifts'],
  ['interruptions', 'history.interruptions'],
  ['lostCues', 'history.lost'],
  ['clockJumps', 'history.jumps'],
  ['triesLeftOut', 'history.left-out'],
] as const;

/** The session's counts, without those that are zero. */
function countPhrases({ record }: StoredSession): PhonePhrase[] {
  return COUNTS.filter(([field]) => record[field] > 0).map(([field, key]) => phrase(key, record[field]));
}

/** Buttons to the newer and the older page of the history, if there are any. */
function turnButtons(context: PageContext, { next }: LogPage): Child {
  const { history } = context.state;
  const buttons: Child[] = [];
  if (history.length > 0) {
    const back = history.slice(0, -1);
    buttons.push(button(context, phrase('history.newer'), () => context.updateState({ history: back })));
  }
  if (next !== null) {
    const onward = history.concat([JSON.stringify(next)]);
    buttons.push(button(context, phrase('history.older'), () => context.updateState({ history: onward })));
  }
  return buttonRow(buttons);
}

/** Soreness at the first contact: for each side if that was asked, otherwise the single number. */
function contactPhrase({ contact, contactLeft, contactRight }: StoredSession): PhonePhrase {
  if (contactLeft === null && contactRight === null) return phrase('plain', points(contact));
  return phrase('history.contact.sides', points(contactLeft), points(contactRight));
}

function points(value: number | null): string {
  return value === null ? '–' : String(value);
}
