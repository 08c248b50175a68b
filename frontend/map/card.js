/** What a point is: its card comes when it is asked for, from the point or from the list beside the map. */
import L from "./leaflet.js"

export async function tell(map, at, address) {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } })
  if (!answer.ok) return
  const card = document.createElement("div")
  card.innerHTML = await answer.text()
  L.popup({ maxWidth: 300, minWidth: 220 }).setLatLng(at).setContent(card).openOn(map)
  return card
}

/** "On the map" in the list: goes where the point stands alone, and opens its card. Who uses the keyboard is led into it. */
export function chooseFrom(list, choose) {
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-event]")
    if (button) choose(Number(button.dataset.event))
  })
}
