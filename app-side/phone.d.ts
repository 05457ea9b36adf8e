/** Ambient names of the phone realm (side service and settings page), as the platform's documentation gives them. */

/// <reference path="../node_modules/@zeppos/zml/zml.d.ts" />

interface SettingsStorage {
  getItem(key: string): string | null | undefined;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  toObject(): Record<string, string>;
}

declare const settings: { readonly settingsStorage: SettingsStorage };
declare const console: { log(...parts: readonly unknown[]): void };
declare const Buffer: {
  from(data: ArrayBuffer | Uint8Array): Uint8Array & { readonly buffer: ArrayBuffer };
};

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

declare module 'i18n' {
  export function gettext(key: string): string;
}
