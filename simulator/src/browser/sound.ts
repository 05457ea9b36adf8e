/**
 * Plays the motor to tester's ear and hand: a low hum by WebAudio and `navigator.vibrate`. Silent until switched on,
 * which must happen in a user gesture.
 */

export interface Sound {
  readonly on: boolean;
  setOn(on: boolean): void;
  /** Call each frame with whether the motor runs now. */
  follow(motorOn: boolean): void;
}

/** Pitch of the hum, Hz: low enough to be taken for a motor, high enough for a phone's loudspeaker. */
const PITCH_HZ = 175;
const LOUDNESS = 0.18;
/** Fade in and out, s: avoids clicks. */
const FADE_S = 0.008;
/** One request to the phone's own motor, ms; renewed while the simulated motor runs on. */
const VIBRATE_MS = 4000;

interface Voice {
  readonly context: AudioContext;
  readonly gain: GainNode;
}

function createVoice(): Voice {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.gain.value = 0;
  const hum = context.createOscillator();
  hum.type = 'triangle';
  hum.frequency.value = PITCH_HZ;
  hum.connect(gain).connect(context.destination);
  hum.start();
  return { context, gain };
}

export function createSound(): Sound {
  let on = false;
  let voice: Voice | null = null;
  let playing = false;

  const set = (motorOn: boolean): void => {
    if (motorOn === playing) return;
    playing = motorOn;
    if (voice !== null)
      voice.gain.gain.setTargetAtTime(motorOn ? LOUDNESS : 0, voice.context.currentTime, FADE_S);
    if ('vibrate' in navigator) navigator.vibrate(motorOn ? VIBRATE_MS : 0);
  };

  return {
    get on() {
      return on;
    },
    setOn: (wanted) => {
      if (!wanted) set(false);
      on = wanted;
      if (!wanted) return;
      voice ??= createVoice();
      void voice.context.resume();
    },
    follow: (motorOn) => {
      if (on) set(motorOn);
    },
  };
}
