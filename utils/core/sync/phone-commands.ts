/**
 * What the phone page asks of the phone service. The page writes only `cmd:` keys and its own view state; the service reads
 * the commands, carries them out and removes them. A command says what is wanted, never by how much to change it, so that
 * carrying it out twice has the effect of once.
 */
import { type Fields, fieldsOf, parseJson } from '../base/fields.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { INTEGRATIONS, type IntegrationId } from '../integrations/integration.ts';

/** What the wearer wants of one integration; what is absent stays as it is. */
export interface IntegrationChange {
  readonly integration: IntegrationId;
  readonly isOn?: boolean;
  /** Where a webhook's records go. */
  readonly address?: string;
  /** An API key or a token. */
  readonly secret?: string;
  /** With `isOn`: sessions that are stored already are sent too. */
  readonly earlier?: boolean;
  /** What has failed is tried again. */
  readonly retry?: boolean;
}

export type PhoneCommand =
  | { readonly kind: 'erase' }
  /** A preferences document, which is merged field by field. */
  | { readonly kind: 'preferences'; readonly text: string }
  /** An exported JSON text. */
  | { readonly kind: 'import'; readonly text: string }
  /** The records that the last import has brought and that were deleted here before are wanted back. */
  | { readonly kind: 'restore' }
  | ({ readonly kind: 'integration' } & IntegrationChange);

/** As much of a command as its key depends on. */
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

/** The key under which a command waits. There is one for each kind of command, and one for each integration. */
export function commandKey(target: CommandTarget): string {
  if (target.kind === 'integration') return `${PREFIX}${STORED_INTEGRATION}.${target.integration}`;
  return PREFIX + (target.kind === 'preferences' ? STORED_PREFERENCES : target.kind);
}

/** The text that waits under the command's key. */
export function commandText(command: PhoneCommand): string {
  if (command.kind === 'preferences') return JSON.stringify({ ...command, kind: STORED_PREFERENCES });
  if (command.kind !== 'integration') return JSON.stringify(command);
  const { integration, ...change } = command;
  return JSON.stringify({ ...change, kind: STORED_INTEGRATION, [STORED_INTEGRATION]: integration });
}

/** The command that waits under `key`, or a sentence saying why it is none; the sentence contains no value. Never throws. */
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
