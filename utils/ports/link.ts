/** One question to the phone at a time. */
export interface Link {
  /** Sends; `done` is called at most once, with the answer or with null where none will come. */
  request(bytes: Uint8Array, done: (answer: Uint8Array | null) => void): void;
  /** Opens the transport anew: what a lost link needs (zml fault Z16). */
  reopen(): void;
}
