/**
 * Makes the map of the world from Natural Earth (public domain), as the package world-atlas brings it: `npm run world`.
 * world.json: shapes of countries and disputed borders, for maps that move. world.svg: land and borders, for those that do not.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { filter, filterWeight, planarRingArea, presimplify, simplify } from "topojson-simplify"
import { report } from "./sizes.mjs"
import { borders } from "./world-borders.mjs"
import { steps } from "./world-rings.mjs"
import { shapes, UNITS } from "./world-shapes.mjs"
import { sheet } from "./world-sheet.mjs"

const here = join(dirname(fileURLToPath(import.meta.url)), "..")
const out = join(here, "../src/space/places/static/places")
const atlas = JSON.parse(readFileSync(join(here, "node_modules/world-atlas/countries-50m.json")))

const weighed = presimplify(atlas)
/** With less detail, in square degrees; islands that are smaller are left out, if they are not all of a country. */
const simpler = (detail, smallest) => filter(simplify(weighed, detail), filterWeight(weighed, smallest, area))
/** What goes beyond the line of dates is large, whatever its area comes to on a flat map. */
const area = (ring) => (ring.some(([x], at) => at && Math.abs(x - ring[at - 1][0]) > 180) ? Infinity : planarRingArea(ring))

const fine = simpler(0.018, 0.05)
const coarse = simpler(0.12, 0.2)
const world = {
  source: "Natural Earth 4.1 (public domain)",
  // Longitude and latitude times this; each ring is its first point, then steps. Rings may go on beyond 180 degrees.
  units: UNITS,
  // By ISO 3166-1; without a code: where states do not agree whose it is. A country is polygons, a polygon its rim, then holes.
  countries: shapes(atlas, fine),
  // Lines in the same way, to be drawn dashed over the rims of countries.
  disputed: borders(fine).disputed.map((line) => steps(line, UNITS, 2)),
}
const made = { "world.json": JSON.stringify(world), "world.svg": sheet(coarse) }
mkdirSync(out, { recursive: true })
for (const [name, content] of Object.entries(made)) writeFileSync(join(out, name), content)
report(made)
