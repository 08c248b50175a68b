/**
 * <person-card>: a person in a few lines beside a link to them, one for all links of a page; person-links.js says when. The server writes
 * it, and is asked once for each person. Without it the link leads to all that it says.
 */
const asked = new Map()

class PersonCard extends HTMLElement {
  connectedCallback() {
    this.popover = "manual"
    this.setAttribute("role", "group")
    this.addEventListener("submit", (event) => this.send(event))
  }

  get isOpen() {
    return Boolean(this.link)
  }

  /** Shows the card of this address beside a link, unless another one or none is wanted by the time it arrives. */
  async show(link, address) {
    this.wanted = address
    if (!asked.has(address)) asked.set(address, fetch(address).then((answer) => (answer.ok ? answer.text() : "")))
    const html = await asked.get(address).catch(() => "")
    if (!html || this.wanted !== address || !link.isConnected) return
    this.link = link
    this.innerHTML = html
    this.setAttribute("aria-label", this.querySelector("bdi").textContent)
    if (!this.matches(":popover-open")) this.showPopover()
    this.place(link.getBoundingClientRect())
  }

  /** Under the link, or above where there is no room; from its beginning in the direction of the page. */
  place(at) {
    const { offsetWidth: width, offsetHeight: height } = this
    const begin = getComputedStyle(this).direction === "rtl" ? at.right - width : at.left
    const above = at.bottom + height + 8 > innerHeight && at.top > height + 8
    this.style.left = `${Math.max(8, Math.min(begin, innerWidth - width - 8))}px`
    this.style.top = `${above ? at.top - height - 4 : at.bottom + 4}px`
  }

  hide() {
    this.wanted = this.link = null
    if (this.matches(":popover-open")) this.hidePopover()
  }

  /** Follow or mute without leaving the page; where that fails the form is sent as it would be without us. */
  async send(event) {
    event.preventDefault()
    const { target: form, submitter } = event
    const chosen = Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value })
    form.append(chosen)
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" }).catch(() => null)
    if (answer?.type !== "opaqueredirect") return form.submit()
    const address = this.wanted
    asked.delete(address)
    await this.show(this.link, address)
    this.querySelector("button")?.focus()
  }
}

customElements.define("person-card", PersonCard)
