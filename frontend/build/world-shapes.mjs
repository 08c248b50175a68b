/** Shapes of countries by their codes, in whole numbers. */
import { feature } from "topojson-client"
import { planarRingArea } from "topojson-simplify"
import { letters } from "./country-codes.mjs"
import { closed, inside, polygons, steps, unwrapped } from "./world-rings.mjs"

// Of a degree.
export const UNITS = 25
const ISLANDS = 3
// Natural Earth counts this peninsula to one of two states that claim it. Our map does not say whose it is.
const CRIMEA = [32.3, 44.2, 36.8, 46.3]

/** `whole` has all countries, `simpler` those that are large enough to show there. */
export function shapes(whole, simpler) {
  const simple = new Map(named(simpler))
  const found = {}
  for (const [name, country] of named(whole)) {
    const shown = polygons(simple.get(name)?.geometry)
    for (const polygon of shown.length ? shown : largest(polygons(country.geometry))) {
      const code = inside(polygon[0], CRIMEA) ? "" : (letters[country.id] ?? (name === "Kosovo" ? "XK" : ""))
      const rings = polygon.map((ring) => steps(closed(unwrapped(ring)), UNITS))
      found[code] = [...(found[code] ?? []), rings]
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([one], [other]) => (one < other ? -1 : 1)))
}

const named = (topology) => feature(topology, topology.objects.countries).features.map((one) => [one.properties.name, one])

/** Of a country that is too small for the map, something shows. */
const largest = (all) => all.toSorted(([one], [other]) => planarRingArea(other) - planarRingArea(one)).slice(0, ISLANDS)
