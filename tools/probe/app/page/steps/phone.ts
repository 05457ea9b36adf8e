/** P11, P12: the phone's service and page. */
import type { Note } from '../../core/progress.ts';
import { askPhone } from '../phone.ts';
import type { ProbeStep, Reply, Stage } from '../stage.ts';

/** A service that is younger was started by the question. */
const FRESH_MS = 15_000;
/** What one chunk of zml carries, bytes. */
const CHUNK_BYTES = 3_518;
const CHUNKS = 10;
const SILENCE_MS = 60_000;

/** Greets; where nobody answers, lets the person open the phone page, which starts the service. */
function hello(stage: Stage, then: (reply: Reply, atOnce: boolean) => void): void {
  stage.show('Asking the phone.');
  stage.phone({ ask: 'hello' }, (reply) => {
    if (reply !== null) {
      then(reply, true);
      return;
    }
    stage.order('No answer. In the Zepp app open the page of this app, press Wake, then Done here.', () => {
      stage.show('Asking the phone.');
      stage.phone({ ask: 'hello' }, (second) => {
        if (second === null) {
          stage.settle('P11a', false, { answered: 0 });
        } else then(second, false);
      });
    });
  });
}

function chunks(stage: Stage, id: unknown): void {
  const beganMs = stage.nowMs();
  let whole = 0;
  const send = (): void => {
    const bytes = new Uint8Array(CHUNK_BYTES).fill(85);
    const end = (reply: Reply | null): void => {
      if (reply?.length === CHUNK_BYTES) whole++;
      if (reply !== null && whole < CHUNKS) {
        send();
        return;
      }
      const seconds = (stage.nowMs() - beganMs) / 1000;
      const values = { whole, bytesPerS: Math.round((whole * CHUNK_BYTES) / seconds) };
      stage.answer('P11b', whole === CHUNKS, values);
      silence(stage, id);
    };
    askPhone(Buffer.from(bytes), (reply) => end(jsonOf(reply)));
  };
  stage.show('Measuring the radio.');
  send();
}

/** A Buffer is answered with a Buffer, which arrives as an ArrayBuffer. */
function jsonOf(reply: Reply | null): Reply | null {
  const data = reply as unknown as ArrayBuffer | null;
  if (data === null || !(data.byteLength > 0)) return reply;
  let text = '';
  for (const byte of new Uint8Array(data)) text += String.fromCharCode(byte);
  return JSON.parse(text);
}

function silence(stage: Stage, id: unknown): void {
  stage.show('Leave watch and phone alone for a minute.');
  stage.after(SILENCE_MS, () => {
    stage.phone({ ask: 'hello' }, (reply) => {
      const values: Note = { same: reply?.id === id ? 1 : 0, ageMs: Number(reply?.ageMs ?? -1) };
      stage.answer('P11c', reply === null ? null : reply.id === id, values);
      mark(stage);
    });
  });
}

function mark(stage: Stage): void {
  const given = String(stage.nowMs());
  stage.phone({ ask: 'keep', value: given }, (reply) => {
    if (reply?.kept !== given) {
      stage.done();
      return;
    }
    stage.order('Close the Zepp app on the phone once more (swipe it away), then press Done.', () =>
      hello(stage, (answer) => {
        stage.settle('P11d', answer.kept === given);
      }),
    );
  });
}

export const phoneStep: ProbeStep = {
  begin(stage) {
    stage.order('Close the Zepp app on the phone (swipe it away), then press Done.', () =>
      hello(stage, (reply, atOnce) => {
        const ageMs = Number(reply.ageMs);
        // An old service was never closed: that answers nothing.
        stage.answer('P11a', atOnce && ageMs > FRESH_MS ? null : atOnce, { ageMs });
        chunks(stage, reply.id);
      }),
    );
  },
};

export const phonePageStep: ProbeStep = {
  begin(stage) {
    stage.order('In the Zepp app open the page of this app, answer its two questions, then press Done.', () =>
      stage.phone({ ask: 'seen' }, (reply) => {
        for (const check of ['P12a', 'P12b']) {
          const said = reply?.[check];
          if (said === 'yes' || said === 'no') stage.answer(check, said === 'yes');
        }
        stage.done();
      }),
    );
  },
};
