// [data-self]: one's own picture in a corner, moved by dragging or, with the focus on it, by the arrow keys.
const corners = { ArrowUp: ['top', 0], ArrowDown: ['bottom', 0], ArrowLeft: ['left', 1], ArrowRight: ['right', 1] };

export function selfView(element, stage) {
  let from = null;

  const move = ({ clientX, clientY }) => {
    if (!from) return;
    element.style.setProperty('translate', `${clientX - from.x}px ${clientY - from.y}px`);
  };

  const drop = ({ clientX, clientY }) => {
    if (!from) return;
    const { left, top, width, height } = stage.getBoundingClientRect();
    const moved = Math.hypot(clientX - from.x, clientY - from.y) > 8;
    from = null;
    element.style.removeProperty('translate');
    if (moved) element.dataset.corner = `${clientY < top + height / 2 ? 'top' : 'bottom'} ${clientX < left + width / 2 ? 'left' : 'right'}`;
  };

  element.addEventListener('pointerdown', event => {
    from = { x: event.clientX, y: event.clientY };
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', drop);
  element.addEventListener('pointercancel', drop);
  element.addEventListener('keydown', event => {
    const corner = corners[event.key];
    if (!corner) return;
    event.preventDefault();
    const now = element.dataset.corner.split(' ');
    now[corner[1]] = corner[0];
    element.dataset.corner = now.join(' ');
  });

  return media => {
    const { video } = media.tracks;
    const view = element.querySelector('video');
    if (view.srcObject?.getVideoTracks()[0] !== (video ?? undefined)) view.srcObject = video && new MediaStream([video]);
    element.dataset.cam = media.state.cam;
    element.dataset.mic = media.state.mic;
  };
}
