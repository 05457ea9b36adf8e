/** Ambient names of the phone realm (side service and settings page), as the platform's documentation gives them. */

/// <reference path="../node_modules/@zeppos/zml/zml.d.ts" />

type SettingsStorage = import('./phone-storage.ts').PhoneStorage;

declare const settings: { readonly settingsStorage: SettingsStorage };
declare const Buffer: {
  from(data: ArrayBuffer | Uint8Array): Uint8Array & { readonly buffer: ArrayBuffer };
};

declare function setTimeout(code: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;
declare function fetch(request: unknown): Promise<unknown>;

declare function AppSideService(service: unknown): void;
declare function AppSettingsPage(page: {
  build(props: { readonly settingsStorage: SettingsStorage }): unknown;
}): void;

type Style = Readonly<Record<string, string | number>>;
type Child = unknown;
declare function View(props: { readonly style?: Style }, children: readonly Child[]): unknown;
declare function Text(
  props: { readonly style?: Style; readonly bold?: boolean; readonly paragraph?: boolean },
  children: readonly string[] | string,
): unknown;

declare function Button(props: {
  readonly label: string;
  readonly color?: 'default' | 'primary' | 'secondary';
  readonly style?: Style;
  readonly onClick: () => void;
}): unknown;
declare function TextInput(props: {
  readonly label: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly rows?: number;
  readonly disabled?: boolean;
  readonly subStyle?: Style;
  readonly onChange?: (value: string) => void;
}): unknown;
declare function Select(props: {
  readonly label: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}): unknown;

/** What the packer's own code for `gettext` uses. No documentation names it, so it may be missing. */
declare const HmUtils: { getLanguage(settings: unknown): unknown } | undefined;
declare const userSettings: unknown;
/** There where the settings page is a web page. */
declare const navigator: { readonly language?: string } | undefined;

declare module 'i18n' {
  export function gettext(key: string): string;
}
