/* Before the first paint: the theme that this browser was told, where the server leaves it to the system. */
try {
  var theme = localStorage.getItem("theme"), root = document.documentElement
  if (root.dataset.theme === "auto" && (theme === "light" || theme === "dark")) root.dataset.theme = theme
} catch (forbidden) { /* Then the system decides. */ }
