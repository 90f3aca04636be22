// Tells the server the visitor's time zone in the cookie portal.zone. A fragment rendered for another zone
// ([data-browser-zone-url], in or on an element with data-zone) is fetched again. A zone chosen by hand is never touched.
const year = 60 * 60 * 24 * 365;
const chosen = /(?:^|;\s*)portal\.zone\.chosen=/.test(document.cookie);
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

// zones have several names: a browser says Asia/Calcutta where the server may say Asia/Kolkata
function browsersName(id) {
  try {
    return Intl.DateTimeFormat('en', { timeZone: id }).resolvedOptions().timeZone;
  } catch {
    return id; // newer than this browser's list
  }
}

if (zone && !chosen) {
  document.cookie = `portal.zone=${encodeURIComponent(zone)}; path=/; max-age=${year}; samesite=lax`;
  for (const element of document.querySelectorAll('[data-browser-zone-url]:not([data-browser-zone-url=""])')) {
    const shown = element.closest('[data-zone]')?.dataset.zone;
    if (shown && browsersName(shown) !== zone)
      htmx.ajax('GET', element.dataset.browserZoneUrl, { target: element, swap: 'outerMorph' });
  }
}
