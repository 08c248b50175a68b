/** Rings of points (longitude, latitude) as a flat map needs them. */

/** Without jumps from one side of the map to the other: a ring goes on beyond 180 degrees. Its middle lies on the map. */
export function unwrapped(ring) {
  let turn = 0
  const whole = ring.map(([x, y], at) => {
    const jump = at ? x - ring[at - 1][0] : 0
    turn += jump > 180 ? -360 : jump < -180 ? 360 : 0
    return [x + turn, y]
  })
  const middle = whole.reduce((sum, [x]) => sum + x, 0) / whole.length
  const shift = 360 * Math.round(middle / 360)
  return whole.map(([x, y]) => [x - shift, y])
}

/** A ring that goes round a pole ends where it began only on a globe; here it has to go along the edge of the map. */
export function closed(ring) {
  const [first, last] = [ring[0], ring.at(-1)]
  if (Math.abs(first[0] - last[0]) < 180) return ring
  const pole = first[1] < 0 ? -90 : 90
  return [...ring, [last[0], pole], [first[0], pole], first]
}

/** Whole numbers: the first point, then steps. Points that fall together are one; a ring or line of fewer than `least` is a speck. */
export function steps(ring, units, least = 3) {
  const points = []
  for (const [x, y] of ring.map(([x, y]) => [Math.round(x * units), Math.round(y * units)])) {
    const last = points.at(-1)
    if (!last || last[0] !== x || last[1] !== y) points.push([x, y])
  }
  if (least > 2 && points.length > 1 && String(points[0]) === String(points.at(-1))) points.pop()
  const [[x, y]] = points
  const seen = points.length >= least ? points : [[x, y], [x + 1, y], [x, y + 1]]
  return seen.flatMap(([x, y], at) => (at ? [x - seen[at - 1][0], y - seen[at - 1][1]] : [x, y]))
}

export function polygons(geometry) {
  const { type, coordinates } = geometry ?? {}
  return type === "MultiPolygon" ? coordinates : type === "Polygon" ? [coordinates] : []
}

export const inside = (points, [west, south, east, north]) =>
  points.every(([x, y]) => x >= west && x <= east && y >= south && y <= north)
