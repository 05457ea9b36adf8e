/** The integrations: what each would send, shown before it is switched on, and the state of each. */
import { pastedWord } from '../../utils/core/base/pasted.ts';
import {
  canSendNow,
  type DeliveryState,
  parseDeliveryState,
  type UnderwayRecord,
} from '../../utils/core/integrations/delivery-state.ts';
import { leftOut } from '../../utils/core/integrations/due-records.ts';
import { INTEGRATIONS, type IntegrationId } from '../../utils/core/integrations/integration.ts';
import { parseSecret } from '../../utils/core/integrations/secret.ts';
import {
  type IntegrationSetup,
  integrationKeys,
  isComplete,
  parseSecrets,
  parseSetup,
} from '../../utils/core/integrations/setup.ts';
import { parseAddress } from '../../utils/core/integrations/webhook-address.ts';
import { whyPhrase } from '../../utils/core/integrations/why.ts';
import { localDay } from '../../utils/core/schedule/calendar.ts';
import { commandKey, type IntegrationChange, parseCommand } from '../../utils/core/sync/phone-commands.ts';
import { faultText, storedFault } from '../../utils/core/text/fault.ts';
import { minutePhrase } from '../../utils/core/text/local-date.ts';
import { type PhonePhrase, phrase } from '../../utils/core/text/phone-phrase.ts';
import type { PageContext } from '../page-context.ts';
import {
  button,
  buttonRow,
  failureLines,
  field,
  line,
  quietLine,
  strongLine,
  type Weight,
} from '../widgets.ts';

/** The names are the same in every language. */
const NAMES: Readonly<Record<IntegrationId, string>> = { webhook: 'Webhook', intervals: 'intervals.icu' };

/** At most this many records that are being sent are listed one by one. */
const MAX_LISTED = 5;

export function integrationsSection(context: PageContext): readonly Child[] {
  return [
    quietLine(context, phrase('integrations.how')),
    ...INTEGRATIONS.filter((integration) => !isForExperts(context, integration)).flatMap((integration) =>
      integrationView(context, integration),
    ),
  ];
}

/** A webhook is for people who run a server. Once it was switched on, or if something is wrong with it, it appears with the other integrations. */
export function isForExperts({ texts }: PageContext, integration: IntegrationId): boolean {
  const keys = integrationKeys(integration);
  const { isOn, fault, isDamaged } = parseSetup(texts.read(keys.setup));
  const isUsed = isOn || isDamaged || fault !== null || Boolean(texts.read(keys.deliveryState));
  return integration === 'webhook' && !isUsed;
}

export function integrationView(context: PageContext, integration: IntegrationId): Child[] {
  const setup = parseSetup(context.texts.read(integrationKeys(integration).setup));
  const isWaiting = Boolean(context.texts.read(commandKey({ kind: 'integration', integration })));
  const fault = storedFault(context.state.addressFaults[integration]) ?? setup.fault;
  return [
    strongLine(context, phrase('plain', NAMES[integration])),
    quietLine(context, phrase(`integrations.${integration}.sent`)),
    quietLine(context, phrase(`integrations.${integration}.needs`)),
    ...inputs(context, integration, setup),
    ...(fault === null ? [] : [line(context, phrase('integrations.fault', fault))]),
    ...failureLines(context, { kind: 'integration', integration }),
    ...(isWaiting ? [quietLine(context, phrase('integrations.waiting'))] : []),
    ...deliveryPhrases(context, integration, setup).map((text) => line(context, text)),
    buttonRow(switches(context, integration, setup)),
  ];
}

/** Inputs never show stored values, because these are secrets and stay on the phone. */
function inputs(context: PageContext, integration: IntegrationId, setup: IntegrationSetup): Child[] {
  const secret = TextInput({
    label: context.translate(phrase(`integrations.${integration}.key`)),
    placeholder: context.translate(
      phrase(setup.hasSecret ? 'integrations.key-kept' : 'integrations.key-none'),
    ),
    value: '',
    onChange: (text) => takeInput(context, integration, 'secret', text),
  });
  if (integration !== 'webhook') return [field(secret)];
  const address = TextInput({
    label: context.translate(phrase('integrations.webhook.address')),
    placeholder: setup.host === '' ? 'https://' : setup.host,
    value: '',
    onChange: (text) => takeInput(context, integration, 'address', text),
  });
  return [field(address), field(secret)];
}

