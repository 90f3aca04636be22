// The choice of camera, microphone, speaker and blur, in the lobby and in the call: [data-devices], [data-blur], [data-speaker].
import { fill, remember, remembered } from './devices.js';
import { canChooseSpeaker } from './speaker.js';

export function devicePicker(root, media, work = act => act()) {
  const selects = [...root.querySelectorAll('[data-devices]')];
  const blur = root.querySelector('[data-blur]');
  const blurSwitch = blur.querySelector('[data-blur-switch]');

  const current = kind => kind === 'speaker' ? remembered().speaker : media.tracks[kind]?.getSettings().deviceId ?? remembered()[kind];

  async function list() {
    for (const select of selects) await fill(select, current(select.dataset.devices));
    const speakers = selects.find(select => select.dataset.devices === 'speaker');
    speakers.closest('[data-speaker]').hidden = !canChooseSpeaker || speakers.options.length < 2;
    show();
  }

  function show() {
    blur.hidden = !media.canBlur;
    blurSwitch.checked = media.blurred;
  }

  for (const select of selects)
    select.addEventListener('change', () => work(async () => {
      const kind = select.dataset.devices;
      if (kind !== 'speaker') return media.choose(kind, select.value);
      remember({ speaker: select.value });
      return media.changed();
    }));
  blurSwitch.addEventListener('change', () => media.blur(blurSwitch.checked));
  media.addEventListener('change', show);
  navigator.mediaDevices?.addEventListener('devicechange', list);
  return { list };
}
