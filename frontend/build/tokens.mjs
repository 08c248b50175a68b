/** Picks the design tokens that our sheet uses, in light and dark, and hangs them on data-theme. */
const DECLARATION = /(--[\w-]+)\s*:\s*([^;]+);/g
const USE = /var\((--[\w-]+)/g

function read(css) {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "")
  return new Map([...plain.matchAll(DECLARATION)].map(([, name, value]) => [name, value.trim()]))
}

/** Our own file says the light values in :root and the dark ones after the line "dark". */
function split(own) {
  const [light, dark] = own.split(/^\.dark\s*\{/m)
  return { light: read(light), dark: read(dark) }
}

function used(body, light, dark) {
  const names = new Set()
  const waiting = [...body.matchAll(USE)].map((use) => use[1])
  while (waiting.length) {
    const name = waiting.pop()
    if (names.has(name)) continue
    names.add(name)
    for (const value of [light.get(name), dark.get(name)]) {
      if (value) waiting.push(...[...value.matchAll(USE)].map((use) => use[1]))
    }
  }
  return names
}

function unknown(names, light, body) {
  const local = new Set([...body.matchAll(/(--[\w-]+)\s*:/g)].map((found) => found[1]))
  return [...names].filter((name) => !light.has(name) && !local.has(name))
}

export function tokens(packaged, own, body) {
  const folder = "@wikimedia/codex-design-tokens/"
  const mine = split(own)
  const codex = (file) => read(packaged(folder + file).toString())
  const light = new Map([...codex("theme-wikimedia-ui.css"), ...mine.light])
  const dark = new Map([...codex("theme-wikimedia-ui-mode-dark.css"), ...mine.dark])
  const names = used(body, light, dark)
  const missing = unknown(names, light, body)
  if (missing.length) throw new Error(`no such token: ${missing.join(", ")}`)
  const list = (values) => [...values].filter(([name]) => names.has(name)).map(([name, value]) => `${name}:${value};`).join("")
  const night = list([...dark].filter(([name, value]) => light.get(name) !== value))
  return `:root{${list(light)}color-scheme:light}
html[data-theme=dark]{${night}color-scheme:dark}
@media (prefers-color-scheme:dark){html[data-theme=auto]{${night}color-scheme:dark}}`
}
