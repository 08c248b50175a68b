/**
 * <keep-draft to="/address" discard="/address" back saved="Draft saved {time}" kept="…" discarded="…"> around a form: what is typed is kept on the server
 * as one types and when the page is hidden, and until then in this browser. Discarding can be undone.
 */
import { DraftSaver } from "./draft-saver.js"
import { DraftState } from "./draft-state.js"
import { deliver, keep } from "./drafts.js"
import { comeBack, restore } from "./restore-draft.js"
import { emptied, fill } from "./written.js"

class KeepDraft extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form")
    const { text, key, draft } = this.form?.elements ?? {}
    if (!text || !key || !draft || !document.body.dataset.person) return
    // Of this page alone: a tab that was duplicated is another form.
    key.value = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("")
    this.state = new DraftState(this)
    this.saver = new DraftSaver(this.form, this.getAttribute("to"), this.state)
    this.form.addEventListener("input", () => this.saver.change())
    this.form.addEventListener("submit", (event) => this.submit(event))
    this.leave = () => document.visibilityState === "hidden" && this.saver.timer && this.saver.save({ keepalive: true })
    this.back = () => this.saver.timer && this.saver.save()
    document.addEventListener("visibilitychange", this.leave)
    addEventListener("online", this.back)
    if (this.hasAttribute("back")) comeBack(this.saver)
    else restore(this.saver)
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.leave)
    removeEventListener("online", this.back)
  }

  submit(event) {
    const act = event.submitter?.name
    if (event.defaultPrevented || ["preview", "changes"].includes(act)) return
    const draft = this.saver.now
    this.saver.done(draft)
    if (act !== "discard") return keep({ ...draft, sent: true })
    if (!this.hasAttribute("discard")) return
    event.preventDefault()
    this.discard(draft)
  }

  async discard(draft) {
    this.form.elements.draft.value = ""
    fill(this.form, emptied(draft.data))
    this.state.say("discarded")
    this.state.offerUndo(() => fill(this.form, draft.data))
    this.form.dispatchEvent(new Event("draft-saved", { bubbles: true }))
    await deliver({ ...draft, to: this.getAttribute("discard") })
  }
}

customElements.define("keep-draft", KeepDraft)
