/** <copy-link copied="Copied"> around a permalink and a role=status: a click copies the address and says so; the link itself still works. */
class CopyLink extends HTMLElement {
  connectedCallback() {
    this.querySelector("a")?.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return
      event.preventDefault()
      this.copy(event.currentTarget.href)
    })
  }

  async copy(address) {
    try {
      await navigator.clipboard.writeText(address)
    } catch {
      location.assign(address)
      return
    }
    const status = this.querySelector("[role=status]")
    status.textContent = this.getAttribute("copied")
    setTimeout(() => (status.textContent = ""), 4000)
  }
}

customElements.define("copy-link", CopyLink)
