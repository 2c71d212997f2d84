import { type BenchClaim, type Candidate, obelus, plainMarks, recogito } from "./candidates";

/** The measurements, in the order of the table: milliseconds until the next frame is painted. */
export interface Measured {
  mount: number;
  draw: number;
  /** From the start of drawing until the drawing that is left for idle time is done too. */
  allDrawn: number;
  add: number;
  select: number;
  remove: number;
}

const candidates: Record<string, () => Candidate> = {
  obelus,
  "recogito-spans": () => recogito("SPANS"),
  "recogito-highlights": () => recogito("CSS_HIGHLIGHTS"),
  "plain-marks": plainMarks,
};

/** Does some work and waits until its result is painted. @returns the milliseconds it took */
async function timed(work: () => void, root: HTMLElement): Promise<number> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const from = performance.now();
  work();
  // Force layout here, so that it counts for every candidate.
  root.getBoundingClientRect();
  document.body.getBoundingClientRect();
  const busy = performance.now() - from;
  const afterwards = performance.now();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  // A frame comes every 16 ms in any case. Time beyond that is work that was deferred to the frame.
  return busy + Math.max(0, performance.now() - afterwards - 17);
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

async function run(name: string, paragraphs: string[], claims: BenchClaim[]): Promise<Measured> {
  const candidate = candidates[name]?.();
  if (!candidate) throw new Error(`unknown candidate ${name}`);
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  const extra = claims.slice(-5);
  const first = claims.slice(0, -5);
  const mount = await timed(() => candidate.mount(root, paragraphs), root);
  const from = performance.now();
  const draw = await timed(() => candidate.draw(first), root);
  let allDrawn = draw;
  while (!candidate.isFullyDrawn()) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    allDrawn = performance.now() - from;
  }
  const all = [...first];
  const adds: number[] = [];
  for (const claim of extra) {
    all.push(claim);
    adds.push(await timed(() => candidate.add(claim, all), root));
  }
  const selects: number[] = [];
  for (const { id } of extra) selects.push(await timed(() => candidate.select(id), root));
  const removes: number[] = [];
  for (const claim of extra) {
    all.splice(all.indexOf(claim), 1);
    removes.push(await timed(() => candidate.remove(claim.id, all), root));
  }
  return { mount, draw, allDrawn, add: median(adds), select: median(selects), remove: median(removes) };
}

Object.assign(window, { bench: run });
