/** <theme-switch> around a button: turns light to dark and back, and remembers it in this browser. Without JavaScript the system decides. */
import { remembered } from "./storage.js"

const root = document.documentElement

function isDark() {
  return root.dataset.theme === "dark" || (root.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches)
}

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    this.button = this.querySelector("button")
    this.button.addEventListener("click", () => this.turn())
    this.label()
  }

  turn() {
    const theme = isDark() ? "light" : "dark"
    root.dataset.theme = theme
    remembered(localStorage, "theme", theme)
    this.label()
  }

  label() {
    this.button.textContent = isDark() ? this.button.dataset.light : this.button.dataset.dark
  }
}

customElements.define("theme-switch", ThemeSwitch)
