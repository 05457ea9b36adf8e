/**
 * What the phone page asks of the phone service. The page writes only `cmd:` keys and its own view state; the service reads the
 * commands, carries them out and removes them. A command states the wanted result and never a difference, so that carrying it
 * out twice has the same effect as once.
 */
import { type Fields, fieldsOf, parseJson } from '../base/fields.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { INTEGRATIONS, type IntegrationId } from '../integrations/integration.ts';

/** What the wearer wants from one integration. An absent field stays unchanged. */
export interface IntegrationChange {
  readonly integration: IntegrationId;
  readonly isOn?: boolean;
  /** Where a webhook's records go. */
  readonly address?: string;
  /** An API key or a token. */
  readonly secret?: string;
  /** With `isOn`: sessions that are stored already are sent too. */
  readonly earlier?: boolean;
  /** Failed records are tried again. */
  readonly retry?: boolean;
}

export type PhoneCommand =
  | { readonly kind: 'erase' }
  /** A preferences document, which is merged field by field. */
  | { readonly kind: 'preferences'; readonly text: string }
  /** An exported JSON text. */
  | { readonly kind: 'import'; readonly text: string }
  /** The wearer wants back the records of the last import that were deleted here before. */
  | { readonly kind: 'restore' }
  | ({ readonly kind: 'integration' } & IntegrationChange);

/** The part of a command that its key depends on. */
export type CommandTarget =
  | { readonly kind: Exclude<PhoneCommand['kind'], 'integration'> }
  | { readonly kind: 'integration'; readonly integration: IntegrationId };

const PREFIX = 'cmd:';
/** What stored commands say for `integration`, as their kind and as the name of its field. */
const STORED_INTEGRATION = 'outlet';
/** What stored commands say for `preferences`. */
const STORED_PREFERENCES = 'config';

export function isCommandKey(key: string): boolean {
  return key.indexOf(PREFIX) === 0;
}

/** The key of a waiting command. There is one for each kind of command, and one for each integration. */
export function commandKey(target: CommandTarget): string {
  if (target.kind === 'integration') return `${PREFIX}${STORED_INTEGRATION}.${target.integration}`;
  return PREFIX + (target.kind === 'preferences' ? STORED_PREFERENCES : target.kind);
}

/** The text stored under the command's key. */
export function commandText(command: PhoneCommand): string {
  if (command.kind === 'preferences') return JSON.stringify({ ...command, kind: STORED_PREFERENCES });
  if (command.kind !== 'integration') return JSON.stringify(command);
  const { integration, ...change } = command;
  return JSON.stringify({ ...change, kind: STORED_INTEGRATION, [STORED_INTEGRATION]: integration });
}

/** The command stored under `key`, or a sentence that says why there is none; the sentence contains no value. Never throws. */
export function parseCommand(key: string, text: string): Result<PhoneCommand> {
  const data = parseJson(text);
  if (data === undefined) return fail('the command is not readable', key);
  const command = commandOf(fieldsOf(data));
  if (command === null || commandKey(command) !== key) return fail('the command is none that is known', key);
  return ok(command);
}

function commandOf(fields: Fields): PhoneCommand | null {
  const { kind, text } = fields;
  if (kind === 'erase' || kind === 'restore') return { kind };
  if (kind === STORED_PREFERENCES || kind === 'import') {
    if (typeof text !== 'string') return null;
    return kind === 'import' ? { kind, text } : { kind: 'preferences', text };
  }
  const integration = INTEGRATIONS.find((one) => one === fields[STORED_INTEGRATION]);
  if (kind !== STORED_INTEGRATION || integration === undefined) return null;
  const { isOn, address, secret, earlier, retry } = fields;
  return {
    kind: 'integration',
    integration,
    ...(typeof isOn === 'boolean' ? { isOn } : {}),
    ...(typeof address === 'string' ? { address } : {}),
    ...(typeof secret === 'string' ? { secret } : {}),
    ...(typeof earlier === 'boolean' ? { earlier } : {}),
    ...(typeof retry === 'boolean' ? { retry } : {}),
  };
}
