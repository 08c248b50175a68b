/** Leaflet for its plugins, which look for it under its global name; imported before them. */
import L from "leaflet"

window.L = L
export default L
