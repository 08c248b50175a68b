/** <relative-time> around a <time>: says how long ago it was while that is under a week, and the full local time as its title. */
const UNITS = [["hour", 3600], ["minute", 60]]
const WEEK = 604800

const language = document.documentElement.lang || undefined
// The shortest words there are; some languages have only a minus sign for them, and get the next shortest.
const narrow = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "narrow" })
const short = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" })
const ago = /^[-\u2212]/.test(narrow.format(-2, "hour")) ? short : narrow
const full = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" })
const shown = new Set()

/** Nights between two moments, as the reader's calendar counts them: yesterday is the day before, not 24 hours ago. */
function nights(written) {
  return Math.round((new Date().setHours(0, 0, 0, 0) - new Date(written).setHours(0, 0, 0, 0)) / 864e5)
}

export function words(seconds, written) {
  if (seconds >= 86400) return ago.format(-nights(written), "day")
  for (const [unit, size] of UNITS) {
    if (seconds >= size) return ago.format(-Math.floor(seconds / size), unit)
  }
  return ago.format(0, "minute")
}

class RelativeTime extends HTMLElement {
  connectedCallback() {
    this.time = this.querySelector("time")
    if (!this.time) return
    this.written = new Date(this.time.dateTime)
    this.time.title = full.format(this.written)
    shown.add(this)
    this.tell()
  }

  disconnectedCallback() {
    shown.delete(this)
  }

  tell() {
    const seconds = (Date.now() - this.written) / 1000
    if (seconds >= 0 && seconds < WEEK) this.time.textContent = words(seconds, this.written)
  }
}

customElements.define("relative-time", RelativeTime)
setInterval(() => shown.forEach((element) => element.tell()), 60000)
