/** A section of the phone page, drawn without a phone: its texts, and its parts by their labels. */
import { vi } from 'vitest';
import { createPageContext, type PageContext } from '../../setting/page-context.ts';
import type { MemoryTexts } from './memory-texts.ts';

interface DrawnPart {
  readonly label?: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly color?: string;
  readonly onClick?: () => void;
  readonly onChange?: (value: string) => void;
  readonly style?: Readonly<Record<string, unknown>>;
}

/** Stand-ins for the platform's widgets: texts become strings, and views become their style and children. */
export function stubWidgets(): void {
  vi.stubGlobal('View', (props: { style?: unknown }, children: unknown) => [
    { style: props.style },
    children,
  ]);
  vi.stubGlobal('Text', (_: unknown, text: string) => text);
  for (const kind of ['Button', 'TextInput', 'Select', 'Toggle'])
    vi.stubGlobal(kind, (props: DrawnPart) => props);
}

/** @param nowMs the phone's clock, UTC ms */
export function openSection(
  texts: MemoryTexts,
  draw: (context: PageContext) => readonly unknown[],
  nowMs: number,
) {
  const context = (): PageContext =>
    createPageContext(texts as unknown as Parameters<typeof createPageContext>[0], nowMs, 0);
  const drawn = (): readonly (string | DrawnPart)[] =>
    [draw(context())].flat(12) as unknown as (string | DrawnPart)[];
  const parts = (): readonly DrawnPart[] =>
    drawn().flatMap((one) => (typeof one === 'object' && one.label !== undefined ? [one] : []));
  const part = (label: string): DrawnPart => {
    const found = parts().find((one) => one.label?.includes(label));
    if (found === undefined) throw new Error(`no part "${label}" among ${JSON.stringify(parts())}`);
    return found;
  };
  return {
    context,
    lines: (): readonly string[] => drawn().filter((one): one is string => typeof one === 'string'),
    labels: (): readonly string[] => parts().map(({ label = '' }) => label),
    /** The values of all parts with this label. */
    values: (label: string): readonly string[] =>
      parts().flatMap((one) => (one.label === label && one.value !== undefined ? [one.value] : [])),
    /** The styles of the views, in order. */
    styles: () => drawn().flatMap((one) => (typeof one === 'object' && one.style ? [one.style] : [])),
    part,
    press: (label: string) => part(label).onClick?.(),
    type: (label: string, text: string) => part(label).onChange?.(text),
  };
}
