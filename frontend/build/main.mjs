/** Builds everything that the pages load, from the locked packages and our own sources. The same input gives the same bytes. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { leaflet } from "./leaflet.mjs"
import { report } from "./sizes.mjs"
import { banner, map, scripts, search } from "./scripts.mjs"
import { sprite } from "./icons.mjs"
import { sheetsOfPages, styles } from "./styles.mjs"

const here = join(dirname(fileURLToPath(import.meta.url)), "..")
const out = join(here, "../src/space/web/static/web")
const packaged = (path) => readFileSync(join(here, "node_modules", path))

mkdirSync(out, { recursive: true })
mkdirSync(join(here, "../tests/vendor"), { recursive: true })

const icons = sprite(packaged)
const made = {
  "space.css": await styles(here, packaged),
  ...(await sheetsOfPages(here)),
  "space.js": await scripts(here),
  "banner.js": await banner(here),
  "search.js": await search(here),
  "map.js": await map(here),
  "leaflet.css": leaflet(packaged),
  "htmx.min.js": packaged("htmx.org/dist/htmx.min.js"),
  "icons.svg": icons.svg,
  "icons.json": icons.index,
  "logo.svg": readFileSync(join(here, "logo.svg")),
  "favicon.svg": readFileSync(join(here, "favicon.svg")),
}
for (const [name, content] of Object.entries(made)) writeFileSync(join(out, name), content)
writeFileSync(join(here, "../tests/vendor/axe.min.js"), packaged("axe-core/axe.min.js"))
writeFileSync(join(here, "../tests/vendor/ical.min.js"), packaged("ical.js/dist/ical.es5.min.cjs"))
report(made)
