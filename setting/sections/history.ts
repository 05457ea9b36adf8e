/** The sessions by month, newest first; one opens to its holds, a side at a time. */

import { recordKey } from '../../utils/core/integrations/delivery-state.ts';
import type { HoldRecord } from '../../utils/core/log/record.ts';
import { localDay } from '../../utils/core/schedule/calendar.ts';
import { minuteText, monthText } from '../../utils/core/schedule/date-text.ts';
import { type PhonePhrase, say } from '../../utils/core/text/phone-phrase.ts';
import { type LogFault, type LogPage, type PageStart, readPage } from '../../utils/core/trend/stored-log.ts';
import type { KeptSession } from '../../utils/core/trend/stored-session.ts';
import type { PageContext } from '../page-context.ts';
import { buttonPart, linePart, quietPart, rowPart, strongPart } from '../widgets.ts';

/** Sessions shown at once. */
const PAGE_SESSIONS = 30;

const style = {
  session: { padding: '8px 0' },
  open: { padding: '4px 0 8px 12px', borderLeft: '3px solid #8888' },
} as const;

export function historySection(context: PageContext): readonly Child[] {
  const { history } = context.state;
  const page = readPage(context.texts, startOf(history[history.length - 1]), PAGE_SESSIONS);
  const faults = page.faults.map((fault) => linePart(context, faultPhrase(fault)));
  if (page.sessions.length === 0 && history.length === 0) {
    return [...faults, linePart(context, say('phone.empty'))];
  }
  return [...faults, ...months(context, page.sessions), pager(context, page)];
}

/** What is wrong with a stored record, as a sentence. */
function faultPhrase(fault: LogFault): PhonePhrase {
  if (fault.what === 'damaged') return say('phone.damaged', `${fault.where}, ${fault.why}`);
  return say('phone.update', fault.where);
}

function startOf(text: string | undefined): PageStart | null {
  return text === undefined ? null : (JSON.parse(text) as PageStart);
}

function months(context: PageContext, sessions: readonly KeptSession[]): Child[] {
  const parts: Child[] = [];
  let month = '';
  for (const session of sessions) {
    const { startedAtMs, zoneOffsetMin } = session.record;
    const own = monthText(localDay(startedAtMs, zoneOffsetMin));
    if (own !== month) parts.push(strongPart(context, say('plain', own)));
    month = own;
    parts.push(sessionPart(context, session));
  }
  return parts;
}

function sessionPart(context: PageContext, session: KeptSession): Child {
  const key = recordKey(session.install, session.seq);
  const isOpen = context.state.session === key;
  const { record } = session;
  const title = say(
    'phone.session',
    minuteText(record.startedAtMs, record.zoneOffsetMin),
    Math.round(record.durationS / 60),
  );
  const label = say(isOpen ? 'history.close' : 'history.open', title, say(`phone.how.${record.how}`));
  const button = buttonPart(context, label, () => context.turn({ session: isOpen ? '' : key }));
  const content = isOpen ? [View({ style: style.open }, sessionLines(context, session))] : [];
  return View({ style: style.session }, [button, ...content]);
}

function sessionLines(context: PageContext, session: KeptSession): Child[] {
  const { record } = session;
  const lines: PhonePhrase[] = [
    say('history.phase', say(`phase.${record.phase}`), say(`tool.${record.tool}`)),
    say('history.pain', points(session.painBefore), points(session.painAfter), points(session.contact)),
  ];
  if (session.morning !== null) lines.push(say('history.morning', say(`morning.${session.morning}`)));
  const parts = lines.map((phrase) => linePart(context, phrase));
  for (const side of record.sides) {
    const holds = record.holds.filter((hold) => hold.side === side);
    parts.push(strongPart(context, say('history.side', say(`phone.side.${side}`))));
    if (holds.length === 0) parts.push(quietPart(context, say('history.none')));
    parts.push(...holds.map((hold) => linePart(context, holdPhrase(hold))));
  }
  return parts.concat(ends(session).map((phrase) => quietPart(context, phrase)));
}

function holdPhrase(hold: HoldRecord): PhonePhrase {
  return say(
    'history.hold',
    say(`phone.step.${hold.step}`),
    hold.spot,
    hold.seconds,
    say(`phone.outcome.${hold.outcome}`),
    Math.round(hold.lateMs / 100) / 10,
  );
}

function ends({ record }: KeptSession): PhonePhrase[] {
  const lines: PhonePhrase[] = [];
  if (record.beats > 0) lines.push(say('phone.lifts', record.beats));
  if (record.interruptions > 0) lines.push(say('history.interruptions', record.interruptions));
  if (record.lostCues > 0) lines.push(say('history.lost', record.lostCues));
  if (record.clockJumps > 0) lines.push(say('history.jumps', record.clockJumps));
  if (record.triesLeftOut > 0) lines.push(say('history.left-out', record.triesLeftOut));
  return lines;
}

function pager(context: PageContext, page: LogPage): Child {
  const { history } = context.state;
  const buttons: Child[] = [];
  if (history.length > 0) {
    buttons.push(
      buttonPart(context, say('history.newer'), () => context.turn({ history: history.slice(0, -1) })),
    );
  }
  const { next } = page;
  if (next !== null) {
    const onward = history.concat([JSON.stringify(next)]);
    buttons.push(buttonPart(context, say('history.older'), () => context.turn({ history: onward })));
  }
  return rowPart(buttons);
}

function points(value: number | null): string {
  return value === null ? '–' : String(value);
}
