/**
 * What the phone page asks of the phone service. The page writes nothing but `cmd:` keys (and its own view state); the
 * service reads them, acts and takes them away. A command says what is wanted, never how much to change it by, so
 * that carrying it out twice is the same as once.
 */
import { fieldsOf } from '../base/fields.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { OUTLETS, type OutletId } from '../integrations/delivery-state.ts';

/** The wearer's wish for one outlet; what is absent stays as it is. */
export interface OutletWish {
  readonly outlet: OutletId;
  readonly isOn?: boolean;
  /** Where a webhook's records go. */
  readonly address?: string;
  /** A secret: an API key or a token. */
  readonly secret?: string;
  /** With `isOn`: the sessions that are stored already go too. */
  readonly earlier?: boolean;
  /** What failed is to be tried again. */
  readonly retry?: boolean;
}

export type PhoneCommand =
  | { readonly kind: 'erase' }
  /** A preferences document, which is merged field by field. */
  | { readonly kind: 'config'; readonly text: string }
  /** An exported JSON text. */
  | { readonly kind: 'import'; readonly text: string }
  | ({ readonly kind: 'outlet' } & OutletWish);

const PREFIX = 'cmd:';

export function isCommandKey(key: string): boolean {
  return key.indexOf(PREFIX) === 0;
}

/** The key under which a command waits: one of a kind, one for each outlet. */
export function commandKey(
  command: PhoneCommand | { readonly kind: 'outlet'; readonly outlet: OutletId },
): string {
  return PREFIX + (command.kind === 'outlet' ? `outlet.${command.outlet}` : command.kind);
}

/** The text that waits under the command's key. */
export function commandText(command: PhoneCommand): string {
  return JSON.stringify(command);
}

/** The command that waits under `key`, or a sentence saying why there is none. Never throws, and names no value. */
export function parseCommand(key: string, text: string): Result<PhoneCommand> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail('the command is not readable', key);
  }
  const fields = fieldsOf(data);
  const command = commandOf(fields);
  if (command === null || commandKey(command) !== key) return fail('the command is none that is known', key);
  return ok(command);
}

function commandOf(fields: Readonly<Record<string, unknown>>): PhoneCommand | null {
  const { kind, text } = fields;
  if (kind === 'erase') return { kind };
  if (kind === 'config' || kind === 'import') return typeof text === 'string' ? { kind, text } : null;
  const outlet = OUTLETS.find((one) => one === fields.outlet);
  if (kind !== 'outlet' || outlet === undefined) return null;
  return {
    kind,
    outlet,
    ...(typeof fields.isOn === 'boolean' ? { isOn: fields.isOn } : {}),
    ...(typeof fields.address === 'string' ? { address: fields.address } : {}),
    ...(typeof fields.secret === 'string' ? { secret: fields.secret } : {}),
    ...(typeof fields.earlier === 'boolean' ? { earlier: fields.earlier } : {}),
    ...(typeof fields.retry === 'boolean' ? { retry: fields.retry } : {}),
  };
}
