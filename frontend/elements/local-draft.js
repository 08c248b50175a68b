/**
 * <local-draft key="topic-7" kept="Kept in this browser"> around a form: what is typed into its text area stays in this tab until it was sent,
 * so that a lost connection loses nothing. A page that follows the sending forgets it; going back or loading again brings it back,
 * and so does any later visit where there was no connection to send it over.
 */
import { remembered } from "./storage.js"

const arrived = performance.getEntriesByType("navigation")[0]?.type

class LocalDraft extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector("textarea")
    if (!this.area) return
    this.name = `draft ${this.getAttribute("key")}`
    this.restore()
    this.area.addEventListener("input", () => this.keep())
    this.addEventListener("submit", (event) => this.send(event))
  }

  restore() {
    const draft = JSON.parse(remembered(sessionStorage, this.name) ?? "null")
    if (!draft || this.area.value.trim()) return
    if (draft.sent && arrived === "navigate") return this.forget()
    this.area.value = draft.text
    this.say()
  }

  keep(sent = false) {
    const text = this.area.value
    if (!text.trim()) return this.forget()
    remembered(sessionStorage, this.name, JSON.stringify({ text, sent }))
    this.say()
  }

  send(event) {
    if (event.submitter?.name === "preview") return
    this.keep(navigator.onLine)
  }

  forget() {
    remembered(sessionStorage, this.name, null)
  }

  say() {
    const state = this.querySelector(".composer__state")
    if (state && this.hasAttribute("kept")) state.textContent = this.getAttribute("kept")
  }
}

customElements.define("local-draft", LocalDraft)
