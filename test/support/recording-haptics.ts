import type { Cue } from '../../utils/core/cue/vocabulary.ts';
import type { Haptics } from '../../utils/ports/ports.ts';

export interface RecordingHaptics extends Haptics {
  readonly played: readonly Cue[];
  readonly confirmed: number;
  /** Ticks of a countdown. */
  readonly ticks: number;
  /** How often the repetition of a cue was left out. */
  readonly dropped: number;
  /** The cue that is being felt now. */
  readonly running: Cue | null;
}

/** A motor that notes what it is asked for. @param onPlay called before a cue is noted */
export function createRecordingHaptics(onPlay: (cue: Cue) => void = () => {}): RecordingHaptics {
  const played: Cue[] = [];
  let confirmed = 0;
  let ticks = 0;
  let dropped = 0;
  let running: Cue | null = null;
  return {
    played,
    get confirmed() {
      return confirmed;
    },
    get ticks() {
      return ticks;
    },
    get running() {
      return running;
    },
    get dropped() {
      return dropped;
    },
    play(cue) {
      onPlay(cue);
      played.push(cue);
      running = cue;
    },
    confirm() {
      confirmed++;
    },
    tick() {
      ticks++;
    },
    dropRepeat() {
      dropped++;
    },
    stop() {
      running = null;
    },
  };
}
