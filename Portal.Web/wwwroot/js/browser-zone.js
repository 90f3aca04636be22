// select[data-browser-zone]: while nothing is chosen, the browser's own time zone is.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

// zones have several names: a browser says Asia/Calcutta where the list says Asia/Kolkata
function isBrowsers(id) {
  try {
    return id === zone || Intl.DateTimeFormat('en', { timeZone: id }).resolvedOptions().timeZone === zone;
  } catch {
    return false; // newer than this browser's list
  }
}

for (const select of document.querySelectorAll('select[data-browser-zone]')) {
  const own = select.value ? null : [...select.options].find(option => option.value && isBrowsers(option.value));
  if (own) select.value = own.value;
}
