/**
 * <post-reader to="/address" token="csrf token"> around posts (article id="p7" each): tells the server, when the page is left or
 * after a while, which is the last post that was read. A GET writes nothing; without JavaScript the next request tells it.
 */
const PAUSE = 5000

class PostReader extends HTMLElement {
  connectedCallback() {
    this.highest = this.told = 0
    this.observer = new IntersectionObserver((entries) => this.see(entries), { threshold: 0.1 })
    for (const post of this.querySelectorAll("article[id^=p]")) this.observer.observe(post)
    this.leave = () => document.visibilityState === "hidden" && this.tell()
    document.addEventListener("visibilitychange", this.leave)
    this.timer = setInterval(() => this.tell(), PAUSE)
  }

  disconnectedCallback() {
    this.tell()
    this.observer.disconnect()
    document.removeEventListener("visibilitychange", this.leave)
    clearInterval(this.timer)
  }

  see(entries) {
    for (const entry of entries) {
      const number = Number(entry.target.id.slice(1))
      if (entry.isIntersecting && number > this.highest) this.highest = number
    }
    // The first word comes at once: it takes back the guess that a browser without scripts would make of the page.
    if (!this.told) this.tell()
  }

  tell() {
    if (this.highest <= this.told) return
    const form = new FormData()
    form.set("number", this.highest)
    form.set("csrfmiddlewaretoken", this.getAttribute("token") ?? "")
    if (navigator.sendBeacon(this.getAttribute("to"), form)) this.told = this.highest
  }
}

customElements.define("post-reader", PostReader)
