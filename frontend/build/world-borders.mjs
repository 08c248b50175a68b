/** Borders on which states do not agree: maps draw them dashed, and give no opinion. */
import { mesh } from "topojson-client"
import { inside } from "./world-rings.mjs"

// Whatever borders on these.
const LANDS = new Set(["W. Sahara", "Kosovo", "N. Cyprus", "Somaliland", "Siachen Glacier", "Palestine"])
// Two neighbours, by number, and where: west, south, east, north. Without a box, all of their border.
const PAIRS = [
  ["356", "586", [72.5, 32.3, 80.5, 37.5]], // Kashmir
  ["356", "156"], // Aksai Chin, Arunachal Pradesh
  ["643", "804", [32.5, 45.5, 36, 46.6]], // Crimea
  ["376", "760"], // Golan
  ["818", "729", [32.5, 21.5, 37.5, 23.5]], // Halaib
  ["729", "728", [27.5, 9, 30.5, 11]], // Abyei
  ["408", "410"], // the two Koreas
]

/** Lines, each an array of points, of what is agreed and what is not. */
export function borders(topology) {
  const lines = (wanted) => mesh(topology, topology.objects.countries, (a, b) => a !== b && wanted(a, b)).coordinates
  const disputed = (a, b) => [a, b].some((one) => LANDS.has(one.properties.name)) || PAIRS.some((pair) => is(pair, a, b))
  const boxed = PAIRS.flatMap((pair) => lines((a, b) => is(pair, a, b)).flatMap((line) => split(line, pair[2])))
  const lands = lines((a, b) => [a, b].some((one) => LANDS.has(one.properties.name)))
  const agreed = boxed.filter((part) => !part.disputed).map((part) => part.line)
  return {
    agreed: [...lines((a, b) => !disputed(a, b)), ...agreed],
    disputed: [...lands, ...boxed.filter((part) => part.disputed).map((part) => part.line)],
  }
}

const is = ([one, other], a, b) => (a.id === one && b.id === other) || (a.id === other && b.id === one)

/** Stretches of a line inside a box and outside of it. */
function split(line, box) {
  const parts = []
  for (let at = 1; at < line.length; at++) {
    const stretch = [line[at - 1], line[at]]
    const disputed = !box || inside([middle(stretch)], box)
    if (parts.at(-1)?.disputed === disputed) parts.at(-1).line.push(line[at])
    else parts.push({ disputed, line: stretch })
  }
  return parts
}

const middle = ([[x, y], [toX, toY]]) => [(x + toX) / 2, (y + toY) / 2]