/** Posts what was typed or pasted, or says what is wrong with it. A field that was left empty changes nothing. */
function takeInput(
  context: PageContext,
  integration: IntegrationId,
  what: 'address' | 'secret',
  text: string,
): void {
  if (pastedWord(text) === '') return;
  const checked = what === 'address' ? parseAddress(text) : parseSecret(text);
  const fault = checked.ok ? '' : faultText(checked.fault);
  context.updateState(({ addressFaults }) => ({
    addressFaults: { ...addressFaults, [integration]: fault },
  }));
  if (checked.ok) postChange(context, { integration, [what]: checked.value });
}

function switches(context: PageContext, integration: IntegrationId, { isOn }: IntegrationSetup): Child[] {
  const changeButton = (
    key: PhonePhrase['key'],
    change: Partial<IntegrationChange>,
    weight?: Weight,
  ): Child =>
    button(
      context,
      phrase(key, NAMES[integration]),
      () => postChange(context, { ...change, integration }),
      weight,
    );
  if (isOn) {
    return [
      changeButton('integrations.off', { isOn: false }),
      changeButton('integrations.retry', { retry: true }),
    ];
  }
  return [
    changeButton('integrations.on', { isOn: true, earlier: false }, 'main'),
    changeButton('integrations.on-all', { isOn: true, earlier: true }),
  ];
}

/** The state of an integration. */
function deliveryPhrases(
  context: PageContext,
  integration: IntegrationId,
  { isOn, isDamaged }: IntegrationSetup,
): PhonePhrase[] {
  if (isDamaged) return [phrase('integrations.setup-damaged')];
  const delivery = parseDeliveryState(context.texts.read(integrationKeys(integration).deliveryState));
  if (delivery === null) return [phrase('integrations.state-damaged')];
  // Only checked, never shown.
  const secrets = parseSecrets(context.texts.read(integrationKeys(integration).secrets));
  if (isOn && !isComplete(integration, secrets)) return [phrase('integrations.secret-lost')];
  const { delivered, underway } = delivery;
  const left = leftOut(delivery);
  if (!isOn && delivered === 0 && underway.length === 0 && left === 0) return [phrase('integrations.is-off')];
  const count = (state: UnderwayRecord['state']): number =>
    underway.filter((record) => record.state === state).length;
  return [
    phrase(isOn ? 'integrations.is-on' : 'integrations.is-off'),
    phrase('integrations.counts', delivered, count('pending'), count('unknown'), count('failed')),
    ...(left === 0 ? [] : [phrase('integrations.left', left, NAMES[integration])]),
    ...underway.slice(0, MAX_LISTED).map((record) => recordPhrase(context, record)),
    ...pausePhrases(context, delivery),
  ];
}

function recordPhrase(context: PageContext, { state, seq, why, dueAtMs }: UnderwayRecord): PhonePhrase {
  return phrase(`integrations.${state}`, seq, whyPhrase(why), localMinute(context, dueAtMs));
}

/** Why nothing is currently sent; no phrase if sending is allowed. */
function pausePhrases(context: PageContext, delivery: DeliveryState): PhonePhrase[] {
  if (delivery.barredWhy !== '') return [phrase('integrations.blocked', whyPhrase(delivery.barredWhy))];
  if (canSendNow(delivery, context.nowMs)) return [];
  return [phrase('integrations.rate-limited', localMinute(context, delivery.restsUntilMs))];
}

/** A time by the phone's own clock. */
function localMinute({ nowMs, zoneOffsetMin }: PageContext, atMs: number): PhonePhrase {
  return minutePhrase(atMs, zoneOffsetMin, localDay(nowMs, zoneOffsetMin));
}

/** Posts a change together with earlier ones that have not been carried out yet. */
function postChange(context: PageContext, change: IntegrationChange): void {
  const key = commandKey({ kind: 'integration', integration: change.integration });
  const text = context.texts.read(key);
  const posted = text ? parseCommand(key, text) : null;
  const before = posted?.ok === true && posted.value.kind === 'integration' ? posted.value : {};
  context.post({ ...before, ...change, kind: 'integration' });
}
