/** The dated stops of a time line as a scale: between two of them, numbers, dates and pixels lie in proportion. Flat or upright, in both directions. */
import { shortDay } from "./days.js"
import { between } from "./scale.js"

// From the beginning of a stop to the middle of its dot.
const DOT = { flat: 5, upright: 13 }
// Words beside the handle take as much room to both sides.
const COVERED = 38

const numbers = (stops) => stops.map((stop) => Number(stop.dataset.number))

export class Line {
  constructor(list) {
    this.list = list
    this.stops = [...list.children]
    this.dates = this.stops.map((stop) => Date.parse(stop.querySelector("time").dateTime))
  }

  get flat() { return getComputedStyle(this.list).display === "flex" }
  get turned() { return getComputedStyle(this.list).direction === "rtl" }
  /** A narrow screen does not show all of them. */
  get seen() { return this.stops.filter((stop) => stop.offsetParent) }

  /** Pixels from the beginning of the line. */
  along({ clientX, clientY }) {
    const box = this.list.getBoundingClientRect()
    if (!this.flat) return clientY - box.top
    return this.turned ? box.right - clientX : clientX - box.left
  }

  dots(stops) {
    return stops.map((stop, number) => {
      const box = stop.getBoundingClientRect()
      if (!this.flat) return this.along({ clientY: box.top }) + DOT.upright
      const ends = [this.along({ clientX: box.left }), this.along({ clientX: box.right })]
      return number === stops.length - 1 ? Math.max(...ends) - DOT.flat : Math.min(...ends) + DOT.flat
    })
  }

  numberAt(event) { return Math.round(between(this.along(event), this.dots(this.seen), numbers(this.seen))) }

  /** The place of a post; stops whose words the handle's own would cover are marked. */
  placeOf(number) {
    const [seen, dots] = [this.seen, this.dots(this.seen)]
    const place = between(number, numbers(seen), dots)
    seen.forEach((stop, n) => stop.classList.toggle("timeline__covered", Math.abs(dots[n] - place) < COVERED))
    return `${place}px`
  }

  /** The day of a post: the true one of a post that is here. */
  dayOf(number) {
    const written = document.querySelector(`#p${number} .post__when time`)?.dateTime
    return shortDay(written ?? between(number, numbers(this.stops), this.dates))
  }
}
