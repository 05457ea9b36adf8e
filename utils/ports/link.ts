/** The link to the phone: one question at a time. */
export interface Link {
  /** Sends a question. `done` is called at most once, with the answer, or with null where none will come. */
  request(bytes: Uint8Array, done: (answer: Uint8Array | null) => void): void;
  /** Opens the transport again, without which nothing gets through after the connection was lost (test/e2e/zml-more-faults.test.ts, Z16). */
  reopen(): void;
}
