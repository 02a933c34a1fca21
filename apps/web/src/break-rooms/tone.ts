/** Two soft notes a third apart, each after so many seconds: a bell in a corridor, not an alarm. */
const NOTES = [
  { hertz: 523.25, after: 0 },
  { hertz: 659.25, after: 0.35 },
] as const;
const LOUDNESS = 0.18;
const RISE_S = 0.03;
const FADE_S = 1.1;

/** Sounds the signal. A browser that plays nothing before the person has pressed something stays silent: the words are there. */
export async function soundSignal(): Promise<void> {
  const context = new AudioContext();
  await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 1_000))]);
  if (context.state !== 'running') {
    await context.close();
    return;
  }
  const ends = NOTES.map(
    ({ hertz, after }) =>
      new Promise((resolve) => {
        const begins = context.currentTime + after;
        const note = new OscillatorNode(context, { frequency: hertz });
        const volume = new GainNode(context, { gain: 0 });
        volume.gain.setValueAtTime(0, begins);
        volume.gain.linearRampToValueAtTime(LOUDNESS, begins + RISE_S);
        volume.gain.exponentialRampToValueAtTime(0.001, begins + FADE_S);
        note.connect(volume).connect(context.destination);
        note.addEventListener('ended', resolve);
        note.start(begins);
        note.stop(begins + FADE_S);
      }),
  );
  await Promise.all(ends);
  await context.close();
}
