// [data-theme-switch]: light, dark or as the system says. The choice is a cookie, for the server to render;
// localStorage tells other tabs.
const key = 'portal.theme';

function show(theme) {
  const forced = theme === 'light' || theme === 'dark';
  if (forced) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  document.querySelector('meta[name=color-scheme]').content = forced ? theme : 'light dark';
  for (const button of document.querySelectorAll('[data-theme-switch] button'))
    button.ariaPressed = button.value === (forced ? theme : 'system');
  paintBrowser();
}

function paintBrowser() {
  for (const meta of document.querySelectorAll('meta[name=theme-color]')) {
    meta.removeAttribute('media');
    meta.content = getComputedStyle(document.documentElement).backgroundColor;
  }
}

document.addEventListener('click', event => {
  const theme = event.target.closest('[data-theme-switch] button')?.value;
  if (!theme) return;
  document.cookie = `${key}=${theme}; path=/; max-age=${theme === 'system' ? 0 : 31536000}; samesite=lax`;
  localStorage.setItem(key, theme);
  show(theme);
});
addEventListener('storage', event => { if (event.key === key) show(event.newValue); });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paintBrowser);
