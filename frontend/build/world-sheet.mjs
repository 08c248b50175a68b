/** The world on one sheet: the same degrees everywhere, a little narrower, as it looks between the tropics and the poles. */
import { merge } from "topojson-client"
import { borders } from "./world-borders.mjs"
import { closed, unwrapped } from "./world-rings.mjs"

// Units in a degree of longitude and of latitude; the northern edge. Python knows the same (places/drawing.py), a test compares.
const WIDE = 8
const HIGH = 10
const NORTH = 84
const SOUTH = -58
const VIEW = [0, 0, 360 * WIDE, (NORTH - SOUTH) * HIGH]

const at = ([x, y]) => [Math.round((x + 180) * WIDE), Math.round((NORTH - y) * HIGH)]

/** A path through points, in small steps. What lies south of the sheet is left out; Antarctica does not show. */
function path(line, end) {
  const points = line.map(at).filter((point, n, all) => n === 0 || String(point) !== String(all[n - 1]))
  if (points.length < 3 && end) return ""
  if (points.every(([, y]) => y > VIEW[3])) return ""
  const moves = points.slice(1).map(([x, y], n) => `${x - points[n][0]} ${y - points[n][1]}`)
  return `M${points[0].join(" ")}l${moves.join(" ")}${end}`.replaceAll(" -", "-")
}

/** Whoever crosses the line of dates is drawn on both sides; the edges of the sheet cut it. */
function onBothSides(ring) {
  const xs = ring.map(([x]) => x)
  const shifted = (by) => ring.map(([x, y]) => [x + by, y])
  return [ring, ...(Math.max(...xs) > 180 ? [shifted(-360)] : []), ...(Math.min(...xs) < -180 ? [shifted(360)] : [])]
}

export function sheet(topology) {
  const land = merge(topology, topology.objects.countries.geometries).coordinates.flat()
  const rims = land.flatMap((ring) => onBothSides(closed(unwrapped(ring)))).map((ring) => path(ring, "z"))
  const { agreed, disputed } = borders(topology)
  const lines = (all) => all.map((line) => path(line, "")).join("")
  const symbol = (id, d) => `<path id="${id}" d="${d}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${VIEW.join(" ")}">${symbol("land", rims.join(""))}<g fill="none">${symbol(
    "borders",
    lines(agreed),
  )}${symbol("disputed", lines(disputed))}</g></svg>\n`
}
