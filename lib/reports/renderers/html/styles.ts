import type { RatingColour } from "@/lib/ratings/rating";
import { ratingHues } from "@/lib/ratings/rating-signs";

const hues = Object.entries(ratingHues as Record<RatingColour, { light: string; dark: string }>)
  .map(([name, { light, dark }]) => `.${name}{--hue:light-dark(${light},${dark})}`)
  .join("\n");

/** The style sheet of the self-contained HTML report: no fonts or images to fetch. */
export const styles = `:root{color-scheme:light dark;--ink:light-dark(#1b1a17,#e9e6df);--soft:light-dark(#57534a,#b3aea3);--rule:light-dark(#dcd6c9,#35373d)}
body{max-width:42rem;margin:0 auto;padding:2rem 1.25rem 4rem;background:light-dark(#fdfcf9,#16171a);color:var(--ink);font:1.125rem/1.6 "Source Serif 4",Georgia,"Times New Roman",serif;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.2}
h2{margin-top:3rem;padding-top:.6rem;border-top:1px solid var(--ink)}
a{color:inherit}
.note,.kicker,.label,.evidence,.sources,sup[class]{font-family:"Source Sans 3",system-ui,sans-serif}
.note,.kicker{color:var(--soft);font-size:.9rem}
.label{color:var(--hue);font-weight:600;white-space:nowrap}
.label svg,sup[class] svg{vertical-align:-.12em}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--hue,var(--rule));font-style:italic}
.evidence,.sources{font-size:.95rem}
.evidence blockquote{margin:.3rem 0;font-style:normal}
.evidence p{margin:.2rem 0}
.table{overflow-x:auto}
table{border-collapse:collapse;font-size:.9em}
th,td{padding:.3rem .8rem .3rem 0;border-top:1px solid var(--rule);text-align:start;vertical-align:top}
th p,td p{margin:0}
figure{margin:1.5rem 0;padding:.8rem 1rem;border:1px solid var(--rule)}
figure p{margin:0}
figcaption{margin-top:.4rem;font-size:.9em}
mark{background:color-mix(in srgb,var(--hue) 9%,transparent);color:inherit;text-decoration:underline solid 2px var(--hue);text-underline-offset:calc(.2em + var(--lane)*.22em);text-decoration-skip-ink:none}
.thick{text-decoration-thickness:3px}
.wavy{text-decoration-style:wavy;text-decoration-thickness:1.5px}
.double{text-decoration-style:double;text-decoration-thickness:1.5px}
.dashed{text-decoration-style:dashed}
.thin{text-decoration-thickness:1px}
.dotted{text-decoration-style:dotted;text-decoration-thickness:2.5px}
.brackets{text-decoration-line:none}
sup,sub{line-height:0}
sup[class]{font-size:.7em;font-weight:600}
sup[class] a{color:var(--hue);text-decoration:none}
ul.summary{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;padding:0;list-style:none}
:target{outline:2px solid var(--rule);outline-offset:.5rem}
@media print{body{max-width:none;font-size:11pt}article{break-inside:avoid-page}}
${hues}`;
