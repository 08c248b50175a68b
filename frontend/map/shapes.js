/** The countries of world.json as layers of Leaflet, drawn on one canvas; their names come from the browser, in the language of the page. */
import L from "./leaflet.js"

export async function land(address, map) {
  const world = await (await fetch(address)).json()
  const canvas = L.canvas({ padding: 0.5 })
  const names = new Intl.DisplayNames([document.documentElement.lang], { type: "region", fallback: "none" })
  const colour = (name) => getComputedStyle(map.getContainer()).getPropertyValue(name).trim()
  const style = { renderer: canvas, weight: 1, color: colour("--map-border"), fillColor: colour("--map-land"), fillOpacity: 1 }
  const layer = L.layerGroup()
  for (const [code, polygons] of Object.entries(world.countries)) {
    const shape = L.polygon(polygons.map((rings) => rings.map((ring) => line(ring, world.units))), style)
    const name = code && names.of(code)
    if (name) shape.bindTooltip(name, { sticky: true, className: "map-name" })
    shape.addTo(layer)
  }
  for (const border of world.disputed) {
    L.polyline(line(border, world.units), { ...style, fill: false, dashArray: "3 3", interactive: false }).addTo(layer)
  }
  return layer.addTo(map)
}

/** The first point, then steps from one to the next; latitude comes first in Leaflet. */
function line(numbers, units) {
  const found = []
  let [x, y] = [0, 0]
  for (let at = 0; at < numbers.length; at += 2) {
    x += numbers[at]
    y += numbers[at + 1]
    found.push([y / units, x / units])
  }
  return found
}
