/** Leaflet's own sheet, in the layer of components, so that ours go over it; without its pictures, which we do not use. */
export function leaflet(packaged) {
  const css = packaged("leaflet/dist/leaflet.css").toString()
  return `@layer components{${css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/[^{}]+\{[^{}]*url\([^{}]*\}/g, "").replace(/\s+/g, " ")}}\n`
}
