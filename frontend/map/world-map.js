/**
 * <world-map shapes points card beside list at> around a map that stands still: takes its place with one that moves. Points stand in clusters;
 * what one of them is comes when it is asked for. The way through all of them for keyboards and screen readers is the list beside it.
 */
import L from "./leaflet.js"
import "leaflet.markercluster"
import { stepWith } from "./beside.js"
import { look, nearMe } from "./looking.js"
import { points } from "./points.js"
import { land } from "./shapes.js"

const SETTINGS = { minZoom: 1, maxZoom: 12, worldCopyJump: true, attributionControl: false, zoomControl: false, zoomSnap: 0.5 }

class WorldMap extends HTMLElement {
  async connectedCallback() {
    if (this.map) return
    const box = document.createElement("div")
    box.className = "world-map__box"
    this.prepend(box)
    this.map = L.map(box, { ...SETTINGS, keyboard: false })
    this.dataset.moves = ""
    look(this.map, this.getAttribute("at"), this.offsetWidth)
    const words = { zoomInTitle: this.getAttribute("nearer"), zoomOutTitle: this.getAttribute("further") }
    L.control.zoom({ position: document.dir === "rtl" ? "topright" : "topleft", ...words }).addTo(this.map)
    try {
      await Promise.all([land(this.getAttribute("shapes"), this.map), this.show()])
    } catch {
      return this.giveUp()
    }
    stepWith(this.map, document.getElementById(this.getAttribute("list")), this.getAttribute("beside"), location.hash)
    nearMe(this.map, document.getElementById("near-me"))
  }

  async show() {
    const group = L.markerClusterGroup({ chunkedLoading: true, showCoverageOnHover: false, maxClusterRadius: 48, animate: !calm() })
    const found = await points(this.getAttribute("points"))
    group.addLayers(found.map((one) => L.marker(one.at, { icon: dot(one.tone), keyboard: false, event: one.id })))
    group.on("click", ({ layer }) => this.tell(layer))
    this.map.addLayer(group)
  }

  async tell(marker) {
    const answer = await fetch(this.getAttribute("card").replace("/0", `/${marker.options.event}`), { headers: { "HX-Request": "true" } })
    if (!answer.ok) return
    const card = document.createElement("div")
    card.innerHTML = await answer.text()
    L.popup({ maxWidth: 300, minWidth: 220 }).setLatLng(marker.getLatLng()).setContent(card).openOn(this.map)
  }

  giveUp() {
    this.map.remove()
    this.querySelector(".world-map__box").remove()
    delete this.dataset.moves
  }
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches
const dot = (tone) => L.divIcon({ className: `map-dot tone-${tone}`, iconSize: [16, 16] })

customElements.define("world-map", WorldMap)
