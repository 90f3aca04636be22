// Which cameras, microphones and speakers there are, and which of them was chosen last time.
const key = 'portal.devices';
export const kinds = { audio: 'audioinput', video: 'videoinput', speaker: 'audiooutput' };
const unnamed = { audio: 'Microphone', video: 'Camera', speaker: 'Speaker' };

export function remembered() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {}; // storage is off, or holds something else: then nothing is remembered
  }
}

export function remember(choice) {
  try {
    localStorage.setItem(key, JSON.stringify({ ...remembered(), ...choice }));
  } catch {
    return; // storage is off or full: the choice lasts for this call
  }
}

// a select: [data-devices=audio], [data-devices=video] or [data-devices=speaker]
export async function fill(select, current) {
  const kind = select.dataset.devices;
  const found = (await navigator.mediaDevices?.enumerateDevices() ?? []).filter(device => device.kind === kinds[kind] && device.deviceId);
  select.replaceChildren(...found.map((device, index) => {
    const option = new Option(device.label || `${unnamed[kind]} ${index + 1}`, device.deviceId);
    option.selected = device.deviceId === current;
    return option;
  }));
  select.disabled = found.length === 0;
  if (found.length === 0) select.append(new Option(`No ${unnamed[kind].toLowerCase()}`, ''));
}
