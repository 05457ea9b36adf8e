/**
 * Lets the tester hear the motor as a hum, and feel it through the motor of a phone. Silent until it is switched on, which browsers allow
 * only in response to a click or a touch.
 */
export interface Sound {
  readonly on: boolean;
  setOn(on: boolean): void;
  /** Call it in each frame with whether the motor runs. */
  follow(motorOn: boolean): void;
}

/** Pitch of the hum, Hz. It is low enough for a motor and high enough for the loudspeaker of a phone. */
const PITCH_HZ = 175;
/** Gain of the hum, 0 to 1. */
const LOUDNESS = 0.18;
/** Time constant of fading in and out, s, which avoids clicks. */
const FADE_S = 0.008;
/** Length of a vibration of the phone, ms, unless it is ended earlier. */
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
