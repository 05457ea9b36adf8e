/** Runs the outbox over a link: sends, waits and tries again. The caller decides when to sync, so that it never disturbs a hold. */
import { asciiBytes, u32At } from '../core/base/bytes.ts';
import { CRC_BYTES, crc32 } from '../core/base/crc32.ts';
import { sentence } from '../core/base/result.ts';
import { VOID } from '../core/log/frame.ts';
import { PREFERENCES_DOCUMENT, PREFERENCES_FROM_PHONE } from '../core/stored-names.ts';
import { HELLO, MAX_PREFERENCES_BYTES, PUSH, seal } from '../core/sync/message.ts';
import * as outbox from '../core/sync/outbox.ts';
import {
  type Body,
  type Holdings,
  helloBody,
  type PhoneAnswer,
  parseAnswer,
  pushBody,
} from '../core/sync/watch-messages.ts';
import type { Link } from '../ports/ports.ts';
import { noteIfNone } from './last-session.ts';
import type { RunPorts } from './run-ports.ts';

/** The state of the sync, for the pages. */
export type SyncStatus = 'unknown' | 'sending' | 'saved' | 'waiting';

export type SyncRunner = ReturnType<typeof createSyncRunner>;

export interface SyncPorts extends Pick<RunPorts, 'clock' | 'sessionLog' | 'store' | 'report'> {
  readonly link: Link;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** The newest failure reports as text, for the phone; empty if there are none. */
  readonly reports: () => string;
}

/** The shortest timer, so that a due time that has just passed does not make a tight loop. */
const SHORTEST_TIMER_MS = 50;

export function createSyncRunner(ports: SyncPorts) {
  const { clock, link, sessionLog, store } = ports;
  let state = outbox.newOutbox((ports.random() * 2 ** 32) >>> 0 || 1);
  let cancelTimer = (): void => {};
  let listener = (): void => {};
  /** The reports that the phone has confirmed. A new launch sends them again, which changes nothing on the phone. */
  let sentReports = '';
  /** The newest record that was pushed since the last hello. */
  let pushedThrough = 0;
  /** The last session that the phone has reported to a watch without one, until it is noted. */
  let lastOnPhone: Holdings | null = null;

  function advance(next: outbox.OutboxState): void {
    const { nextId } = state;
    state = next;
    // The timer is set before anything is sent, because a send that throws must not end the retries.
    cancelTimer();
    const { timerAtMs } = state;
    if (timerAtMs) {
      const waitMs = Math.max(SHORTEST_TIMER_MS, timerAtMs - clock.nowMs());
      cancelTimer = clock.after(waitMs, () => advance(outbox.onTimer(state, clock.nowMs())));
    }
    if (state.nextId !== nextId) send(state.awaitedId);
    listener();
  }

  function send(id: number): void {
    const kind = outbox.nextMessage(state);
    // The failure may have broken the transport, and only a reopened transport notices that the link is back.
    if (kind === HELLO && state.failures) link.reopen();
    const install = sessionLog.installId();
    const reports = ports.reports();
    link.request(seal(kind, id, install, ...bodyOf(kind, reports)), (bytes) => {
      const answer = bytes && parseAnswer(bytes, install);
      if (answer && !answer.ok) ports.report('sync', sentence(answer.failure));
      const { id: answeredId, holdings, preferences }: PhoneAnswer = answer?.ok ? answer.value : { id };
      if (holdings && kind === HELLO) sentReports = reports;
      // Only the awaited answer counts, because late holdings may describe a store that is gone.
      if (state.awaitedId !== answeredId) return;
      if (holdings) takeHoldings(kind, holdings);
      else if (preferences === undefined) advance(outbox.onFailure(state, clock.nowMs()));
      else takePreferences(preferences);
    });
  }

  function bodyOf(kind: number, reports: string): Body {
    const floor = sessionLog.floor();
    if (kind === HELLO)
      return helloBody(floor, sessionLog.tail(), reports === sentReports ? '' : fitting(reports));
    if (kind === PUSH) {
      const body = pushBody(floor, sessionLog.framesFrom(state.through + 1));
      // Behind the floor come the frames.
      pushedThrough = state.through + body.length - 1;
      return body;
    }
    return [asciiBytes(fitting(store.load(PREFERENCES_DOCUMENT)))];
  }

  /** A text that fits into no message is not sent, because it must not block the sessions. */
  function fitting(text: string): string {
    if (text.length <= MAX_PREFERENCES_BYTES) return text;
    ports.report('sync', 'a text is too long for a message and is left out');
    return '';
  }

  function takePreferences(merged: string): void {
    if (merged !== store.load(PREFERENCES_DOCUMENT)) store.save(PREFERENCES_FROM_PHONE, merged);
    noteLastOnPhone();
    advance(outbox.onPreferencesMerged(state, clock.nowMs()));
  }

  /** Not before the phone's preferences have arrived, because a stage that was chosen there wins. */
  function noteLastOnPhone(): void {
    if (lastOnPhone) noteIfNone(store, lastOnPhone, clock.zoneOffsetMin());
    lastOnPhone = null;
  }

  /** Whether the phone's record `through` differs from this watch's. If it is gone here, that says nothing. */
  function isOthers({ through, throughCrc }: Holdings): boolean {
    if (!throughCrc) return false;
    const [own] = through <= sessionLog.tail() ? sessionLog.framesFrom(through) : [];
    return !own || own.kind === VOID || u32At(own.bytes, own.bytes.length - CRC_BYTES) !== throughCrc;
  }

  function takeHoldings(kind: number, holdings: Holdings): void {
    const { forgotten, preferencesCrc, lastSessionS } = holdings;
    const floor = sessionLog.floor();
    const tail = sessionLog.tail();
    if (!tail && lastSessionS) lastOnPhone = holdings;
    // Numbers may have been given twice, by a log that was lost or by another watch: then the phone is shown every record, and
    // what it has under their numbers says nothing until then.
    if (kind === HELLO) pushedThrough = isOthers(holdings) ? floor - 1 : tail;
    const isShown = pushedThrough >= tail;
    const through = isShown ? holdings.through : Math.min(holdings.through, pushedThrough);
    // If the phone has more records than the log, the log has lost some, and their numbers must not be used again.
    if (isShown) sessionLog.reserve(through);
    sessionLog.forget(forgotten);
    const greetAgain = sessionLog.floor() > floor;
    sessionLog.prune(through);
    const own = store.load(PREFERENCES_DOCUMENT);
    const preferencesDue = !!preferencesCrc && !!own && preferencesCrc !== crc32(asciiBytes(own));
    const isSettled = !preferencesDue && (!!own || !preferencesCrc);
    if (isSettled) noteLastOnPhone();
    const effect = { tail: sessionLog.tail(), preferencesDue, greetAgain };
    advance(outbox.onHoldings(state, clock.nowMs(), { ...holdings, through }, effect));
  }

  return {
    /** Asks the phone what it holds and sends the rest. To be called at launch and after a record was appended. */
    start(): void {
      // Without an install number, the phone would take this launch for a different watch.
      if (sessionLog.installId() > 0)
        advance(outbox.onSyncRequested(state, clock.nowMs(), sessionLog.tail()));
    },
    status(): SyncStatus {
      if (state.awaitedId) return 'sending';
      if (state.timerAtMs) return 'waiting';
      return outbox.nextMessage(state) ? 'unknown' : 'saved';
    },
    /** Calls `next` whenever the status may have changed; it replaces the earlier listener. */
    onChange(next: () => void): void {
      listener = next;
    },
  };
}
