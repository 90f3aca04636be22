// What this browser sends: microphone, camera, screen. Tells 'change' when a track comes or goes, and keeps in `problems`
// why one cannot be had: denied, missing, busy or insecure.
import { applyBlur, canBlur } from './blur.js';
import { kinds, remember, remembered } from './devices.js';

const wanted = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 24, max: 30 } },
};

const reasons = {
  NotAllowedError: 'denied', SecurityError: 'denied',
  NotFoundError: 'missing', OverconstrainedError: 'missing',
  NotReadableError: 'busy', AbortError: 'busy',
};

export class Media extends EventTarget {
  tracks = { audio: null, video: null, screen: null };
  problems = { audio: null, video: null };
  on = { audio: remembered().audioOn ?? true, video: remembered().videoOn ?? true };
  blurred = remembered().blurred ?? false;

  get canBlur() { return canBlur(this.tracks.video); }

  async blur(on) {
    this.blurred = on;
    remember({ blurred: on });
    await applyBlur(this.tracks.video, on);
    this.changed();
  }

  /** What the others are told. */
  get state() {
    return { mic: this.sends('audio'), cam: this.sends('video'), sharing: !!this.tracks.screen };
  }

  sends(kind) {
    return !!this.tracks[kind]?.enabled;
  }

  // both at once asks the person once; when that fails each alone shows which of the two it was
  async start() {
    const kinds = ['audio', 'video'].filter(kind => this.on[kind]);
    if (kinds.length === 2) {
      try {
        const stream = await this.ask(kinds);
        kinds.forEach(kind => this.take(kind, stream));
        return this.changed();
      } catch (error) {
        if (!(error.name in reasons) && !error.insecure) throw error;
      }
    }
    for (const kind of kinds) await this.acquire(kind);
    this.changed();
  }

  async set(kind, on) {
    this.on[kind] = on;
    remember({ [`${kind}On`]: on });
    if (kind === 'audio' && this.tracks.audio) this.tracks.audio.enabled = on; // silence is sent on, so that it starts at once
    else if (on) await this.acquire(kind);
    else this.release(kind); // the camera's light goes out
    this.changed();
  }

  async choose(kind, deviceId) {
    remember({ [kind]: deviceId });
    this.release(kind);
    if (this.on[kind]) await this.acquire(kind);
    this.changed();
  }

  async share() {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 15 }, audio: false });
    const [track] = stream.getVideoTracks();
    track.contentHint = 'detail';
    track.onended = () => this.unshare(); // the browser's own "Stop sharing"
    this.tracks.screen = track;
    this.changed();
  }

  unshare() {
    this.release('screen');
    this.changed();
  }

  stop() {
    Object.keys(this.tracks).forEach(kind => this.release(kind));
    this.changed();
  }

  ask(kinds) {
    if (!navigator.mediaDevices) return Promise.reject(Object.assign(new Error('insecure'), { insecure: true }));
    return navigator.mediaDevices.getUserMedia(Object.fromEntries(kinds.map(kind => [kind, this.constraints(kind)])));
  }

  constraints(kind) {
    const deviceId = remembered()[kind];
    return deviceId ? { ...wanted[kind], deviceId: { ideal: deviceId } } : wanted[kind];
  }

  async acquire(kind) {
    try {
      this.take(kind, await this.ask([kind]));
    } catch (error) {
      if (!(error.name in reasons) && !error.insecure) throw error;
      this.problems[kind] = error.insecure ? 'insecure' : reasons[error.name];
      this.on[kind] = false;
    }
  }

  take(kind, stream) {
    this.release(kind);
    const track = stream.getTracks().find(candidate => candidate.kind === kind);
    track.onended = () => this.lose(kind, track);
    this.problems[kind] = null;
    this.tracks[kind] = track;
    if (kind === 'video') applyBlur(track, this.blurred);
  }

  // unplugged, or taken back in the browser's settings: another one takes its place where there is one
  async lose(kind, track) {
    const { deviceId } = track.getSettings();
    this.release(kind);
    const others = (await navigator.mediaDevices.enumerateDevices())
      .filter(device => device.kind === kinds[kind] && device.deviceId && device.deviceId !== deviceId);
    if (others.length) await this.acquire(kind);
    else Object.assign(this.problems, { [kind]: 'gone' });
    this.on[kind] = !!this.tracks[kind];
    this.changed();
    if (this.tracks[kind]) this.dispatchEvent(new CustomEvent('replaced', { detail: { kind, label: this.tracks[kind].label } }));
  }

  release(kind) {
    const track = this.tracks[kind];
    if (!track) return;
    track.onended = null;
    track.stop();
    this.tracks[kind] = null;
  }

  changed() {
    this.dispatchEvent(new Event('change'));
  }
}
