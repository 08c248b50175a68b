/** <confirm-leave> around a form: the browser asks before a page is left on which something was typed and neither sent nor kept (draft-saved). */
class ConfirmLeave extends HTMLElement {
  connectedCallback() {
    this.typed = false
    this.addEventListener("input", () => (this.typed = true))
    this.addEventListener("draft-saved", () => (this.typed = false))
    this.addEventListener("submit", (event) => {
      if (!event.defaultPrevented) this.typed = false
    })
    this.ask = (event) => this.typed && event.preventDefault()
    addEventListener("beforeunload", this.ask)
  }

  disconnectedCallback() {
    removeEventListener("beforeunload", this.ask)
  }
}

customElements.define("confirm-leave", ConfirmLeave)
