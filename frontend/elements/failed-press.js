/** <failed-press lost="…" failed="…" old="…">: says why a press that htmx sent came to nothing, until the next one. */
const NAMES = { "htmx:sendError": "lost", "htmx:timeout": "lost", "htmx:responseError": "failed", "old-form": "old" }

class FailedPress extends HTMLElement {
  connectedCallback() {
    for (const [event, name] of Object.entries(NAMES)) document.addEventListener(event, () => this.say(this.getAttribute(name)))
    document.addEventListener("htmx:beforeRequest", () => this.say(""))
  }

  say(words) {
    this.textContent = words
  }
}

customElements.define("failed-press", FailedPress)
