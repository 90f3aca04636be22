// [data-fullscreen]: the call on the whole screen and back.
export function fullscreen(root) {
  const button = root.querySelector('[data-fullscreen]');
  button.hidden = !document.fullscreenEnabled;

  const toggle = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);

  document.addEventListener('fullscreenchange', () => button.setAttribute('aria-pressed', String(!!document.fullscreenElement)));
  button.addEventListener('click', toggle);
  return toggle;
}
