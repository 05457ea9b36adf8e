import { expect, it } from 'vitest';
import { asciiBytes, asciiText } from '../../utils/core/base/bytes.ts';
import type { Files } from '../../utils/ports/ports.ts';

/** What every `Files` must do. @param create an empty folder */
export function acceptFiles(create: () => Files): void {
  const text = (files: Files, name: string): string | null => {
    const bytes = files.read(name);
    return bytes === null ? null : asciiText(bytes);
  };

  it('has null for a file that is not there', () => {
    expect(create().read('log')).toBeNull();
  });

  it('gives back what was written, and a shorter text leaves nothing of a longer one', () => {
    const files = create();
    expect(files.write('a', asciiBytes('longer'))).toBe(true);
    expect(files.write('a', asciiBytes('hi'))).toBe(true);
    expect(text(files, 'a')).toBe('hi');
  });

  it('appends to a file, which need not be there', () => {
    const files = create();
    expect([files.append('log', asciiBytes('one')), files.append('log', asciiBytes('two'))]).toEqual([
      true,
      true,
    ]);
    expect(text(files, 'log')).toBe('onetwo');
  });

  it('keeps names apart', () => {
    const files = create();
    files.write('a', asciiBytes('1'));
    files.append('b', asciiBytes('2'));
    expect([text(files, 'a'), text(files, 'b')]).toEqual(['1', '2']);
  });

  it('writes the bytes of a view and not of the buffer behind it', () => {
    const files = create();
    files.write('a', asciiBytes('abcdef').subarray(2, 4));
    expect(text(files, 'a')).toBe('cd');
  });

  it('keeps its own bytes: neither the array that was written nor the one that was read is shared', () => {
    const files = create();
    const bytes = asciiBytes('same');
    files.write('a', bytes);
    bytes.fill(0);
    files.read('a')?.fill(0);
    expect(text(files, 'a')).toBe('same');
  });
}
