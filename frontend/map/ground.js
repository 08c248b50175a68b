/** What lies under the points: our own shapes of countries, or the tiles that the operator chose; shapes again where no tile comes. */
import L from "./leaflet.js"
import { land } from "./shapes.js"

export async function ground(element, map) {
  const shapes = () => land(element.getAttribute("shapes"), map)
  const tiles = element.getAttribute("tiles")
  if (!tiles) return shapes()
  // Some servers of tiles want to know for which site they are: that alone they are told.
  const layer = L.tileLayer(tiles, { maxZoom: 19, referrerPolicy: "origin" }).addTo(map)
  layer.once("tileerror", () => {
    layer.remove()
    shapes()
  })
}
