/**
 * The one kind of error a script reports as a sentence instead of a stack trace.
 * A failure names the file or entry it is about and the reason; it never carries tool output beyond that.
 */
export class BuildFailure extends Error {
  override readonly name = 'BuildFailure';
}

/** Prints an expected failure as one sentence on stderr (anything else with its stack) and sets exit code 1. */
export function reportFailure(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof BuildFailure) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}
