/** <menu-details> around a <details>: Escape, a click elsewhere, and leaving it with the keyboard close it. */
class MenuDetails extends HTMLElement {
  connectedCallback() {
    this.details = this.querySelector("details")
    this.leave = (event) => {
      if (!this.contains(event.target)) this.close()
    }
    this.addEventListener("keydown", (event) => this.press(event))
    this.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.contains(event.relatedTarget)) this.close()
    })
    document.addEventListener("click", this.leave)
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.leave)
  }

  press(event) {
    if (!this.details.open) return
    if (event.key === "Escape") {
      this.close()
      this.querySelector("summary").focus()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      this.move(step)
    }
  }

  move(step) {
    const items = [...this.querySelectorAll(".menu__item")]
    const next = items.indexOf(document.activeElement) + step
    items[(next + items.length) % items.length]?.focus()
  }

  close() {
    this.details.open = false
  }
}

customElements.define("menu-details", MenuDetails)
