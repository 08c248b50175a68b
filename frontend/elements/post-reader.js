/**
 * <post-reader to="/address" token="csrf token"> around posts (article id="p7" each, or folded in an id="f7"): tells the server, when the page is left or
 * after a while, which is the last post that was read and for how long. A GET writes nothing; without JavaScript the next request tells it.
 */
const PAUSE = 5000
// Seconds after which time alone is worth a word.
const LONG = 30

class PostReader extends HTMLElement {
  connectedCallback() {
    this.highest = this.told = this.seconds = 0
    this.first = Infinity
    this.observer = new IntersectionObserver((entries) => this.see(entries), { threshold: 0.1 })
    this.observe(this)
    this.leave = () => document.visibilityState === "hidden" && this.tell()
    document.addEventListener("visibilitychange", this.leave)
    this.timer = setInterval(() => this.tick(), PAUSE)
  }

  disconnectedCallback() {
    this.tell()
    this.observer.disconnect()
    document.removeEventListener("visibilitychange", this.leave)
    clearInterval(this.timer)
  }

  /** Also called for posts that are loaded later. */
  observe(within) {
    for (const post of within.querySelectorAll("article[id^=p], .folded[id^=f]")) this.observer.observe(post)
  }

  see(entries) {
    for (const entry of entries.filter((one) => one.isIntersecting)) {
      const number = Number(entry.target.id.slice(1))
      this.highest = Math.max(this.highest, number)
      this.first = Math.min(this.first, number)
    }
    // The first word comes at once: it takes back the guess that a browser without scripts would make of the page.
    if (!this.told) this.tell()
  }

  tick() {
    if (document.visibilityState === "visible") this.seconds += PAUSE / 1000
    if (this.highest > this.told || this.seconds >= LONG) this.tell()
  }

  tell() {
    if (!this.highest || (this.highest <= this.told && !this.seconds)) return
    const form = new FormData()
    form.set("number", this.highest)
    form.set("first", this.first)
    form.set("seconds", this.seconds)
    form.set("csrfmiddlewaretoken", this.getAttribute("token") ?? "")
    if (!navigator.sendBeacon(this.getAttribute("to"), form)) return
    this.told = this.highest
    this.seconds = 0
  }
}

customElements.define("post-reader", PostReader)
