/** Brings what stands in a form to the server: every few seconds, later again where that failed; where another tab has gone on, it asks. */
import { confirm, deliver, keep } from "./drafts.js"
import { settle } from "./overtaken.js"
import { hasWords, same, written } from "./written.js"

const PAUSE = 4000
const LONGEST = 60000

export class DraftSaver {
  constructor(form, to, state) {
    Object.assign(this, { form, to, state, pause: PAUSE })
  }

  get now() {
    const { key, draft } = this.form.elements
    return { person: document.body.dataset.person, to: this.to, key: key.value, version: draft.value, data: written(this.form) }
  }

  change() {
    this.state.offerUndo(null)
    if (!hasWords(this.now.data) && !this.now.version) return this.done(this.now)
    keep(this.now)
    this.timer ||= setTimeout(() => this.save(), this.pause)
  }

  /** Nothing of this draft waits to be brought to the server. */
  done(draft) {
    this.timer = clearTimeout(this.timer)
    confirm(draft)
  }

  async save(how) {
    this.timer = clearTimeout(this.timer)
    const draft = this.now
    if (!this.asks) this.hear(await deliver(draft, how), draft)
  }

  hear(told, draft) {
    if (told.status === 200) return this.saved(told, draft)
    if (told.status === 409) return settle(this, told)
    if (told.status === 410) return this.done(draft)
    if (told.reasons) this.state.words(told.reasons.join(" "), true)
    else this.state.say("kept")
    this.pause = Math.min(2 * this.pause, LONGEST)
    if (told.status !== 422) this.timer ||= setTimeout(() => this.save(), this.pause)
  }

  saved({ version, looks, likely }, draft) {
    this.pause = PAUSE
    this.form.elements.draft.value = version || ""
    this.state.looks(looks, likely)
    if (!same(draft.data, this.now.data)) return keep(this.now)
    this.done(draft)
    this.state.say(version ? "saved" : "")
    this.form.dispatchEvent(new Event("draft-saved", { bubbles: true }))
  }
}
