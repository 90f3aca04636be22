// While no zone is chosen: tells the server the browser's in the cookie portal.zone and fetches again what is rendered for
// another ([data-zone][data-browser-zone-url]).

// a format takes far longer to make
const now = window.Temporal?.Now.zonedDateTimeISO();
const zone = now?.timeZoneId ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

// Asia/Kolkata may be this browser's Asia/Calcutta
function isOwn(id) {
  try {
    return id === zone || now?.withTimeZone(id).equals(now);
  } catch {
    return false; // newer than this browser's list
  }
}

async function renew(element, url) {
  const answer = window.htmx ? null : await fetch(url);
  const fragment = answer?.ok && await answer.text();
  // somebody came first: htmx keeps what they press
  if (window.htmx) htmx.ajax('GET', url, { target: element, swap: 'outerMorph' });
  else if (fragment && !element.matches(':active, :focus-within')) element.outerHTML = fragment;
}

if (!document.cookie.includes('portal.zone.chosen=')) {
  document.cookie = `portal.zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
  for (const element of document.querySelectorAll('[data-browser-zone-url]')) {
    const url = element.dataset.browserZoneUrl;
    if (url && !isOwn(element.dataset.zone)) renew(element, url);
  }
}
