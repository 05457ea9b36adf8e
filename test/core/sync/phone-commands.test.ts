import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commandKey,
  commandText,
  isCommandKey,
  type PhoneCommand,
  parseCommand,
} from '../../../utils/core/sync/phone-commands.ts';

const commands: readonly PhoneCommand[] = [
  { kind: 'erase' },
  { kind: 'preferences', text: '{}' },
  { kind: 'import', text: '{}' },
  {
    kind: 'integration',
    integration: 'webhook',
    isOn: true,
    earlier: false,
    address: 'https://a.example',
    secret: 's',
  },
  { kind: 'integration', integration: 'intervals', retry: true },
];

describe('a command of the page', () => {
  it.each(commands)('is read by the service as it was posted: %j', (command) => {
    expect(isCommandKey(commandKey(command))).toBe(true);
    expect(parseCommand(commandKey(command), commandText(command))).toEqual({ ok: true, value: command });
  });

  it('waits under a key of its own kind and integration', () => {
    expect(new Set(commands.map(commandKey)).size).toBe(commands.length);
  });

  it('that brings preferences is stored under the names of version 0.1.0', () => {
    const command: PhoneCommand = { kind: 'preferences', text: '{}' };
    expect(commandKey(command)).toBe('cmd:config');
    expect(JSON.parse(commandText(command))).toEqual({ kind: 'config', text: '{}' });
  });

  it('for an integration is stored under the names of version 0.1.0', () => {
    const command: PhoneCommand = { kind: 'integration', integration: 'webhook', isOn: true };
    expect(commandKey(command)).toBe('cmd:outlet.webhook');
    expect(JSON.parse(commandText(command))).toEqual({ kind: 'outlet', outlet: 'webhook', isOn: true });
  });

  it.each([
    ['cmd:erase', '{'],
    ['cmd:erase', '{"kind":"config","text":""}'],
    ['cmd:config', '{"kind":"config"}'],
    ['cmd:outlet.webhook', '{"kind":"outlet","outlet":"elsewhere"}'],
  ])('under %s that reads %s is refused, and its text is not repeated', (key, text) => {
    const read = parseCommand(key, text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.failure).toMatchObject({ where: key });
  });

  it('drops a value whose kind does not fit its field, and keeps the rest', () => {
    const wrong = { isOn: 1, address: 2, secret: 3, earlier: 'yes', retry: null };
    const text = JSON.stringify({ kind: 'outlet', outlet: 'webhook', ...wrong });
    const value = { kind: 'integration', integration: 'webhook' };
    expect(parseCommand('cmd:outlet.webhook', text)).toEqual({ ok: true, value });
  });

  it('that is no JSON is reported differently from an unknown one', () => {
    const failures = ['{', '7'].map((text) => {
      const read = parseCommand('cmd:erase', text);
      return read.ok ? '' : read.failure.what;
    });
    expect(failures).toEqual(['the command is not readable', 'the command is none that is known']);
  });

  it('is read or refused without an exception', () => {
    fc.assert(
      fc.property(fc.string(), fc.oneof(fc.string(), fc.json()), (key, text) => {
        expect(typeof parseCommand(key, text).ok).toBe('boolean');
      }),
    );
  });
});
