/**
 * <share-link address="/t/7" copied="Copied"> around a link to a page that shows the address, and a role=status: with JavaScript a click hands
 * the address to the programs of the device; where there are none, or they cannot take it, it is copied, and it says so.
 */
class ShareLink extends HTMLElement {
  connectedCallback() {
    this.querySelector("a")?.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      if (!navigator.share && !navigator.clipboard) return
      event.preventDefault()
      this.share(event.currentTarget.href)
    })
  }

  async share(page) {
    const url = new URL(this.getAttribute("address"), location).href
    try {
      if (navigator.share) await navigator.share({ title: document.title, url })
      else await this.copy(url)
    } catch (error) {
      // Who changed their mind is left in peace; for everybody else there is the page.
      if (error.name !== "AbortError") location.assign(page)
    }
  }

  async copy(url) {
    await navigator.clipboard.writeText(url)
    const status = this.querySelector("[role=status]")
    status.textContent = this.getAttribute("copied")
    setTimeout(() => (status.textContent = ""), 4000)
  }
}

customElements.define("share-link", ShareLink)
