// select[data-submits]: choosing sends its form; without JavaScript the button beside it does.
document.addEventListener('change', event => {
  if (event.target.matches('select[data-submits]')) event.target.form.requestSubmit();
});
