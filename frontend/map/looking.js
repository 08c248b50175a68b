/** Where a map stands first, and "near me". */
import { placeInAddress } from "./beside.js"

/** Where the map is drawn. Keys move it while it has the focus, so who reads the screen is told its name and that they do. */
export function boxIn(element) {
  const box = document.createElement("div")
  box.className = "world-map__box"
  box.setAttribute("role", "application")
  box.setAttribute("aria-label", element.getAttribute("label"))
  element.prepend(box)
  return box
}

/** The largest step at which all of the world is in view; on a telephone the smallest there is. */
const wholeWorld = (width) => Math.max(1, Math.floor(2 * Math.log2(width / 256)) / 2)

/** What its address says, else what its page says, else the whole world. */
export function look(map, at, width) {
  const place = placeInAddress()
  const [lat, lon, zoom] = (at ?? "").split(",").map(Number)
  if (place) map.setView(place.at, place.zoom)
  else if (zoom) map.setView([lat, lon], zoom)
  else map.setView([20, 10], wholeWorld(width))
}

/** Only when it is pressed: where somebody is stays in their browser. */
export function nearMe(map, button) {
  if (!button || !navigator.geolocation) return
  button.hidden = false
  button.addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(({ coords }) => map.setView([coords.latitude, coords.longitude], 8))
  })
}
