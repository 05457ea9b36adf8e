/** A wearer who answers the feel test only by what the motor has run. */
import type { Pulse, Watch } from 'zepp-watch-simulator';
import { feltPulses } from '../../tools/simulate/decode-cues.ts';

/** A shorter pulse confirms a touch, ms. */
const SHORTEST_MS = 100;
/** Halfway between the short and the long pulses, ms. */
const LONG_FROM_MS = 525;
/** The longest cue, ms, and a moment. */
const CUE_MS = 5_000;
const REMEDIES = ['Stronger cues', 'Try the other wrist', 'Vibrate another way', 'Teach me again'];

const TEST = 'page/feel-test/index.page';

/** Answers the test that is open on its first screen. @returns what helped, in order, and the last words about the helper */
export async function answerFeelTest(watch: Watch): Promise<readonly string[]> {
  const did: string[] = [];
  let sinceMs = 0;
  /** The last cue that was felt; a wearer can count nothing else. */
  let felt: readonly Pulse[] = [];
  const tap = async (text: string): Promise<void> => {
    await watch.tapText(text);
    await watch.advance(100);
  };
  await tap('Start');
  for (let question = 0; question < 3_000 && watch.sim.watch.page === TEST; question++) {
    const texts = watch.texts();
    const asks = (words: string): boolean => texts.includes(words);
    const told = texts.find((text) => text.startsWith('It was '));
    const remedy = REMEDIES.find(asks);
    if (asks('Stay or move?') || (asks('Felt it all') && told === undefined)) {
      await watch.advance(CUE_MS);
      felt = feltPulses(watch.sim.pulses).filter(
        ({ onMs, offMs }) => onMs >= sinceMs && offMs - onMs >= SHORTEST_MS,
      );
    }
    const [first] = felt;
    if (told !== undefined)
      await tap(felt.length === Number(told.slice(7, 8)) ? 'Felt it all' : 'Missed some');
    else if (asks('Felt it all')) await tap(felt.length === 3 ? 'Felt it all' : 'Missed some');
    else if (asks('Felt nothing')) {
      if (first === undefined) await tap('Felt nothing');
      else await tap(first.offMs - first.onMs < LONG_FROM_MS ? 'Stay' : 'Move');
    } else if (remedy !== undefined) {
      did.push(remedy);
      // A wearer who has tried everything stops here.
      await tap(did.length > 12 ? 'Done' : remedy);
    } else if (asks('Next')) {
      if (asks('Keep the screen on')) did.push('Keep the screen on');
      await tap('Next');
    } else await watch.advance(100);
    // The test asks nothing yet, because the next cue is still to come.
    const isHelpersTurn = asks('Now from the helper…') && texts.length === 1;
    if (!asks('Stay or move?') && !asks('Felt it all') && !isHelpersTurn) sinceMs = watch.sim.uptimeMs - 100;
  }
  return did;
}
