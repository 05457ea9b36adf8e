/** Where sessions go besides this phone: what would leave it, said before it is switched on, and how each outlet stands. */

import { sentence } from '../../utils/core/base/result.ts';
import {
  emptyLedger,
  mayTry,
  OUTLETS,
  type OutletId,
  type OutletLedger,
  parseLedger,
  type Underway,
} from '../../utils/core/integrations/delivery-state.ts';
import { ledgerKey, type OutletSetup, parseSetup, setupKey } from '../../utils/core/integrations/setup.ts';
import { parseAddress } from '../../utils/core/integrations/webhook-address.ts';
import { minuteText } from '../../utils/core/schedule/date-text.ts';
import { commandKey, type OutletWish, parseCommand } from '../../utils/core/sync/phone-commands.ts';
import { type PhonePhrase, say } from '../../utils/core/text/phone-phrase.ts';
import type { PageContext } from '../page-context.ts';
import { buttonPart, fieldPart, linePart, quietPart, rowPart, strongPart } from '../widgets.ts';

/** Names, alike in every language. */
const NAMES: Readonly<Record<OutletId, string>> = { webhook: 'Webhook', intervals: 'intervals.icu' };

/** Records under way that are named one by one. */
const NAMED = 5;

export function outletsSection(context: PageContext): readonly Child[] {
  return [
    quietPart(context, say('outlets.how')),
    ...OUTLETS.reduce<Child[]>((all, outlet) => all.concat(outletParts(context, outlet)), []),
  ];
}

function outletParts(context: PageContext, outlet: OutletId): Child[] {
  const setup = parseSetup(context.texts.read(setupKey(outlet)));
  const waiting = context.texts.read(commandKey({ kind: 'outlet', outlet }));
  const lines: PhonePhrase[] = [say(`outlets.${outlet}.sent`), say(`outlets.${outlet}.needs`)];
  const fault = context.state.outletFaults[outlet] ?? setup.fault;
  return [
    strongPart(context, say('plain', NAMES[outlet])),
    ...lines.map((phrase) => quietPart(context, phrase)),
    ...fields(context, outlet, setup),
    ...(fault === '' ? [] : [linePart(context, say('outlets.fault', fault))]),
    ...(waiting ? [quietPart(context, say('outlets.waiting'))] : []),
    ...stateLines(context, outlet, setup).map((phrase) => linePart(context, phrase)),
    rowPart(switches(context, outlet, setup)),
  ];
}

function fields(context: PageContext, outlet: OutletId, setup: OutletSetup): Child[] {
  const secret = TextInput({
    label: context.say(say(`outlets.${outlet}.key`)),
    placeholder: context.say(say(setup.hasSecret ? 'outlets.key-kept' : 'outlets.key-none')),
    value: '',
    onChange: (text) => {
      if (text.trim() !== '') wish(context, { outlet, secret: text.trim() });
    },
  });
  if (outlet !== 'webhook') return [fieldPart(secret)];
  const address = TextInput({
    label: context.say(say('outlets.webhook.address')),
    placeholder: setup.host === '' ? 'https://' : setup.host,
    value: '',
    onChange: (text) => takeAddress(context, outlet, text),
  });
  return [fieldPart(address), fieldPart(secret)];
}

function takeAddress(context: PageContext, outlet: OutletId, text: string): void {
  if (text.trim() === '') return;
  const address = parseAddress(text);
  const fault = address.ok ? '' : sentence(address.failure);
  context.turn(({ outletFaults }) => ({ outletFaults: { ...outletFaults, [outlet]: fault } }));
  if (address.ok) wish(context, { outlet, address: address.value });
}

function switches(context: PageContext, outlet: OutletId, { isOn }: OutletSetup): Child[] {
  const press = (key: PhonePhrase['key'], change: Partial<OutletWish>, isMain = false): Child =>
    buttonPart(
      context,
      say(key, say('plain', NAMES[outlet])),
      () => wish(context, { ...change, outlet }),
      isMain,
    );
  if (!isOn) {
    return [
      press('outlets.on', { isOn: true, earlier: false }, true),
      press('outlets.on-all', { isOn: true, earlier: true }),
    ];
  }
  return [press('outlets.off', { isOn: false }), press('outlets.retry', { retry: true })];
}

function stateLines(context: PageContext, outlet: OutletId, setup: OutletSetup): PhonePhrase[] {
  const ledger = parseLedger(context.texts.read(ledgerKey(outlet)));
  if (ledger === null) return [say('outlets.ledger-damaged')];
  if (!setup.isOn && ledger.delivered === 0 && ledger.underway.length === 0) return [say('outlets.is-off')];
  const count = (state: Underway['state']): number =>
    ledger.underway.filter((record) => record.state === state).length;
  const lines = [
    say(setup.isOn ? 'outlets.is-on' : 'outlets.is-off'),
    say('outlets.counts', ledger.delivered, count('pending'), count('unknown'), count('failed')),
    ...ledger.underway.slice(0, NAMED).map((record) => underwayPhrase(context, record)),
  ];
  return lines.concat(restPhrases(context, ledger));
}

function underwayPhrase(context: PageContext, record: Underway): PhonePhrase {
  const due = minuteText(record.dueAtMs, context.newest?.record.zoneOffsetMin ?? 0);
  return say(`outlets.${record.state}`, record.seq, record.why, due);
}

function restPhrases(context: PageContext, ledger: OutletLedger = emptyLedger): PhonePhrase[] {
  if (ledger.barredWhy !== '') return [say('outlets.barred', ledger.barredWhy)];
  if (mayTry(ledger, context.nowMs)) return [];
  const until = minuteText(ledger.restsUntilMs, context.newest?.record.zoneOffsetMin ?? 0);
  return [say('outlets.rests', until)];
}

/** What already waits for the service is kept. */
function wish(context: PageContext, change: OutletWish): void {
  const key = commandKey({ kind: 'outlet', outlet: change.outlet });
  const text = context.texts.read(key);
  const before = text ? parseCommand(key, text) : null;
  const kept = before?.ok === true && before.value.kind === 'outlet' ? before.value : {};
  context.post({ ...kept, ...change, kind: 'outlet' });
}
