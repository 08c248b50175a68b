/** Joins our custom elements into one small module, and makes the scripts of the banner and of search, which stand where they are used. */
import { build } from "esbuild"
import { join } from "node:path"

export async function scripts(here) {
  return bundled(join(here, "elements/main.js"), "esm")
}

export async function banner(here) {
  return bundled(join(here, "elements/dismiss-banner.js"), "iife")
}

export async function search(here) {
  return bundled(join(here, "elements/recent-searches.js"), "esm")
}

export async function map(here) {
  return bundled(join(here, "map/world-map.js"), "esm")
}

async function bundled(entry, format) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format,
    target: ["chrome111", "firefox115", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    write: false,
  })
  return result.outputFiles[0].text
}
