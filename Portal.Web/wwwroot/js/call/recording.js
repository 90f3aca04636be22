// [data-record]: records the call on the host's own computer, all pictures in one and all voices in one, and saves it as a file.
// Everybody sees that it runs; nothing of it reaches the portal.
import { draw } from './recordingpicture.js';

const types = ['video/mp4;codecs=avc1,mp4a.40.2', 'video/webm;codecs=vp9,opus', 'video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'];
const framesPerSecond = 15;
const piece = 5_000;

export function recording(root, media, { shown, tell, fileName }) {
  const button = root.querySelector('[data-record]');
  if (!button || !window.MediaRecorder) return { change() {}, stop: async () => false };
  const type = types.find(one => MediaRecorder.isTypeSupported(one));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 1280, height: 720 });
  let running = null;

  button.hidden = !type;

  // every voice once, also of somebody who joins later
  function mix() {
    const { context, voices, into } = running;
    const heard = [media.tracks.audio, ...shown.voices()].filter(Boolean);
    for (const [track, source] of voices)
      if (!heard.includes(track)) {
        source.disconnect();
        voices.delete(track);
      }
    for (const track of heard) {
      if (voices.has(track)) continue;
      const source = context.createMediaStreamSource(new MediaStream([track]));
      source.connect(into);
      voices.set(track, source);
    }
  }

  function start() {
    const context = new AudioContext();
    const into = context.createMediaStreamDestination();
    const stream = new MediaStream([...canvas.captureStream(framesPerSecond).getVideoTracks(), ...into.stream.getAudioTracks()]);
    const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: 2_000_000 });
    const pieces = [];
    recorder.addEventListener('dataavailable', ({ data }) => { if (data.size) pieces.push(data); });
    // not by animation frames: they rest while the tab is hidden
    const timer = setInterval(() => draw(canvas, shown.pictures()), 1000 / framesPerSecond);
    running = { context, into, voices: new Map(), recorder, pieces, timer };
    mix();
    draw(canvas, shown.pictures());
    recorder.start(piece);
    show(true);
  }

  function show(on) {
    button.setAttribute('aria-pressed', String(on));
    shown.recording(on);
  }

  function save(pieces) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(pieces, { type }));
    link.download = `${fileName} ${new Date().toISOString().slice(0, 16).replace('T', ' ').replace(':', '.')}.${type.includes('mp4') ? 'mp4' : 'webm'}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  async function stop() {
    if (!running) return false;
    const { recorder, context, pieces, timer } = running;
    running = null;
    clearInterval(timer);
    const stopped = new Promise(done => recorder.addEventListener('stop', done, { once: true }));
    recorder.stop();
    await stopped;
    await context.close();
    save(pieces);
    show(false);
    tell('The recording was saved on this computer');
    return true;
  }

  button.addEventListener('click', () => running ? stop() : start());
  return {
    change() { if (running) mix(); },
    stop,
  };
}
