/** Ambient names of the watch that `@zeppos/device-types` 4.0.0 lacks. */

/// <reference path="../node_modules/@zeppos/zml/zml.d.ts" />

/** Node's Buffer as the platform offers it; the part that the link needs. */
declare const Buffer: {
  from(data: ArrayBuffer | Uint8Array | readonly number[]): Uint8Array & { readonly buffer: ArrayBuffer };
};

declare const console: { log(...parts: readonly unknown[]): void };

declare module '@zos/ui' {
  export function setStatusBarVisible(visible: boolean): void;
  export function getTextLayout(
    text: string,
    options: { readonly text_size: number; readonly text_width: number },
  ): { readonly width: number; readonly height: number };
}
