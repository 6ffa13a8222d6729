/** Two notes, a fifth apart, one after the other. */
const NOTES = [
  { hertz: 523.25, at: 0 },
  { hertz: 783.99, at: 0.18 },
] as const;
const NOTE_SECONDS = 0.7;
/** A fifteenth of full loudness: to be noticed, not to startle the customer at the counter. */
const LOUDNESS = 0.07;
const ATTACK_SECONDS = 0.02;
const SILENCE = 0.0001;

/** Plays a short, soft sound, made of sine waves; a machine without a loudspeaker stays silent. */
export function playChime(): void {
  const context = new AudioContext();
  let ringing = NOTES.length;
  for (const { hertz, at } of NOTES) {
    const start = context.currentTime + at;
    const tone = new OscillatorNode(context, { type: 'sine', frequency: hertz });
    const volume = new GainNode(context, { gain: SILENCE });
    // Loudness is heard by its ratio, so it swells and fades exponentially.
    volume.gain.setValueAtTime(SILENCE, start);
    volume.gain.exponentialRampToValueAtTime(LOUDNESS, start + ATTACK_SECONDS);
    volume.gain.exponentialRampToValueAtTime(SILENCE, start + NOTE_SECONDS);
    tone.connect(volume).connect(context.destination);
    tone.onended = () => {
      ringing -= 1;
      if (ringing === 0) void context.close();
    };
    tone.start(start);
    tone.stop(start + NOTE_SECONDS);
  }
}
