/** <dock-composer> around a form: its button makes it small, so that one can read on; writing in it, or a quote, opens it again. */
class DockComposer extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form")
    this.button = this.querySelector(".composer__small")
    this.button?.addEventListener("click", () => this.set(this.button.getAttribute("aria-expanded") === "true"))
    this.form.addEventListener("focusin", (event) => {
      if (!event.target.closest(".composer__head")) this.set(false)
    })
  }

  set(small) {
    if (!this.button) return
    this.button.setAttribute("aria-expanded", String(!small))
    this.form.classList.toggle("composer--small", small)
  }
}

customElements.define("dock-composer", DockComposer)
