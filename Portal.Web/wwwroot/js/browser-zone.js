// select[data-browser-zone]: while nothing is chosen, the browser's own time zone is.
for (const select of document.querySelectorAll('select[data-browser-zone]')) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!select.value && [...select.options].some(option => option.value === zone)) select.value = zone;
}
