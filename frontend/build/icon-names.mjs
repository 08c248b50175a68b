/** The names of our icons. They are part of what templates may say: keep them stable. */
export const NAMES = `
add alert appearance archive arrowNext arrowPrevious attachment bell block bold book bookmark calendar camera chartBar check clock
close code collapse copy download edit ellipsis error expand eye eyeClosed feedback flag globe hand heart help history home image
info italic key language lightbulb link linkExternal listBullet listNumbered live lock logIn logOut logoCC map mapPin mention menu
message moon move newspaper next previous pushPin quotes reply rss search settings share speechBubble speechBubbleAdd speechBubbles
star success sun table tag trash undo unLock upload userAdd userAvatar userGroup warning wikilink
`.trim().split(/\s+/)

/** Where our name stands for a Codex icon of another name. */
export const RENAMED = {
  appearance: "halfBright",
  archive: "tray",
  bell: "bellOutline",
  bookmark: "bookmarkOutline",
  heart: "heartOutline",
  lightbulb: "lightbulbOutline",
  sun: "bright",
  userAvatar: "userAvatarOutline",
  warning: "alert",
  wikilink: "wikitext",
}

const line = (d) => `<path d="${d}" fill="none" stroke="currentColor" stroke-width="2"/>`

/** Drawn by us, where Codex has none. */
export const DRAWN = {
  mention: { path: `${line("M13.5 10a3.5 3.5 0 1 1-7 0 3.500 3.500 0 0 1 7 0zM13.500 6.500V11c0 3.300 4.500 3 4.500-1a8 8 0 1 0-3.400 6.500")}` },
  reply: { path: line("M8 3.500 3 8.500l5 5M3 8.500h8c4 0 6 2.500 6 7.500"), flip: true },
  rss: { path: `${line("M3 4a13 13 0 0 1 13 13M3 10a7 7 0 0 1 7 7")}<circle cx="4.500" cy="15.500" r="1.800"/>`, flip: true },
}
