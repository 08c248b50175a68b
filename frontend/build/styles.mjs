/** Makes the one style sheet: Codex tokens that are used, then our layers, checked for left and right, minified. */
import { transform } from "esbuild"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { tokens } from "./tokens.mjs"

const ORDER = ["reset", "base", "components", "pages", "modes"]
const SIDED = /(?<![\w-])((margin|padding|border|scroll-margin|scroll-padding)-(left|right)|(left|right|float|clear)(?=\s*:)|(text-align|float|clear)\s*:\s*(left|right))[\w-]*/

/** What only some pages need is a sheet of its own, made of sheet.<name>.<what>.css; it stands in the layer of pages. */
const OWN = /^sheet\.(\w+)(\.[\w-]+)?\.css$/

/** Files are called <layer>.<what>.css and stand in the order of their layers, then of their names. */
function sources(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith(".css") && !OWN.test(file))
  const known = files.map((file) => ({ name: file.split(".")[0], file }))
  for (const { name, file } of known) if (!ORDER.includes(name)) throw new Error(`${file}: ${name} is no layer`)
  return known.sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name) || (a.file < b.file ? -1 : 1))
}

function checked(file, css) {
  css.replace(/\/\*[\s\S]*?\*\//g, (text) => text.replace(/[^\n]/g, " ")).split("\n").forEach((line, index) => {
    const found = SIDED.exec(line)
    if (found) throw new Error(`${file}:${index + 1}: "${found[0]}" does not turn around; use a logical property`)
  })
  if (css.split("\n").length > 201) throw new Error(`${file} has more than 200 lines`)
  return css
}

const layered = (folder, name, file) => `@layer ${name}{${checked(file, readFileSync(join(folder, file), "utf8"))}}`

export async function styles(here, packaged) {
  const folder = join(here, "css")
  const body = sources(folder).map(({ name, file }) => layered(folder, name, file)).join("\n")
  const own = checked("own-tokens.css", readFileSync(join(here, "own-tokens.css"), "utf8"))
  const apart = Object.values(sheets(folder)).join("\n")
  return minified(`@layer tokens,${ORDER.join(",")};\n@layer tokens{${tokens(packaged, own, body + apart)}}\n${body}`)
}

/** The sheets of some pages, by the name of the file that they become. Their tokens stand in the one sheet. */
export async function sheetsOfPages(here) {
  const found = Object.entries(sheets(join(here, "css")))
  return Object.fromEntries(await Promise.all(found.map(async ([name, css]) => [name, await minified(css)])))
}

function sheets(folder) {
  const files = readdirSync(folder).filter((file) => OWN.test(file)).sort()
  const of = (name) => files.filter((file) => file.replace(OWN, "$1") === name)
  const names = [...new Set(files.map((file) => file.replace(OWN, "$1")))]
  return Object.fromEntries(names.map((name) => [`${name}.css`, of(name).map((file) => layered(folder, "pages", file)).join("")]))
}

async function minified(sheet) {
  const target = ["chrome111", "firefox115", "safari16.4"]
  const { code } = await transform(sheet, { loader: "css", minify: true, charset: "utf8", legalComments: "none", target })
  return `/* Wikimedia Space, GPL-3.0-or-later. Built from frontend/css and the Codex design tokens (GPL-2.0-or-later). */\n${code}`
}
