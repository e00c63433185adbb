"""How a month looks as a page: on a screen, light and dark, on a phone, on paper."""

STYLE = """
body { margin: 0 auto; padding: 1.5rem; max-width: 46rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
    "Noto Sans KR", sans-serif; overflow-wrap: break-word }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .25rem }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 .5rem }
h3 { font-size: 1.05rem; line-height: 1.3; margin: 0 0 .25rem }
p { margin: .5rem 0 }
ul, ol { margin: .5rem 0; padding-left: 1.4rem }
li { margin: .3rem 0 }
a { color: var(--up) }
time { white-space: nowrap }
.byline { font-size: 1.1rem; margin: 0 }
.state, footer, figcaption, dt { color: var(--muted) }
.state { margin: .25rem 0 1rem }
svg { display: block; width: 100%; height: auto }
.narrow { display: none }
.entry { margin: 1.25rem 0; padding-top: 1rem; border-top: 1px solid var(--grid) }
.entry:target { background: var(--band); box-shadow: 0 0 0 .6rem var(--band) }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .5rem 0 }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0;
  border-bottom: 1px solid var(--grid) }
dl { margin: .5rem 0; display: grid; grid-template-columns: 9rem 1fr;
  gap: .2rem .75rem }
dd { margin: 0; white-space: pre-line }
.files { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
  gap: 1rem; margin: .75rem 0; align-items: start }
figure { margin: 0; break-inside: avoid }
img { max-width: 100%; height: auto; display: block; border-radius: .25rem }
figcaption { font-size: .85rem; margin-top: .25rem }
footer { margin-top: 2.5rem; font-size: .9rem }
@media screen and (max-width: 45rem) {
  body { padding: 1rem }
  .wide, thead { display: none }
  .narrow { display: block }
  tr { display: block; padding: .4rem 0; border-bottom: 1px solid var(--grid) }
  td { display: grid; grid-template-columns: 7rem 1fr; gap: .5rem; border: 0;
    padding: .1rem 0 }
  td:empty { display: none }
  td::before { content: attr(data-head); color: var(--muted) }
  dl { grid-template-columns: 1fr }
  dd { margin: 0 0 .4rem }
}
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt }
  a { color: inherit; text-decoration-color: var(--same) }
  h2, h3 { break-after: avoid }
  .chart, tr, .entry > h3 + * { break-inside: avoid }
  .files { grid-template-columns: repeat(3, 1fr) }
}
@page { size: A4; margin: 16mm }
"""
