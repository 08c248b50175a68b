/** Makes the sprite: Codex icons (MIT) under the names we use, and a few drawn by us. */
import { DRAWN, LOGO, NAMES, RENAMED } from "./icon-names.mjs"

const codexName = (name) => {
  const chosen = RENAMED[name] ?? name
  return `cdxIcon${chosen[0].toUpperCase()}${chosen.slice(1)}`
}

function drawing(icons, name) {
  if (DRAWN[name]) return { path: DRAWN[name].path, flip: Boolean(DRAWN[name].flip) }
  const icon = icons[codexName(name)]
  if (!icon) throw new Error(`Codex has no icon ${codexName(name)}`)
  if (typeof icon === "string") return { path: icon, flip: false }
  return { path: icon.ltr ?? icon.langCodeMap?.en ?? icon.default, flip: Boolean(icon.shouldFlip) }
}

export function sprite(packaged) {
  const icons = JSON.parse(packaged("@wikimedia/codex-icons/dist/codex-icons.json"))
  const all = NAMES.map((name) => ({ name, ...drawing(icons, name) }))
  const symbols = all.map(({ name, path }) => `<symbol id="${name}" viewBox="0 0 20 20">${path}</symbol>`)
  symbols.push(`<symbol id="logo" viewBox="0 0 40 36">${LOGO}</symbol>`)
  const flip = all.filter((icon) => icon.flip).map((icon) => icon.name)
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`,
    index: `${JSON.stringify({ names: NAMES, flip }, null, 1)}\n`,
  }
}
