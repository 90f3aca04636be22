// Back to where the person came from (A6): what the address says, else the page before this one, else the dashboard.
export function cameFrom(root) {
  const before = document.referrer && new URL(document.referrer);
  const known = before && before.origin === location.origin && before.pathname !== location.pathname && !before.pathname.startsWith('/account/');
  return root.dataset.returnUrl || (known ? before.pathname + before.search : root.dataset.home);
}
