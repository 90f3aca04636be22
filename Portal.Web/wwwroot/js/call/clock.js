// [data-elapsed]: how long the call has been running, by the server's clock.
const two = number => String(number).padStart(2, '0');

export function clock(element) {
  let timer;

  return {
    /** Both in milliseconds since 1970: the browser's own clock may be wrong. */
    start({ startedAt, now }) {
      const offset = now - Date.now();
      const tick = () => {
        const seconds = Math.max(0, Math.floor((Date.now() + offset - startedAt) / 1000));
        const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
        element.textContent = hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
      };
      clearInterval(timer);
      timer = setInterval(tick, 1000);
      tick();
    },
    stop() { clearInterval(timer); },
  };
}
