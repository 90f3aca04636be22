// button[data-copy="text"]: puts the text into the clipboard and says so on the button for a moment.
document.addEventListener('click', async event => {
  const button = event.target.closest?.('button[data-copy]');
  if (!button || button.dataset.copied !== undefined) return;
  const nodes = [...button.childNodes];
  let said = 'Copied';
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    said = 'Copy it from here, please'; // refused, or the page is not served over https
  }
  button.dataset.copied = '';
  button.replaceChildren(said);
  setTimeout(() => {
    button.replaceChildren(...nodes);
    delete button.dataset.copied;
  }, 2500);
});
