import { type BlockMap, type Container, insideOf, pathOf, type TextBlock } from "./text-blocks";

/** The part of an article's text, of all that could be its text, below which the article was not found completely. */
const MIN_COVERAGE = 0.6;
/** The part of a text in links, above which it leads to other pages. */
const MAX_LINKED = 0.4;
/** How many blocks before the first one can lead in to it. */
const MAX_LEAD_IN = 3;
/** Updates of a live blog are at least as many. */
const MIN_UPDATES = 3;
/** Kinds of elements side by side that can be updates. */
const MAX_KINDS = 10;
/** Characters of an update on average. */
const MIN_UPDATE_LENGTH = 60;

/** The blocks of an article: those that were found, and those that belong to them. */
export interface CompleteArticle {
  /** Number of the element that holds them all. */
  container: number;
  blocks: ReadonlySet<number>;
}

/**
 * Finds the blocks of an article that were dropped when it was looked for: items of lists, the line before a list, paragraphs between
 * others, updates of a live blog.
 * @param extracted numbers of the blocks that were found
 * @returns null if none is missing
 */
export function completeArticle(map: BlockMap, extracted: ReadonlySet<number>): CompleteArticle | null {
  const found = map.blocks.filter(({ number }) => extracted.has(number));
  const [first] = found;
  if (!first) return null;
  const updates = updatesAround(map, found);
  const container = updates?.container ?? containerOf(map, found);
  const elements = insideOf(map, [container]);
  const inside = map.blocks.filter(({ number }) => elements.has(number));
  const links = linkLists(inside);
  const possible = inside.filter((block) => extracted.has(block.number) || isText(block, map, links));
  const missing = missingOf(map, possible, extracted, container);
  const restored = new Set(missing);
  for (const { number } of possible)
    if (updates?.inUpdates.has(number) && !extracted.has(number)) restored.add(number);
  addLeadIn(inside, possible, extracted, restored);
  dropBareHeadings(inside, extracted, restored);
  if (restored.size === 0) return null;
  return { container, blocks: new Set([...extracted, ...restored]) };
}

/** Whether a block is text of an article. @param links numbers of the lists that consist of links */
function isText(block: TextBlock, { containers }: BlockMap, links: ReadonlySet<number>): boolean {
  if (!block.isEligible || block.text.length < 2 || block.linked > MAX_LINKED * block.text.length)
    return false;
  return containers.get(block.list)?.name !== "table" && !links.has(block.list);
}

/** Numbers of the lists that consist of links. */
function linkLists(inside: readonly TextBlock[]): ReadonlySet<number> {
  const lengths = new Map<number, { all: number; linked: number }>();
  for (const { list, text, linked } of inside) {
    if (list === 0) continue;
    const length = lengths.get(list) ?? { all: 0, linked: 0 };
    lengths.set(list, { all: length.all + text.length, linked: length.linked + linked });
  }
  return new Set(
    [...lengths].flatMap(([list, { all, linked }]) => (linked > MAX_LINKED * all ? [list] : [])),
  );
}

function missingOf(
  { containers }: BlockMap,
  possible: readonly TextBlock[],
  extracted: ReadonlySet<number>,
  container: number,
): number[] {
  const length = (blocks: readonly TextBlock[]) => blocks.reduce((sum, { text }) => sum + text.length, 0);
  const found = possible.filter(({ number }) => extracted.has(number));
  const isArticle = (containers.get(container)?.rank ?? 0) > 0;
  const isPoor = isArticle && length(found) < MIN_COVERAGE * length(possible);
  const lists = new Set(found.flatMap(({ list }) => (list === 0 ? [] : [list])));
  const announced = announcedLists(possible);
  const start = possible.findIndex(({ number }) => extracted.has(number));
  const end = possible.findLastIndex(({ number }) => extracted.has(number));
  return possible.flatMap((block, index) => {
    if (extracted.has(block.number)) return [];
    const isBetween = index > start && index < end;
    const isItem = lists.has(block.list);
    const isNextList = isArticle && index > end && announced.has(block.list);
    return isPoor ||
      isItem ||
      isNextList ||
      (isBetween && (block.list !== 0 || isSentence(block) || /^h[2-6]$/.test(block.name)))
      ? [block.number]
      : [];
  });
}

