/** Keeps a list beside a map in step with what is in view, and the address with where the map stands. */
const REST = 300

export function stepWith(map, list, address, elsewhere) {
  let timer
  let asked
  const fill = async () => {
    const box = map.getBounds()
    const edges = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map((edge) => edge.toFixed(2))
    asked?.abort()
    asked = new AbortController()
    const url = new URL(address, location.href)
    url.searchParams.set("box", edges.join(","))
    try {
      const answer = await fetch(url, { signal: asked.signal, headers: { "HX-Request": "true" } })
      if (answer.ok) list.innerHTML = await answer.text()
    } catch {
      // The list of before stays: the line may be down, or the map moved on.
    }
  }
  map.on("moveend", () => {
    const { lat, lng } = map.getCenter()
    history.replaceState(history.state, "", `#${map.getZoom()}/${lat.toFixed(2)}/${lng.toFixed(2)}`)
    clearTimeout(timer)
    timer = setTimeout(fill, REST)
  })
  // The list came for the whole world, and the map may stand somewhere in it.
  if (elsewhere) fill()
}

/** Zoom and middle from the end of an address; nothing where it says neither. */
export function placeInAddress() {
  const found = /^#(\d{1,2})\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(location.hash)
  return found && { zoom: Number(found[1]), at: [Number(found[2]), Number(found[3])] }
}
