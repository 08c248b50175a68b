/**
 * <world-map shapes points card beside list at tiles label> around a map that stands still: takes its place with one that moves. Points stand in
 * clusters; what one of them is comes when it is asked for. The way through all of them for keyboards and screen readers is the list beside it.
 */
import L from "./leaflet.js"
import { stepWith } from "./beside.js"
import { chooseFrom, tell } from "./card.js"
import { calm, dots } from "./dots.js"
import { ground } from "./ground.js"
import { boxIn, look, nearMe } from "./looking.js"
import { points } from "./points.js"

const SETTINGS = { minZoom: 1, maxZoom: 12, worldCopyJump: true, attributionControl: false, zoomControl: false, zoomSnap: 0.5 }

class WorldMap extends HTMLElement {
  async connectedCallback() {
    if (this.map) return
    this.map = L.map(boxIn(this), { ...SETTINGS, zoomAnimation: !calm(), fadeAnimation: !calm() })
    this.dataset.moves = ""
    look(this.map, this.getAttribute("at"), this.offsetWidth)
    const words = { zoomInTitle: this.getAttribute("nearer"), zoomOutTitle: this.getAttribute("further") }
    L.control.zoom({ position: document.dir === "rtl" ? "topright" : "topleft", ...words }).addTo(this.map)
    try {
      await this.show()
      // What takes place comes first; where land is follows.
      await ground(this, this.map)
    } catch {
      return this.giveUp()
    }
    const list = document.getElementById(this.getAttribute("list"))
    stepWith(this.map, list, this.getAttribute("beside"), location.hash)
    chooseFrom(list, (event) => this.choose(event))
    nearMe(this.map, document.getElementById("near-me"))
  }

  async show() {
    Object.assign(this, dots(await points(this.getAttribute("points"))))
    this.group.on("click", ({ layer }) => this.tell(layer))
    this.map.addLayer(this.group)
  }

  tell(marker) {
    return tell(this.map, marker.getLatLng(), this.getAttribute("card").replace("/0", `/${marker.options.event}`))
  }

  choose(event) {
    const marker = this.markers.get(event)
    if (!marker) return
    this.scrollIntoView({ block: "nearest" })
    this.group.zoomToShowLayer(marker, async () => (await this.tell(marker))?.querySelector("a")?.focus())
  }

  giveUp() {
    this.map.remove()
    this.querySelector(".world-map__box").remove()
    delete this.dataset.moves
  }
}

customElements.define("world-map", WorldMap)
