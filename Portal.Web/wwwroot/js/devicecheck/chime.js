// Three soft tones through the speaker.
const tones = [523.25, 659.25, 783.99];

export async function chime() {
  const context = new AudioContext();
  await context.resume();
  tones.forEach((pitch, index) => {
    const [tone, loudness] = [context.createOscillator(), context.createGain()];
    const start = context.currentTime + index * 0.35;
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(0.25, start + 0.05);
    loudness.gain.linearRampToValueAtTime(0, start + 0.5);
    tone.connect(loudness).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.5);
  });
  await new Promise(resolve => setTimeout(resolve, tones.length * 350 + 300));
  await context.close();
}
