/** <copy-text copied="Copied"> around a field, a hidden button and a role=status: the button copies what the field says. Without JavaScript one selects it. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button")
    if (!button || !navigator.clipboard) return
    button.hidden = false
    button.addEventListener("click", () => this.copy())
  }

  async copy() {
    const field = this.querySelector("input, textarea")
    field.select()
    try {
      await navigator.clipboard.writeText(field.value)
    } catch {
      return
    }
    const status = this.querySelector("[role=status]")
    status.textContent = this.getAttribute("copied")
    setTimeout(() => (status.textContent = ""), 4000)
  }
}

customElements.define("copy-text", CopyText)
