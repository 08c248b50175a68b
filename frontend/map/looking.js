/** Where a map stands first, and "near me". */
import { placeInAddress } from "./beside.js"

/** What its address says, else what its page says, else the whole world. */
export function look(map, at, width) {
  const place = placeInAddress()
  const [lat, lon, zoom] = (at ?? "").split(",").map(Number)
  if (place) map.setView(place.at, place.zoom)
  else if (zoom) map.setView([lat, lon], zoom)
  else map.setView([20, 10], width < 700 ? 1 : 2)
}

/** Only when it is pressed: where somebody is stays in their browser. */
export function nearMe(map, button) {
  if (!button || !navigator.geolocation) return
  button.hidden = false
  button.addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(({ coords }) => map.setView([coords.latitude, coords.longitude], 8))
  })
}
