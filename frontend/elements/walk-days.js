/** <walk-days> around a table of days: arrows go from day to day, Home and End to the ends of a week, Enter to what is on a day. */
const STEPS = { ArrowRight: 1, ArrowLeft: -1 }

class WalkDays extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", this)
    this.addEventListener("click", this)
    this.stand(this.querySelector(".day[aria-current]") ?? this.querySelector(".day:not(.day--outside)"))
  }

  /** One day of all is where Tab comes to. */
  stand(day) {
    for (const one of this.querySelectorAll(".day")) one.tabIndex = one === day ? 0 : -1
  }

  go(day) {
    if (!day) return
    this.stand(day)
    day.focus()
  }

  handleEvent(event) {
    const day = event.target.closest?.(".day")
    if (!day || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    if (event.type === "click") return event.target.closest("a") || this.go(day)
    const next = this.next(day, event.key)
    if (next) this.go(next)
    else if (event.key === "Enter" && event.target === day) day.querySelector("a")?.click()
    else return
    event.preventDefault()
  }

  next(day, key) {
    // On a telephone days without events are not shown, and all others stand below each other.
    const days = [...this.querySelectorAll(".day")].filter((one) => one.getClientRects().length)
    const here = days.indexOf(day)
    const week = [...day.parentElement.children].filter((one) => days.includes(one))
    const across = week.length > 1 && week[0].offsetTop === week[1].offsetTop
    const ways = getComputedStyle(this).direction === "rtl" ? -1 : 1
    if (key in STEPS) return days[here + STEPS[key] * (across ? ways : 1)]
    if (key === "ArrowDown") return days[here + (across ? 7 : 1)]
    if (key === "ArrowUp") return days[here - (across ? 7 : 1)]
    return { Home: week[0], End: week.at(-1) }[key]
  }
}

customElements.define("walk-days", WalkDays)
