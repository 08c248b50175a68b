/**
 * <recent-searches to="/search/" asked="words"> around a list and a button, hidden until there is something: what this person has looked for
 * in this browser, the latest first. It is kept here alone; the button forgets it.
 */
import { forget, recall, remember } from "./storage.js"

const MOST = 10

class RecentSearches extends HTMLElement {
  connectedCallback() {
    this.name = `searches-${document.body.dataset.person ?? ""}`
    const asked = this.getAttribute("asked")
    if (asked) remember(this.name, [asked, ...this.kept.filter((one) => one !== asked)].slice(0, MOST))
    this.list = this.querySelector("ul")
    this.querySelector("button")?.addEventListener("click", () => this.clear())
    if (this.list) this.show()
  }

  get kept() {
    const kept = recall(this.name)
    return Array.isArray(kept) ? kept : []
  }

  show() {
    this.list.replaceChildren(...this.kept.map((asked) => this.row(asked)))
    this.hidden = this.kept.length === 0
  }

  row(asked) {
    const link = Object.assign(document.createElement("a"), { href: `${this.getAttribute("to")}?${new URLSearchParams({ q: asked })}`, dir: "auto" })
    link.textContent = asked
    const row = document.createElement("li")
    row.append(link)
    return row
  }

  clear() {
    forget(this.name)
    this.show()
    document.querySelector("#q")?.focus()
  }
}

customElements.define("recent-searches", RecentSearches)
