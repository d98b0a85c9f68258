(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('sturmwarte.appearance');
  } catch (_) {
    choice = null; // storage may be forbidden; then the system decides
  }
  var dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
