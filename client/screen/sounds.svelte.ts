// Plays the screen's sounds: made on the spot with WebAudio, no files; off and on by one key, awake after a first gesture.
import { memory } from '../src/storage.ts';
import { MELODIES } from './melodies.ts';
import type { Cue, Note } from './melodies.ts';

const KEPT_AS = 'screen-sound';
const ATTACK_S = 0.012;

const sing = (audio: AudioContext, { hz, at, length, loud, wave }: Note): void => {
  const start = audio.currentTime + at;
  const voice = new OscillatorNode(audio, { type: wave, frequency: hz });
  const swell = new GainNode(audio, { gain: 0 });
  swell.gain.setValueAtTime(0, start);
  swell.gain.linearRampToValueAtTime(loud, start + ATTACK_S);
  swell.gain.exponentialRampToValueAtTime(0.0001, start + length);
  voice.connect(swell).connect(audio.destination);
  voice.start(start);
  voice.stop(start + length);
};

export class Sounds {
  #audio: AudioContext | null = null;
  #isOn = $state(memory.get(KEPT_AS) !== 'off');
  #isAwake = $state(false);

  get state(): 'on' | 'off' | 'blocked' {
    if (!this.#isOn) return 'off';
    return this.#isAwake ? 'on' : 'blocked';
  }

  /** Browsers let a page sound only after a gesture: call it on each, it costs nothing. */
  unlock(): void {
    this.#audio ??= new AudioContext();
    void this.#audio.resume().then(() => (this.#isAwake = this.#audio?.state === 'running'));
  }

  /** The first gesture on a silent page makes it sound; after that it turns sound off and on. */
  toggle(): void {
    if (this.state !== 'blocked') this.#isOn = !this.#isOn;
    memory.set(KEPT_AS, this.#isOn ? null : 'off');
  }

  play(cue: Cue): void {
    if (!this.#audio || this.state !== 'on') return;
    for (const note of MELODIES[cue]) sing(this.#audio, note);
  }
}
