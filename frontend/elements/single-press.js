/**
 * <single-press> around the one form of a page that buttons send from anywhere in it (form="its id"): the second press of a double click is
 * nothing. The first one may have been answered already, and the button under the pointer then means the opposite.
 */
class SinglePress extends HTMLElement {
  connectedCallback() {
    const id = this.querySelector("form").id
    this.look = (event) => {
      if (event.detail < 2 || event.target.closest("button")?.getAttribute("form") !== id) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    document.addEventListener("click", this.look, true)
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.look, true)
  }
}

customElements.define("single-press", SinglePress)
