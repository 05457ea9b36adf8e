/** Ambient names of the phone, as far as the probe uses them. */

/// <reference path="../../../../node_modules/@zeppos/zml/zml.d.ts" />

interface SettingsStorage {
  getItem(key: string): string | null | undefined;
  setItem(key: string, value: string): void;
}

declare const settings: { readonly settingsStorage: SettingsStorage };
declare const Buffer: { from(data: Uint8Array): Uint8Array };

declare function AppSideService(service: unknown): void;
declare function AppSettingsPage(page: {
  build(props: { readonly settingsStorage: SettingsStorage }): unknown;
}): void;

type Style = Readonly<Record<string, string | number>>;
declare function View(props: { readonly style?: Style }, children: readonly unknown[]): unknown;
declare function Text(props: { readonly style?: Style; readonly paragraph?: boolean }, text: string): unknown;
declare function Button(props: { readonly label: string; readonly onClick: () => void }): unknown;
declare function Image(props: {
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}): unknown;
declare function TextInput(props: {
  readonly label: string;
  readonly value: string;
  readonly multiline: boolean;
  readonly rows: number;
}): unknown;
