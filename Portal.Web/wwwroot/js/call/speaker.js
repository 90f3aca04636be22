// Where the sound comes out, as far as the browser lets a page choose it.
import { remembered } from './devices.js';

export const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;

/** Every element with sound of others, now and whenever one is added. */
export function useSpeaker(elements) {
  if (!canChooseSpeaker) return;
  const id = remembered().speaker ?? '';
  for (const element of elements)
    if (!element.muted && element.sinkId !== id) element.setSinkId(id).catch(() => undefined); // unplugged meanwhile: the usual one is used
}
