/** Prints what each file weighs on disk and over the wire. */
import { brotliCompressSync, constants, gzipSync } from "node:zlib"

const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }

export function report(files) {
  const rows = Object.entries(files).map(([name, content]) => {
    const bytes = Buffer.from(content)
    return { file: name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, best).length }
  })
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
  rows.push({ file: "all", raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") })
  for (const row of rows) {
    console.log([row.file.padEnd(14), ...["raw", "gzip", "brotli"].map((key) => `${row[key]} ${key}`.padStart(14))].join(""))
  }
}
