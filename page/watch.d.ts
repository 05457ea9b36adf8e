/** Ambient names of the watch that `@zeppos/device-types` 4.0.0 lacks. */

declare module '@zeppos/zml/3.0/module/messaging/plugin/app' {
  interface AppLife {
    readonly globalData: object;
  }
  /** Builds zml's messaging; its callbacks want the app as `this`. */
  export function appPlugin(): { onCreate(this: AppLife): void; onDestroy(this: AppLife): void };
}

/** Node's Buffer as the platform offers it; the part that the link needs. */
declare const Buffer: {
  from(data: ArrayBuffer | Uint8Array | readonly number[]): Uint8Array & { readonly buffer: ArrayBuffer };
};

declare const console: { log(...parts: readonly unknown[]): void };

declare module '@zos/ui' {
  export function deleteWidget(made: unknown): void;
  export function setStatusBarVisible(visible: boolean): void;
  export function getTextLayout(
    text: string,
    options: { readonly text_size: number; readonly text_width: number },
  ): { readonly width: number; readonly height: number };
}

declare namespace Page {
  interface Option {
    onPause?: () => void;
    onResume?: () => void;
  }
}
