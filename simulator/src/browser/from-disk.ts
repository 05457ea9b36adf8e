/** A page that is opened from the disk gets no module from its browser, so this plain script says what to do. */
if (location.protocol === 'file:') {
  const loading = document.getElementById('loading');
  if (loading !== null)
    loading.textContent =
      'A browser does not run this page from the disk. Serve its folder, for example with "npx http-server", and open the address that it prints.';
}
