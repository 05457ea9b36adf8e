/** Asks `zeus` whether an account is logged in. The file that holds the login is never read here. */
import { dirname } from 'node:path';
import { runZeus, type Zeus } from './zeus-cli.ts';

const REMEDY = 'run `npm run preview -- login`, with the account of the Zepp app on your phone';

/**
 * A sentence that says what is wrong with the login, or null if an account is logged in.
 * @throws Error if `zeus` does not answer
 */
export async function loginProblem(zeus: Zeus): Promise<string | null> {
  const { output } = await runZeus(zeus, ['status'], dirname(zeus.program));
  const state = /login status: (.+)/.exec(output)?.[1]?.trim();
  if (state === undefined) throw new Error(`zeus does not answer: ${firstError(output)}`);
  if (state === 'logged') return null;
  // The same answer comes when the server of the accounts cannot be reached.
  if (state.includes('invalid')) return `The login has run out, or there is no network: ${REMEDY}.`;
  return `No Zepp account is logged in: ${REMEDY}.`;
}

/** The message of the first error in what `zeus` printed, or its first line. */
export function firstError(output: string): string {
  const message = /^\w*Error: (.+)$/m.exec(output)?.[1];
  const firstLine = output.split('\n').find((line) => line.trim() !== '');
  return (message ?? firstLine ?? 'it printed nothing').trim();
}
