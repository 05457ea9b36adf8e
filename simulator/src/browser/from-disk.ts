/** Browsers load no modules into a page that is opened from the disk, so this plain script says what to do. */
if (location.protocol === 'file:') {
  const loading = document.getElementById('loading');
  if (loading !== null)
    loading.textContent =
      'A browser does not run this page from the disk. Serve its folder, for example with "npx http-server", and open the address that it prints.';
}
