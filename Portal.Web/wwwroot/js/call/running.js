// Tells the other pages of this portal that a call runs here, so that they can lead back to it (js/returnbar.js).
const key = 'portal.call';
const every = 10_000;

export function running({ bookingId, meeting }) {
  let timer;

  const beat = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ id: bookingId, name: meeting, url: location.pathname + location.search, at: Date.now() }));
    } catch {
      return; // storage is off: the other pages do not know
    }
  };

  return {
    start() {
      beat();
      timer = setInterval(beat, every);
    },
    /** @param goesOn in another window of this browser, which tells of it now. */
    stop(goesOn) {
      clearInterval(timer);
      if (!goesOn) localStorage.removeItem(key);
    },
  };
}
