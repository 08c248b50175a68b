/** Points as dots that stand in clusters; the numbers of clusters are in the digits of the page's language. */
import L from "./leaflet.js"
import "leaflet.markercluster"

/** Who wants no movement is shown none. */
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches
// One look a tone: thousands of dots share them.
const looks = new Map()
function dot(tone) {
  if (!looks.has(tone)) looks.set(tone, L.divIcon({ className: `map-dot tone-${tone}`, iconSize: [16, 16] }))
  return looks.get(tone)
}

export function dots(found) {
  const digits = new Intl.NumberFormat(document.documentElement.lang)
  const group = L.markerClusterGroup({
    chunkedLoading: true,
    showCoverageOnHover: false,
    maxClusterRadius: 48,
    animate: !calm(),
    iconCreateFunction: (cluster) =>
      L.divIcon({ className: "marker-cluster", iconSize: [40, 40], html: `<div>${digits.format(cluster.getChildCount())}</div>` }),
  })
  const markers = new Map(found.map((one) => [one.id, L.marker(one.at, { icon: dot(one.tone), keyboard: false, event: one.id })]))
  group.addLayers([...markers.values()])
  return { group, markers }
}