/** Numbers of the lists that the line before announces. */
function announcedLists(possible: readonly TextBlock[]): ReadonlySet<number> {
  return new Set(
    possible.flatMap(({ list }, index) => {
      const before = possible[index - 1];
      return list !== 0 && before && before.list !== list && /[:：]$/u.test(before.text) ? [list] : [];
    }),
  );
}

function isSentence({ text }: TextBlock): boolean {
  return /[:：]$/u.test(text) || (text.length > 25 && /[.!?:;。！？：…؟]["'”’»)\]]*$/u.test(text));
}

/** Adds the lines directly before the first block that lead in to it. */
function addLeadIn(
  inside: readonly TextBlock[],
  possible: readonly TextBlock[],
  extracted: ReadonlySet<number>,
  restored: Set<number>,
): void {
  const allowed = new Set(possible.map(({ number }) => number));
  let at = inside.findIndex(({ number }) => extracted.has(number) || restored.has(number)) - 1;
  for (let count = 0; at >= 0 && count < MAX_LEAD_IN; count++, at--) {
    const block = inside[at] as TextBlock;
    if (
      !allowed.has(block.number) ||
      block.list !== 0 ||
      !/^(?:p|div)$/.test(block.name) ||
      !isSentence(block)
    )
      return;
    restored.add(block.number);
  }
}

/** A heading comes back only with the text below it. */
function dropBareHeadings(
  inside: readonly TextBlock[],
  extracted: ReadonlySet<number>,
  restored: Set<number>,
): void {
  inside.forEach(({ name, number }, index) => {
    if (!/^h[1-6]$/.test(name) || !restored.has(number)) return;
    const next = inside[index + 1];
    if (!next || !(extracted.has(next.number) || restored.has(next.number))) restored.delete(number);
  });
}

/** The element that holds the found blocks: the nearest that says it is the article, else the smallest. */
function containerOf(map: BlockMap, found: readonly TextBlock[]): number {
  const { containers } = map;
  const common = commonPath(map, found);
  const ranked = common.findLast((number) => (containers.get(number)?.rank ?? 0) === 2);
  return (
    ranked ?? common.findLast((number) => (containers.get(number)?.rank ?? 0) === 1) ?? common.at(-1) ?? 0
  );
}

function commonPath(map: BlockMap, found: readonly TextBlock[]): number[] {
  let common = pathOf(map, found[0]?.number ?? 0);
  for (const { number } of found) {
    const path = pathOf(map, number);
    let length = 0;
    while (length < common.length && common[length] === path[length]) length++;
    common = common.slice(0, length);
  }
  return common;
}

/** The updates of a live blog around the found blocks: elements alike, side by side, each with its time. */
function updatesAround(map: BlockMap, found: readonly TextBlock[]) {
  const { containers } = map;
  const kindOf = ({ parent, name, className }: Container) => `${parent} ${name} ${className}`;
  const byKind = new Map<string, { parent: number; updates: number[] }>();
  for (const [number, container] of containers) {
    if (!container.hasTime || !/^(?:article|section|div|li)$/.test(container.name)) continue;
    const kind = byKind.get(kindOf(container));
    if (kind) kind.updates.push(number);
    else byKind.set(kindOf(container), { parent: container.parent, updates: [number] });
  }
  const around = new Set(found.flatMap(({ number }) => pathOf(map, number)));
  const kinds = [...byKind.values()].filter(
    ({ updates }) => updates.length >= MIN_UPDATES && updates.some((update) => around.has(update)),
  );
  // Outermost first.
  for (const { parent, updates } of kinds.slice(0, MAX_KINDS)) {
    const inUpdates = insideOf(map, updates);
    const texts = map.blocks.filter(({ number }) => inUpdates.has(number));
    const length = texts.reduce((sum, { text }) => sum + text.length, 0);
    const linked = texts.reduce((sum, block) => sum + block.linked, 0);
    // Teasers of other articles are links.
    if (linked > 0.2 * length || length < MIN_UPDATE_LENGTH * updates.length) continue;
    return { container: containerAround(map, parent), inUpdates };
  }
  return null;
}

/** The nearest element that says it holds an article, or this one. */
function containerAround({ containers }: BlockMap, number: number): number {
  for (let at = number; at > 0; at = containers.get(at)?.parent ?? 0)
    if ((containers.get(at)?.rank ?? 0) > 0) return at;
  return number;
}
