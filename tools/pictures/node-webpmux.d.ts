/** The part of node-webpmux that is used; the package has no types of its own. */
declare module 'node-webpmux' {
  export interface Frame {
    readonly delay: number;
  }
  export const Image: {
    initLib(): Promise<void>;
    generateFrame(frame: {
      readonly buffer: Buffer;
      readonly delay: number;
      readonly dispose: boolean;
    }): Promise<Frame>;
    save(
      path: string | null,
      animation: {
        readonly width: number;
        readonly height: number;
        readonly frames: readonly Frame[];
        readonly loops: number;
      },
    ): Promise<Buffer>;
  };
}
