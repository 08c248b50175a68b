/** Joins our custom elements into one small module. */
import { build } from "esbuild"
import { join } from "node:path"

export async function scripts(here) {
  const result = await build({
    entryPoints: [join(here, "elements/main.js")],
    bundle: true,
    minify: true,
    format: "esm",
    target: ["chrome111", "firefox115", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    write: false,
  })
  return result.outputFiles[0].text
}
