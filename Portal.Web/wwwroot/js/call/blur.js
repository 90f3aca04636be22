// Blurs what is behind the person, where the browser or the system does it; where it does not, nothing is offered.
export const canBlur = track => {
  const offered = track?.getCapabilities?.().backgroundBlur ?? [];
  return offered.includes(true) && offered.includes(false);
};

export async function applyBlur(track, on) {
  if (canBlur(track) && track.getSettings().backgroundBlur !== on) await track.applyConstraints({ backgroundBlur: on });
}
