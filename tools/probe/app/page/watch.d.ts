/** Ambient names of the watch that `@zeppos/device-types` 4.0.0 lacks, as far as the probe uses them. */

declare module '@zeppos/zml/base/base-app' {
  interface AppMaker {
    (options: {
      globalData: object;
      onCreate(this: { readonly globalData: object }, params?: string): void;
    }): Parameters<typeof App>[0];
    use(plugin: unknown): AppMaker;
  }
  export const BaseApp: AppMaker;
}

declare module '@zeppos/zml/3.0/module/messaging/plugin/app' {
  export const appPlugin: unknown;
}

declare const Buffer: { from(data: Uint8Array): Uint8Array };
declare const console: { log(...parts: readonly unknown[]): void };

declare module '@zos/ui' {
  export function deleteWidget(made: unknown): void;
  export function setStatusBarVisible(visible: boolean): void;
}

declare namespace AppService {
  interface Option {
    onEvent?: (param?: string) => void;
  }
}

declare namespace Page {
  interface Option {
    onPause?: () => void;
    onResume?: () => void;
  }
}
