// [data-meter]: how loud the microphone is, in --level from 0 to 1. Moves only while it is on the page and visible.
export function meter(element) {
  let context = null;
  let source = null;
  let frame = 0;

  function stop() {
    cancelAnimationFrame(frame);
    source?.disconnect();
    source = null;
    element.style.setProperty('--level', '0');
  }

  return {
    stop() {
      stop();
      context?.close();
      context = null;
    },
    follow(track) {
      stop();
      if (!track || !window.AudioContext) return;
      context ??= new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 512;
      source = context.createMediaStreamSource(new MediaStream([track]));
      source.connect(analyser);
      const samples = new Float32Array(analyser.fftSize);
      let level = 0;
      const draw = () => {
        analyser.getFloatTimeDomainData(samples);
        const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
        // from a whisper (-60 dB) to speech (-10 dB), falling slower than it rises
        const heard = Math.min(1, Math.max(0, (10 * Math.log10(power + 1e-9) + 60) / 50));
        level = Math.max(heard, level * 0.9);
        element.style.setProperty('--level', level.toFixed(2));
        frame = requestAnimationFrame(draw);
      };
      draw();
    },
  };
}
