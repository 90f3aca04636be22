// button[data-arrange]: its form answers with the whole page; only the section the button stands in is exchanged, so that
// the rest of a long form stays as it is, with what is typed into it and where it is scrolled to.
document.addEventListener('click', async event => {
  const button = event.target.closest?.('button[data-arrange]');
  if (!button) return;
  const section = button.closest('section[id]');
  event.preventDefault();
  if (section.hasAttribute('aria-busy')) return;
  section.setAttribute('aria-busy', 'true');
  const body = new FormData(button.form);
  body.append(button.name, button.value);
  let exchanged;
  try {
    const answer = await fetch(button.formAction, { method: 'POST', body });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    exchanged = page.getElementById(section.id);
  } catch {
    exchanged = null;
  }
  if (!exchanged) {
    // a lost session or connection: the page itself says what is wrong
    section.removeAttribute('aria-busy');
    button.removeAttribute('data-arrange');
    button.click();
    return;
  }
  section.replaceWith(exchanged);
  (exchanged.querySelector('[autofocus]') ?? exchanged.querySelector('button[value$="-add"]') ?? exchanged).focus();
  document.dispatchEvent(new CustomEvent('portal:arranged'));
});
